/** The pipeline, from a flow file to its model, as a table of contents. Pure: no file, no process, no console. */
import { assembleFlow } from './assemble/index.js';
import { packagedWordings } from './design.js';
import type { Design } from './design.js';
import type { Flow } from './model/index.js';
import { readReferences, readVariables, reportUndeclared, resolveFlow } from './resolve/index.js';
import type { ResolveContext } from './resolve/index.js';
import { allowedRules, openSources } from './resolved.js';
import type { SourceOptions } from './resolved.js';
import { checkRules } from './rules/index.js';
import { guardSecrets, guardValues } from './secrets/index.js';
import { isError } from './source/index.js';
import type { Diagnostic, Report, Source } from './source/index.js';
import { parseFlow } from './syntax/index.js';
import type { FlowShape } from './syntax/index.js';

export interface CompileOptions extends SourceOptions {
  /** Values of variables, which override the file's (`--set`). */
  readonly set?: Readonly<Record<string, string>> | undefined;
  /** The default theme preset, for a flow that names none. Default: `host`. */
  readonly theme?: string | undefined;
  /** The language of a flow that names none (BCP 47). Default: English. */
  readonly lang?: string | undefined;
  /** The words of authflow itself, from {@link loadDesign}, for texts that it derives from data. Default: the packaged ones. */
  readonly wordings?: Design['wordings'] | undefined;
}

export interface Compiled {
  /** Null after an error. */
  readonly flow: Flow | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The file, and the files that it includes and extends. */
  readonly sources: readonly Source[];
}

/** Reads and checks one flow file. A user's mistakes are returned as diagnostics, all at once, and never thrown. */
export function compileFlow(file: Source, options: CompileOptions = {}): Compiled {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const { source, sources, context, aside } = openSources(file, options, report);

  // Parse
  const parsed = parseFlow(source, context.limits);
  parsed.diagnostics.forEach(report);

  // Resolve
  const shape = parsed.shape && resolveFlow(parsed.shape, source, context);

  // Check
  const names = shape && checkFlow(shape, options, aside);

  // Guard against secrets. The security rules find them too, but do not run on a broken flow.
  const { set = {}, secrets, theme = 'host', lang = '', wordings = packagedWordings } = options;
  if (secrets !== 'ignore' || diagnostics.some(isError)) {
    guardSecrets({ sources: sources(), set, allowed: allowedRules(shape) }, options, report);
  }

  // Assemble
  const isWhole = shape && names && !diagnostics.some(isError);
  const flow = isWhole ? assembleFlow(shape, names, { theme, lang, wordings }) : null;
  return { flow, diagnostics, sources: sources() };
}

function checkFlow(shape: FlowShape, options: CompileOptions, aside: ResolveContext) {
  const { report } = aside;
  const variables = readVariables(shape, guardValues(options.set ?? {}, options), report);
  reportUndeclared(shape, variables, report);
  checkRules(shape, report);
  return { variables, references: readReferences(shape, aside) };
}
