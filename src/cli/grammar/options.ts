/**
 * The options of all commands, once: how they are spelled, what they take, what help says of them, what they decide, and
 * which key of the configuration and which variable of the environment say the same.
 */
import { flowProfiles } from '../../model/index.js';
import type { Format } from '../../render.js';
import type { ConfigShape, Limits } from '../../syntax/index.js';
import { reporterNames } from '../terminal/index.js';
import type { ReporterName } from '../terminal/index.js';
import { formatList, readAssignment, readFit, readFormats, readLimit, readNames, readNumber } from './read-value.js';

/** What `init --ci` writes files for. */
const ciNames = ['github', 'gitlab', 'pre-commit'] as const;
export type CiName = (typeof ciNames)[number];

interface OptionSpec<Value> {
  readonly flags: string;
  readonly about: string;
  /**
   * content: what stands in output; selection: which output there is, and where; slides: the form of slides; run: how a run
   * goes, which no output shows.
   */
  readonly decides: 'content' | 'selection' | 'slides' | 'run';
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** Reads one value; `previous` is what an earlier use of the same option gave. Throws a UsageError. */
  readonly parse?: (value: string, previous: Value | undefined) => Value;
  /** The key of the configuration that gives it a value. */
  readonly config?: keyof ConfigShape;
  /** Whether the configuration's value is a path, relative to its file. */
  readonly isPath?: boolean;
  /** Whether the configuration's value is only for flows that name none. */
  readonly isFallback?: boolean;
  /** The variable of the environment that gives it a value. */
  readonly variable?: string;
}

/** An option whose values are of a type. */
const of =
  <Value>() =>
  (spec: OptionSpec<Value>): OptionSpec<Value> =>
    spec;
const flag = of<true>();
const word = of<string>();
const whole = (minimum: number, maximum: number) => (value: string) =>
  readNumber(value, { minimum, maximum, whole: true });

