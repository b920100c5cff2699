/** The options of all commands, once: how they are spelled, what they take, and what help says of them. */
import { reporterNames } from '../terminal/index.js';
import type { ReporterName } from '../terminal/index.js';
import { UsageError } from '../world/index.js';
import { flowProfiles, pictureFormats, textFormats } from '../../model/index.js';
import { nearestOf } from '../../source/index.js';
import type { Limits } from '../../syntax/index.js';
import type { Format } from '../../compile.js';

export { pictureFormats, textFormats } from '../../model/index.js';

/** What `init --ci` writes files for. */
export const ciNames = ['github', 'gitlab', 'pre-commit'] as const;
export type CiName = (typeof ciNames)[number];

export type PictureFormat = (typeof pictureFormats)[number];

export const styleNames = ['full', 'compact', 'rfc'] as const;
type StyleName = (typeof styleNames)[number];

export type OutputFormat = Format | PictureFormat;

/** What the command line gave; a field that is absent was not given. */
export interface OptionValues {
  readonly format?: readonly OutputFormat[];
  readonly out?: string;
  readonly stdout?: true;
  readonly output?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly theme?: string;
  readonly templates?: string;
  readonly style?: StyleName;
  readonly charset?: 'unicode' | 'ascii';
  readonly width?: number | undefined;
  readonly fenced?: true;
  readonly comment?: string;
  readonly step?: string;
  /** False where the diagram is not to go through a pager. */
  readonly pager?: boolean;
  readonly imageWidth?: number;
  readonly scale?: number;
  readonly background?: string;
  readonly embedFonts?: true;
  readonly slides?: true;
  /** Pixels of a slide. */
  readonly fit?: { readonly width: number; readonly height: number };
  readonly by?: 'phase' | 'step';
  readonly dim?: true;
  readonly browser?: string;
  readonly jobs?: number;
  readonly reporter?: ReporterName;
  readonly json?: true;
  readonly resolved?: true;
  readonly template?: string;
  readonly extends?: true;
  readonly dryRun?: true;
  readonly inPlace?: true;
  readonly new?: string;
  readonly ci?: CiName;
  readonly force?: true;
  readonly limit?: Partial<Limits>;
  readonly redact?: true;
  readonly threats?: true;
  readonly findings?: true;
  readonly strict?: true;
  readonly profile?: readonly string[];
  readonly rule?: readonly string[];
  readonly printConfig?: true;
  readonly strictTool?: true;
  readonly prune?: true;
  readonly watch?: true;
}

export type OptionName = keyof OptionValues;

export interface OptionSpec {
  readonly flags: string;
  readonly about: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** Reads one value; `previous` is what an earlier use of the same option gave. Throws {@link UsageError}. */
  readonly parse?: (value: string, previous: unknown) => unknown;
}

