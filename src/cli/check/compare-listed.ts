/**
 * Compares files that can't be made again here, because that takes a browser, and that have no stamp: the manifest has a hash of
 * what they were made from, and of their contents.
 */
import { join } from 'node:path';
import { bytesFormats, bytesOutput } from '../../render.js';
import type { BytesFormat } from '../../render.js';
import { mergeConflict } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { causeOf, formatOf, isOfLastRun, linesOf, readBytes, releaseMark, slidesAuthorHash } from '../output/index.js';
import type { ManifestLine } from '../output/index.js';
import { planWork } from '../pictures/index.js';
import { displayPath, makeOptions } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import { fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import { conflictIn, fixWith, renderCommand } from './finding.js';
import type { Asked, Compared, FilledFolder, Finding, Verdict } from './finding.js';

const listedFormats = bytesFormats.filter((format) => bytesOutput(format).proof === 'manifest');

interface ListedFile {
  /** The path in the output folder. */
  readonly path: string;
  readonly format: BytesFormat;
  readonly lines: readonly ManifestLine[];
}

/** Expects all files that were made before, and those that the options name. */
export function compareListed(
  compiled: CompiledFlow,
  project: DesignedProject,
  output: FilledFolder,
  asked: Asked,
  world: World,
): Compared {
  const { id } = compiled.flow;
  const listed = (output.listed.get(id) ?? []).flatMap((path): readonly ListedFile[] => {
    const format = formatOf(path.slice(id.length));
    const known = listedFormats.find((each) => each === format);
    // A merge by union brings back the lines of slides that the last run left out.
    const isCurrent = known && isOfLastRun(path, id, known, output, world);
    return isCurrent ? [{ path, format: known, lines: output.manifest.get(path) ?? [] }] : [];
  });
  const files = [...listed, ...neverMade(compiled, project, listed)];
  if (files.length === 0) return { findings: [], diagnostics: [] };
  const state = { author: slidesAuthorHash(compiled, project), release: releaseMark(world) };
  const expected = { compiled, folder: output.folder, state };
  return { findings: files.flatMap((file) => compareFile(file, expected, asked, world) ?? []), diagnostics: [] };
}

/** Files that the options name but the manifest does not list. */
function neverMade(
  compiled: CompiledFlow,
  { options, design }: DesignedProject,
  listed: readonly ListedFile[],
): readonly ListedFile[] {
  const named = listedFormats.filter((format) => options.format?.includes(format));
  if (named.length === 0) return [];
  const { work } = planWork([compiled], named, makeOptions(options, design));
  return work.flatMap(({ format, job: { path } }) =>
    listed.some((file) => file.path === path) ? [] : [{ path, format, lines: [] }],
  );
}

interface Expected {
  readonly compiled: CompiledFlow;
  readonly folder: string;
  readonly state: Pick<ManifestLine, 'author' | 'release'>;
}

function compareFile(
  { path, format, lines }: ListedFile,
  { compiled, folder, state }: Expected,
  asked: Asked,
  world: World,
): Finding | null {
  const file = join(folder, path);
  const content = readBytes(file, world);
  const known = content === null ? [] : linesOf(content, lines);
  const slideForm = (known[0] ?? lines[0])?.options ?? '';
  const command = renderCommand([{ compiled, format, slideForm }], asked);
  const found = (verdict: Verdict, diagnostic: Diagnostic): Finding => ({
    ...{ verdict, diagnostic, compiled, format, slideForm, difference: null },
  });
  const shown = displayPath(file, world);
  const flow = compiled.source.path;
  if (content === null) {
    const message = `${shown} is missing`;
    const hint = fixWith(command);
    return found('missing', { code: 'current-output', severity: 'error', message, hint, span: compiled.flow.span });
  }
  const conflict = conflictIn(file, content, world);
  if (conflict) return found('conflict', mergeConflict(conflict, fixWith(command)));
  if (known.length === 0) {
    const hint = `edit ${flow} instead; lose the edit with: ${command}`;
    return found('edited', fileDiagnostic('unedited-output', shown, 'was edited by hand', hint));
  }
  const causes = known.map((line) => causeOf(line, state));
  if (causes.includes('none')) return null;
  if (!causes.includes('release')) {
    const message = `was made from a different version of ${flow}`;
    return found('stale', fileDiagnostic('current-output', shown, message, fixWith(command)));
  }
  const message = 'was made by another version of authflow';
  return found('tool', { ...fileDiagnostic('same-tool', shown, message, fixWith(command)), severity: 'info' });
}