const table = {
  format: of<readonly Format[]>()({
    flags: '--format <list>',
    about: `${formatList}, with commas between; default: the texts`,
    decides: 'selection',
    config: 'formats',
    variable: 'AUTHFLOW_FORMAT',
    parse: readFormats,
  }),
  out: word({
    flags: '--out <dir>',
    about: 'output folder (default: out; of import: flows)',
    decides: 'selection',
    config: 'out',
    isPath: true,
    variable: 'AUTHFLOW_OUT',
  }),
  stdout: flag({ flags: '--stdout', about: 'print the result instead of writing files', decides: 'run' }),
  output: word({
    flags: '-o, --output <file>',
    about: 'write the one result here; its ending says which format, - prints it',
    decides: 'run',
  }),
  set: of<Readonly<Record<string, string>>>()({
    flags: '--set <name=value>',
    about: 'give a variable a value; can be repeated',
    decides: 'content',
    parse: (value, previous) => ({ ...previous, ...readAssignment(value) }),
  }),
  theme: word({
    flags: '--theme <name>',
    about: "theme preset, in place of the flow's own; light,dark draws pictures for light and for dark pages",
    decides: 'content',
    config: 'theme',
    isFallback: true,
    variable: 'AUTHFLOW_THEME',
  }),
  templates: word({
    flags: '--templates <dir>',
    about: 'folder with templates that replace packaged ones, file by file',
    // What is in them decides the content, and is looked at itself.
    decides: 'selection',
    config: 'templates',
    isPath: true,
    variable: 'AUTHFLOW_TEMPLATES',
  }),
  style: of<'full' | 'compact' | 'rfc'>()({
    flags: '--style <name>',
    about: "style of the text diagram, in place of the flow's own",
    decides: 'content',
    choices: ['full', 'compact', 'rfc'],
  }),
  charset: of<'unicode' | 'ascii'>()({
    flags: '--charset <name>',
    about: 'glyphs of the text diagram',
    decides: 'content',
    choices: ['unicode', 'ascii'],
    config: 'charset',
    variable: 'AUTHFLOW_CHARSET',
  }),
  width: of<number>()({
    flags: '--width <columns>',
    about: 'columns that the text diagram should keep to',
    decides: 'content',
    config: 'width',
    variable: 'AUTHFLOW_WIDTH',
    parse: whole(20, 1000),
  }),
  fenced: flag({ flags: '--fenced', about: 'put diagrams between Markdown fences', decides: 'content' }),
  comment: word({
    flags: '--comment <prefix>',
    about: "put this before each line of diagrams, for source code: '# ', ' * '",
    decides: 'content',
  }),
  redact: flag({
    flags: '--redact',
    about: 'put REDACTED in place of secrets, instead of refusing them',
    decides: 'content',
  }),
  threats: flag({
    flags: '--threats',
    about: 'note the threats of each step, and what the flow does about them',
    decides: 'content',
  }),
  step: word({
    flags: '--step <name>',
    about: 'show one step, by its id, or one phase, with what is around it',
    decides: 'run',
  }),
  // False where the diagram is not to go through a pager.
  pager: of<boolean>()({ flags: '--no-pager', about: 'print long diagrams straight to the terminal', decides: 'run' }),
  imageWidth: of<number>()({
    flags: '--image-width <pixels>',
    about: 'width of pictures',
    decides: 'content',
    config: 'imageWidth',
    parse: whole(1, 20_000),
  }),
  scale: of<number>()({
    flags: '--scale <number>',
    about: 'pixels of a PNG for each pixel of the drawing',
    decides: 'content',
    config: 'scale',
    parse: (value) => readNumber(value, { minimum: 0.1, maximum: 10, whole: false }),
  }),
  background: word({
    flags: '--background <color>',
    about: 'background of pictures: a CSS color, or transparent',
    decides: 'content',
    config: 'background',
  }),
  embedFonts: flag({
    flags: '--embed-fonts',
    about: 'put the letters that an SVG uses of its fonts into it',
    decides: 'content',
    config: 'embedFonts',
  }),
  slides: flag({
    flags: '--slides',
    about: 'slides and a deck (<id>.slide-01.png …, <id>.deck.md) in place of other output',
    decides: 'selection',
  }),
  fit: of<{ readonly width: number; readonly height: number }>()({
    flags: '--fit <size>',
    about: 'of slides: 16:9 (default), 4:3, or pixels as in 1920x1080',
    decides: 'slides',
    parse: readFit,
  }),
  by: of<'phase' | 'step'>()({
    flags: '--by <what>',
    about: 'a slide for each phase (default), or for each step',
    decides: 'slides',
    choices: ['phase', 'step'],
  }),
  dim: flag({ flags: '--dim', about: 'with --by step: later steps are faint, not absent', decides: 'slides' }),
  browser: word({
    flags: '--browser <path>',
    about: 'Chrome, Chromium or Edge that draws the pictures',
    decides: 'run',
  }),
  jobs: of<number>()({
    flags: '--jobs <number>',
    about: 'browsers that draw pictures at once (default: as many as are worth starting)',
    decides: 'run',
    parse: whole(1, 64),
  }),
  reporter: of<ReporterName>()({
    flags: '--reporter <name>',
    about: 'how errors are told (default: text)',
    decides: 'run',
    choices: reporterNames,
  }),
  json: flag({ flags: '--json', about: 'print JSON', decides: 'run' }),
  resolved: flag({
    flags: '--resolved',
    about: 'print the flow file with all that it includes and extends worked in',
    decides: 'run',
  }),
  template: word({
    flags: '--template <id>',
    about: 'start from a flow that comes with authflow (see authflow list): a copy',
    decides: 'run',
  }),
  extends: flag({
    flags: '--extends',
    about: 'with --template: vary the flow by extends, instead of a copy',
    decides: 'run',
  }),
  dryRun: flag({
    flags: '--dry-run',
    about: 'write nothing, and print a table of what would be imported',
    decides: 'run',
  }),
  inPlace: flag({
    flags: '--in-place',
    about: 'put a block that authflow keeps in the place of each diagram',
    decides: 'run',
  }),
  new: word({
    flags: '--new <block>',
    about: 'add a block to each document: a flow, and what the block says of it, as "flows/login.yaml format=text"',
    decides: 'run',
  }),
  ci: of<CiName>()({
    flags: '--ci <name>',
    about: 'write the files with which a project checks its diagrams',
    decides: 'run',
    choices: ciNames,
  }),
  force: flag({
    flags: '--force',
    about: 'write over blocks that were edited by hand; with --in-place, replace what a flow does not say whole',
    decides: 'run',
  }),
  limit: of<Partial<Limits>>()({
    flags: '--limit <name=number>',
    about: 'raise what a flow file may cost: size (characters), nodes (values), depth (nesting); can be repeated',
    decides: 'run',
    parse: (value, previous) => ({ ...previous, ...readLimit(value) }),
  }),
  findings: flag({
    flags: '--findings',
    about: 'note what the security rules find, at its step, and in pages and decks',
    decides: 'content',
  }),
  strict: flag({ flags: '--strict', about: 'fail on warnings too', decides: 'run' }),
  profile: of<readonly string[]>()({
    flags: '--profile <list>',
    about: `take the flows for these too: ${flowProfiles.join(', ')}`,
    decides: 'run',
    parse: (value, previous) => readNames(value, previous, 'profiles', flowProfiles),
  }),
  rule: of<readonly string[]>()({
    flags: '--rule <list>',
    about: 'check only these rules, by id or name: SEC006,pkce-unpaired',
    decides: 'run',
    parse: (value, previous) => readNames(value, previous),
  }),
  strictTool: flag({
    flags: '--strict-tool',
    about: 'fail, too, where only the version of authflow or Mermaid makes output come out otherwise',
    decides: 'run',
  }),
  prune: flag({ flags: '--prune', about: 'remove the output of ours that no flow makes any more', decides: 'run' }),
  watch: flag({
    flags: '--watch',
    about: 'go on, and render again what a change touches; Ctrl-C ends it',
    decides: 'run',
  }),
  printConfig: flag({
    flags: '--print-config',
    about: 'print each value of the configuration, and where it comes from',
    decides: 'run',
  }),
};