export const options: Readonly<Record<OptionName, OptionSpec>> = {
  format: {
    flags: '--format <list>',
    about: 'mermaid, text (or ascii), page, alt, steps, svg, png, pdf, with commas between; default: the texts',
    parse: (value, previous) => [
      ...new Set([...((previous as OutputFormat[] | undefined) ?? []), ...readFormats(value)]),
    ],
  },
  out: { flags: '--out <dir>', about: 'output folder (default: out; of import: flows)' },
  stdout: { flags: '--stdout', about: 'print the result instead of writing files' },
  output: {
    flags: '-o, --output <file>',
    about: 'write the one result here; its ending says which format, - prints it',
  },
  set: {
    flags: '--set <name=value>',
    about: 'give a variable a value; can be repeated',
    parse: (value, previous) => ({
      ...(previous ?? {}),
      ...readAssignment(value),
    }),
  },
  theme: {
    flags: '--theme <name>',
    about: "theme preset, in place of the flow's own; light,dark draws pictures for light and for dark pages",
  },
  templates: { flags: '--templates <dir>', about: 'folder with templates that replace packaged ones, file by file' },
  style: {
    flags: '--style <name>',
    about: "style of the text diagram, in place of the flow's own",
    choices: styleNames,
  },
  charset: { flags: '--charset <name>', about: 'glyphs of the text diagram', choices: ['unicode', 'ascii'] },
  width: {
    flags: '--width <columns>',
    about: 'columns that the text diagram should keep to',
    parse: (value) => readNumber(value, { minimum: 20, maximum: 1000, whole: true }),
  },
  fenced: { flags: '--fenced', about: 'put diagrams between Markdown fences' },
  comment: {
    flags: '--comment <prefix>',
    about: "put this before each line of diagrams, for source code: '# ', ' * '",
  },
  step: { flags: '--step <name>', about: 'show one step, by its id, or one phase, with what is around it' },
  pager: { flags: '--no-pager', about: 'print long diagrams straight to the terminal' },
  imageWidth: {
    flags: '--image-width <pixels>',
    about: 'width of pictures',
    parse: (value) => readNumber(value, { minimum: 1, maximum: 20_000, whole: true }),
  },
  scale: {
    flags: '--scale <number>',
    about: 'pixels of a PNG for each pixel of the drawing',
    parse: (value) => readNumber(value, { minimum: 0.1, maximum: 10, whole: false }),
  },
  background: { flags: '--background <color>', about: 'background of pictures: a CSS color, or transparent' },
  embedFonts: { flags: '--embed-fonts', about: 'put the letters that an SVG uses of its fonts into it' },
  slides: {
    flags: '--slides',
    about: 'slides and a deck (<id>.slide-01.png …, <id>.deck.md) in place of other output',
  },
  fit: { flags: '--fit <size>', about: 'of slides: 16:9 (default), 4:3, or pixels as in 1920x1080', parse: readFit },
  by: { flags: '--by <what>', about: 'a slide for each phase (default), or for each step', choices: ['phase', 'step'] },
  dim: { flags: '--dim', about: 'with --by step: later steps are faint, not absent' },
  browser: { flags: '--browser <path>', about: 'Chrome, Chromium or Edge that draws the pictures' },
  jobs: {
    flags: '--jobs <number>',
    about: 'browsers that draw pictures at once (default: as many as are worth starting)',
    parse: (value) => readNumber(value, { minimum: 1, maximum: 64, whole: true }),
  },
  reporter: { flags: '--reporter <name>', about: 'how errors are told (default: text)', choices: reporterNames },
  json: { flags: '--json', about: 'print JSON' },
  resolved: { flags: '--resolved', about: 'print the flow file with all that it includes and extends worked in' },
  template: {
    flags: '--template <id>',
    about: 'start from a flow that comes with authflow (see authflow list): a copy',
  },
  extends: { flags: '--extends', about: 'with --template: vary the flow by extends, instead of a copy' },
  dryRun: { flags: '--dry-run', about: 'write nothing, and print a table of what would be imported' },
  inPlace: { flags: '--in-place', about: 'put a block that authflow keeps in the place of each diagram' },
  new: {
    flags: '--new <block>',
    about: 'add a block to each document: a flow, and what the block says of it, as "flows/login.yaml format=text"',
  },
  ci: { flags: '--ci <name>', about: 'write the files with which a project checks its diagrams', choices: ciNames },
  force: {
    flags: '--force',
    about: 'write over blocks that were edited by hand; with --in-place, replace what a flow does not say whole',
  },
  limit: {
    flags: '--limit <name=number>',
    about: 'raise what a flow file may cost: size (characters), nodes (values), depth (nesting); can be repeated',
    parse: (value, previous) => ({ ...(previous ?? {}), ...readLimit(value) }),
  },
  threats: { flags: '--threats', about: 'note the threats of each step, and what the flow does about them' },
  findings: { flags: '--findings', about: 'note what the security rules find, at its step, and in pages and decks' },
  redact: { flags: '--redact', about: 'put REDACTED in place of secrets, instead of refusing them' },
  strict: { flags: '--strict', about: 'fail on warnings too' },
  profile: {
    flags: '--profile <list>',
    about: `take the flows for these too: ${flowProfiles.join(', ')}`,
    parse: (value, previous) => addNames(value, previous, 'profiles', flowProfiles),
  },
  rule: {
    flags: '--rule <list>',
    about: 'check only these rules, by id or name: SEC006,pkce-unpaired',
    parse: (value, previous) => addNames(value, previous),
  },
  strictTool: {
    flags: '--strict-tool',
    about: 'fail, too, where only the version of authflow or Mermaid makes output come out otherwise',
  },
  prune: { flags: '--prune', about: 'remove the output of ours that no flow makes any more' },
  watch: { flags: '--watch', about: 'go on, and render again what a change touches; Ctrl-C ends it' },
  printConfig: { flags: '--print-config', about: 'print each value of the configuration, and where it comes from' },
};

