/** Findings of `check` about output. */
import { optionWords, outputOptions, quoteWord, slideOptions } from '../grammar/index.js';
import type { OptionName, OptionValues } from '../grammar/index.js';
import { namedFormats, outputOf } from '../../render.js';
import type { Format } from '../../render.js';
import type { OutputFolder } from '../output/index.js';
import { displayPath, STDIN, STDIN_PATH } from '../project/index.js';
import type { CompiledFlow, Project } from '../project/index.js';
import type { World } from '../world/index.js';
import { findMergeConflict } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import type { Stamp } from '../../stamp/index.js';

/** `tool`: the output would differ, but only because authflow has changed. */
export type Verdict = 'missing' | 'stale' | 'edited' | 'conflict' | 'tool' | 'orphaned';

export interface Finding {
  readonly verdict: Verdict;
  readonly diagnostic: Diagnostic;
  /** The flow that produces it; null if none does. */
  readonly compiled: CompiledFlow | null;
  /** Null for a file of unknown format. */
  readonly format: Format | null;
  /** Whether no command helps, because it would lose an edit. */
  readonly isByHand?: boolean;
  /** The other renderer, where it drew a picture. */
  readonly isByOther?: Stamp['renderer'];
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
  /** See {@link configuredFormats}, by the paths of flows. */
  readonly configured: ReadonlyMap<string, readonly Format[] | null>;
}

/** The formats that the configuration names; null where each flow decides. */
export const configuredFormats = ({ config }: Pick<Project, 'config'>): readonly Format[] | null =>
  config.shape.formats
    ? namedFormats.filter((format) => config.shape.formats?.some(({ value }) => value === format))
    : null;

type Rendered = Pick<Finding, 'compiled' | 'format' | 'slideForm'>;

/** The commands that update the output of these flows. They name formats that are not rendered by default. */
export function renderCommand(findings: readonly Rendered[], asked: Asked): string {
  const isSlides = ({ format }: Rendered): boolean => format === 'slides';
  const others = groupBy(groupFlows(findings.filter((one) => !isSlides(one))), (group) =>
    String(formatsOf(group, asked)),
  );
  const slides = groupBy(findings.filter(isSlides), ({ slideForm = '' }) => slideForm);
  return [
    ...[...others.values()].map((groups) => {
      const format = formatsOf(groups[0] ?? [], asked);
      const options = format ? { ...asked.options, format } : asked.options;
      return rendering('render', groups.flat(), { ...asked, options }, outputOptions);
    }),
    ...[...slides].map(([form, alike]) =>
      [rendering('slides', alike, asked, slideOptions), form].filter((words) => words !== '').join(' '),
    ),
  ].join(' && ');
}

/** The findings of each flow. */
const groupFlows = (findings: readonly Rendered[]): readonly (readonly Rendered[])[] => [
  ...groupBy(findings, ({ compiled }) => compiled?.source.path ?? '').values(),
];

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** The formats to name for one flow; undefined where none need be. A page may show pictures that the command line leaves out. */
function formatsOf(findings: readonly Rendered[], asked: Asked): readonly Format[] | undefined {
  const isDefault = findings.every((finding) => isMadeByDefault(finding, asked));
  if (isDefault && asked.options.format === undefined) return undefined;
  const formats = new Set(findings.flatMap(({ format }) => format ?? []));
  return namedFormats.filter((format) => formats.has(format));
}

/** More flows than this are not named, where all are asked for. */
const MANY = 5;

function rendering(
  command: 'render' | 'slides',
  findings: readonly Rendered[],
  asked: Asked,
  names: readonly OptionName[],
): string {
  const { options } = asked;
  const flows = [...new Set(findings.flatMap(({ compiled }) => compiled ?? []))];
  const isDefault = findings.every((finding) => isMadeByDefault(finding, asked));
  if (asked.paths.length === 0 && isDefault && flows.length > MANY)
    return ['authflow render', ...optionWords(options, names)].join(' ');
  const paths = flows.map(({ source }) => (source.path === STDIN_PATH ? STDIN : quoteWord(source.path)));
  return [`authflow ${command}`, ...paths, ...optionWords(options, names)].join(' ');
}

/** Whether `render` makes the format where no option names it. */
export function isMadeByDefault({ compiled, format }: Pick<Finding, 'compiled' | 'format'>, asked: Asked): boolean {
  if (compiled === null || format === null) return true;
  const configured = asked.configured.get(compiled.source.path);
  if (configured) return configured.includes(format);
  const output = outputOf(format);
  return output.content === 'text' && output.isDefault(compiled.flow);
}