export type OptionName = keyof typeof table;

/** What was given; a field that is absent was not. */
export type OptionValues = {
  readonly [Name in OptionName]?: ((typeof table)[Name] extends OptionSpec<infer Value> ? Value : never) | undefined;
};

/** A row, whatever its values are. */
type AnyOption = Omit<OptionSpec<unknown>, 'parse'> & {
  readonly parse?: ((value: string, previous: never) => unknown) | undefined;
};

export const options: Readonly<Record<OptionName, AnyOption>> = table;

export const optionNames = Object.keys(table) as OptionName[];

/** Those of the options that decide something. */
export const optionsThat = (decide: AnyOption['decides']): readonly OptionName[] =>
  optionNames.filter((name) => options[name].decides === decide);

/** Some of the values, by the names of their options. */
export const pickOptions = (values: OptionValues, names: readonly OptionName[]): OptionValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name as OptionName)));

/** `--format` */
export const flagOf = (name: OptionName): string => /--[a-z-]+/.exec(options[name].flags)?.[0] ?? '';

/** The options that were given, as a shell would take them again. */
export function optionWords(values: OptionValues, names: readonly OptionName[]): string[] {
  return names.flatMap((name) => {
    const value: unknown = values[name];
    if (value === undefined) return [];
    return value === true ? [flagOf(name)] : valueWords(value).flatMap((word) => [flagOf(name), quoteWord(word)]);
  });
}

function valueWords(value: unknown): string[] {
  if (Array.isArray(value)) return [value.join(',')];
  if (typeof value !== 'object' || value === null) return [String(value)];
  if ('width' in value && 'height' in value) return [`${String(value.width)}x${String(value.height)}`];
  return Object.entries(value).map(([name, text]) => `${name}=${text as string}`);
}

/** Quoted for a POSIX shell where it needs to be. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