/** A list with commas, and further ones. */
function addNames(list: string, previous: unknown, kind = '', known: readonly string[] | null = null): string[] {
  const names = list.split(',').map((name) => name.trim());
  for (const name of names)
    if (known && !known.includes(name)) throw new UsageError(`${nearestOf(name, kind, known)}.`);
  return [...((previous as string[] | undefined) ?? []), ...names];
}

const aliases: Readonly<Record<string, OutputFormat>> = { ascii: 'text' };
const formatNames: readonly OutputFormat[] = [...textFormats, ...pictureFormats];

function readFormats(list: string): OutputFormat[] {
  return list.split(',').map((written) => {
    const name = written.trim().toLowerCase();
    const format = aliases[name] ?? formatNames.find((known) => known === name);
    if (format) return format;
    throw new UsageError(`${nearestOf(name, 'formats', [...formatNames, ...Object.keys(aliases)])}.`);
  });
}

const fits: Readonly<Record<string, { width: number; height: number }>> = {
  '16:9': { width: 2560, height: 1440 },
  '4:3': { width: 1920, height: 1440 },
};

function readFit(text: string): { width: number; height: number } {
  const [, width, height] = /^(\d+)x(\d+)$/i.exec(text) ?? [];
  const side = (pixels: string): number => readNumber(pixels, { minimum: 320, maximum: 8192, whole: true });
  if (width !== undefined && height !== undefined) return { width: side(width), height: side(height) };
  const known = fits[text];
  if (known) return known;
  throw new UsageError(`write 16:9, 4:3 or pixels: 1920x1080.`);
}

const limitNames = ['size', 'nodes', 'depth'] as const satisfies readonly (keyof Limits)[];

function readLimit(text: string): Partial<Limits> {
  const [[name, value] = ['', '']] = Object.entries(readAssignment(text));
  const known = limitNames.find((limit) => limit === name);
  if (known) return { [known]: readNumber(value, { minimum: 1, maximum: 1_000_000_000, whole: true }) };
  throw new UsageError(`${nearestOf(name, 'limits', limitNames)}.`);
}

function readAssignment(text: string): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new UsageError('write NAME=VALUE.');
  return { [text.slice(0, equals)]: text.slice(equals + 1) };
}

interface NumberLimits {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

function readNumber(text: string, { minimum, maximum, whole }: NumberLimits): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (number >= minimum && number <= maximum && (!whole || Number.isInteger(number))) return number;
  throw new UsageError(`it must be a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}.`);
}

/** The options that were given, as a shell would take them again. */
export function optionWords(values: OptionValues, names: readonly OptionName[]): string[] {
  return names.flatMap((name) => {
    const flag = /--[a-z-]+/.exec(options[name].flags)?.[0] ?? '';
    const value = values[name];
    if (value === undefined) return [];
    return typeof value === 'boolean' ? [flag] : valueWords(value).flatMap((word) => [flag, quoteWord(word)]);
  });
}

function valueWords(value: Exclude<OptionValues[OptionName], boolean | undefined>): string[] {
  if (typeof value !== 'object') return [String(value)];
  if (value instanceof Array) return [value.join(',')];
  return Object.entries(value).map(([name, text]) => `${name}=${text}`);
}

/** Quoted for a POSIX shell where it needs to be. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The files with which a project checks its diagrams: in GitHub Actions, in GitLab CI, before each commit. */
