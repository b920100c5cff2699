/** Findings of `check` about output. */
import { optionWords, outputOptions, quoteWord, slideOptions } from '../grammar/index.js';
import type { OptionName, OptionValues } from '../grammar/index.js';
import { outputOf } from '../../render.js';
import type { Format } from '../../render.js';
import type { OutputFolder } from '../output/index.js';
import { displayPath, STDIN, STDIN_PATH } from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import type { World } from '../world/index.js';
import { findMergeConflict } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';

/** `tool`: the output would differ, but only because authflow has changed. */
export type Verdict = 'missing' | 'stale' | 'edited' | 'conflict' | 'tool' | 'orphaned';

export interface Finding {
  readonly verdict: Verdict;
  readonly diagnostic: Diagnostic;
  /** The flow that produces it; null if none does. */
  readonly compiled: CompiledFlow | null;
  /** Null for a file of unknown format. */
  readonly format: Format | null;
  /** For slides: the options that they were made with. */
  readonly slideForm?: string;
  /** For a diff: the current and the expected contents. */
  readonly difference: { readonly current: Source; readonly wanted: string } | null;
}

/** An output folder, with the names of files by the id of the flow that makes them. */
export interface FilledFolder extends OutputFolder {
  /** Those in the manifest. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
  /** Those that are there and may have a stamp. */
  readonly stamped: ReadonlyMap<string, readonly string[]>;
}

/** The result of a comparison. */
export interface Compared {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The first mark of a merge conflict in a file that may be a text. `file`: absolute. */
export const conflictIn = (file: string, content: Uint8Array | null, world: World): Span | null =>
  content === null
    ? null
    : findMergeConflict({ path: displayPath(file, world), text: new TextDecoder().decode(content) });

/** The hint of a finding that one command fixes. */
export const fixWith = (command: string): string => `fix with: ${command}`;

/** The arguments of `check`, which the commands that fix its findings repeat. */
export interface Asked {
  /** The options of the command line. */
  readonly options: OptionValues;
  /** The flow files that were named. */
  readonly paths: readonly string[];
}

type Rendered = Pick<Finding, 'compiled' | 'format' | 'slideForm'>;

/** The command that updates the output of these flows. It names formats that are not rendered by default. */
export function renderCommand(findings: readonly Rendered[], { options, paths }: Asked): string {
  const slides = findings.filter(({ format }) => format === 'slides');
  const others = findings.filter(({ format }) => format !== 'slides');
  const forms = [...new Set(slides.map(({ slideForm = '' }) => slideForm))];
  return [
    ...(others.length > 0
      ? [rendering('render', others, { options: withFormats(others, options), paths }, outputOptions)]
      : []),
    ...forms.map((form) => {
      const alike = slides.filter(({ slideForm = '' }) => slideForm === form);
      return [rendering('slides', alike, { options, paths }, slideOptions), form]
        .filter((words) => words !== '')
        .join(' ');
    }),
  ].join(' && ');
}

/** A page may show pictures that the formats of the command line leave out. */
function withFormats(findings: readonly Rendered[], options: OptionValues): OptionValues {
  const isDefault = findings.every(({ compiled, format }) => compiled === null || isMadeByDefault(compiled, format));
  const formats = findings.flatMap(({ format }) => format ?? []);
  return isDefault && options.format === undefined ? options : { ...options, format: [...new Set(formats)] };
}

/** More flows than this are not named, where all are asked for. */
const MANY = 5;

function rendering(
  command: 'render' | 'slides',
  findings: readonly Rendered[],
  { options, paths: asked }: Asked,
  names: readonly OptionName[],
): string {
  const flows = [...new Set(findings.flatMap(({ compiled }) => compiled ?? []))];
  const isDefault = findings.every(({ compiled, format }) => compiled !== null && isMadeByDefault(compiled, format));
  if (asked.length === 0 && isDefault && flows.length > MANY)
    return ['authflow render', ...optionWords(options, names)].join(' ');
  const paths = flows.map(({ source }) => (source.path === STDIN_PATH ? STDIN : quoteWord(source.path)));
  return [`authflow ${command}`, ...paths, ...optionWords(options, names)].join(' ');
}

/** Whether `render` makes the format by default. */
export function isMadeByDefault({ flow }: CompiledFlow, format: Format | null): boolean {
  if (format === null) return true;
  const output = outputOf(format);
  return output.content === 'text' && output.isDefault(flow);
}
