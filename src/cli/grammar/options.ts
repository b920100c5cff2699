/**
 * The table of all options: spelling, values, help, what they affect, and
 * the equivalent key of the configuration.
 */
import { flowProfiles } from '../../model/index.js';
import { slideFormats } from '../../outputs/index.js';
import type { SlideFormat } from '../../outputs/index.js';
import { registerFormats } from '../../register/index.js';
import type { RegisterFormat } from '../../register/index.js';
import type { Format } from '../../render.js';
import type { ConfigKey, Limits } from '../../syntax/index.js';
import { reporterNames } from '../terminal/index.js';
import type { ReporterName } from '../terminal/index.js';
import {
  formatList,
  readAssignment,
  readFit,
  readFormats,
  readLimit,
  readNames,
  readNumber,
  readPaperName,
  readShard,
  readSlideFormats,
} from './read-value.js';
import type { Shard } from './read-value.js';

/** The CI systems of `init --ci`. */
const ciNames = ['github', 'gitlab', 'pre-commit'] as const;
export type CiName = (typeof ciNames)[number];

interface OptionSpec<Value> {
  readonly flags: string;
  readonly about: string;
  /**
   * What it affects. content: the contents of any output; text, picture, slides: the contents of these only; selection: which
   * output there is, and where; run: the run, but no output.
   */
  readonly decides: 'content' | 'text' | 'picture' | 'slides' | 'selection' | 'run';
  /** The allowed values. */
  readonly choices?: readonly string[];
  /** Reads one value; `previous` is the value from an earlier use of the option. Throws a UsageError. */
  readonly parse?: (value: string, previous: Value | undefined) => Value;
  /** The key of the configuration that gives it a value. */
  readonly config?: ConfigKey;
  /** Whether the configuration's value is a path, relative to its file. */
  readonly isPath?: boolean;
  /** Whether help leaves it out, because the message of the error that needs it names it. */
  readonly isHidden?: boolean;
  /** Whether the configuration's value is only a default, for flows without one. */
  readonly isFallback?: boolean;
  /** Whether the values of the command line and the configuration apply together. */
  readonly isJoined?: boolean;
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
    about: formatList,
    decides: 'selection',
    config: 'formats',
    parse: readFormats,
  }),
  out: word({
    flags: '--out <dir>',
    about: 'output folder; default: out (import: flows)',
    decides: 'selection',
    config: 'out',
    isPath: true,
  }),
  stdout: flag({ flags: '--stdout', about: 'print the result', decides: 'run' }),
  output: word({
    flags: '-o, --output <file>',
    about: 'write one result here (format by extension); - prints it',
    decides: 'run',
  }),
  set: of<Readonly<Record<string, string>>>()({
    flags: '--set <name=value>',
    about: 'give a variable a value; repeatable',
    decides: 'content',
    parse: (value, previous) => ({ ...previous, ...readAssignment(value) }),
  }),
  theme: word({
    flags: '--theme <name>',
    about: 'theme preset; light,dark draws pictures for both',
    decides: 'content',
    config: 'theme',
    isFallback: true,
  }),
  templates: word({
    flags: '--templates <dir>',
    about: 'templates that replace packaged ones, file by file',
    // Their contents affect the output, and are hashed themselves.
    decides: 'selection',
    config: 'templates',
    isPath: true,
  }),
  style: of<'full' | 'compact' | 'rfc'>()({
    flags: '--style <name>',
    about: 'style of the text diagram: full, compact or rfc',
    decides: 'text',
    choices: ['full', 'compact', 'rfc'],
  }),
  charset: of<'unicode' | 'ascii'>()({
    flags: '--charset <name>',
    about: 'glyphs of the text diagram: unicode or ascii',
    decides: 'text',
    choices: ['unicode', 'ascii'],
    config: 'charset',
  }),
  width: of<number>()({
    flags: '--width <columns>',
    about: 'columns of the text diagram; default: 100, in blocks 72',
    decides: 'text',
    config: 'width',
    parse: whole(20, 1000),
  }),
  fenced: flag({ flags: '--fenced', about: 'put diagrams between Markdown fences', decides: 'text' }),
  comment: word({
    flags: '--comment <prefix>',
    about: 'put this before each line of diagrams: "# ", " * "',
    decides: 'text',
  }),
  redact: flag({
    flags: '--redact',
    about: 'write REDACTED for secrets instead of refusing them',
    decides: 'content',
  }),
  threats: flag({
    flags: '--threats',
    about: 'note the threats of each step and their mitigation',
    decides: 'content',
  }),
  step: word({
    flags: '--step <name>',
    about: 'only this step (by id) or phase, with its answers',
    decides: 'run',
  }),
  // False disables the pager.
  pager: of<boolean>()({ flags: '--no-pager', about: 'print long diagrams straight to the terminal', decides: 'run' }),
  imageWidth: of<number>()({
    flags: '--image-width <px>',
    about: 'width of pictures',
    decides: 'picture',
    config: 'imageWidth',
    parse: whole(1, 20_000),
  }),
  renderer: of<'native' | 'mermaid'>()({
    flags: '--renderer <name>',
    about: 'what draws pictures: native (default) or mermaid',
    decides: 'picture',
    choices: ['native', 'mermaid'],
    config: 'renderer',
  }),
  scale: of<number>()({
    flags: '--scale <number>',
    about: 'PNG pixels per pixel of the drawing; default: 2',
    decides: 'picture',
    config: 'scale',
    parse: (value) => readNumber(value, { minimum: 0.1, maximum: 10, whole: false }),
  }),
  background: word({
    flags: '--background <color>',
    about: 'background of pictures: a CSS color or transparent',
    decides: 'content',
    config: 'background',
  }),
  paper: word({
    flags: '--fit <paper>',
    about: 'cut pictures for a4, letter or 160x230mm, too',
    decides: 'picture',
    config: 'fit',
    parse: readPaperName,
  }),
  embedFonts: flag({
    flags: '--embed-fonts',
    about: 'embed fonts in SVG (only the letters used)',
    decides: 'picture',
    config: 'embedFonts',
  }),
  slideFormats: of<readonly SlideFormat[]>()({
    flags: '--format <names>',
    about: `${slideFormats.join(', ')}; several separated by commas; default: png,marp`,
    decides: 'slides',
    parse: readSlideFormats,
  }),
  fit: of<{ readonly width: number; readonly height: number }>()({
    flags: '--fit <size>',
    about: '16:9 (default), 4:3, or pixels as in 1920x1080',
    decides: 'slides',
    parse: readFit,
  }),
  by: of<'phase' | 'step'>()({
    flags: '--by <what>',
    about: 'a slide for each phase (default) or each step',
    decides: 'slides',
    choices: ['phase', 'step'],
  }),
  template: word({
    flags: '--template <file>',
    about: 'the .pptx or .potx whose look a deck has',
    decides: 'slides',
  }),
  build: flag({ flags: '--build', about: 'with pptx: one message appears per click', decides: 'slides' }),
  dim: flag({ flags: '--dim', about: 'with --by step: later steps are faint, not absent', decides: 'slides' }),
  browser: word({
    flags: '--browser <path>',
    about: 'Chrome, Chromium or Edge that draws the pictures',
    decides: 'run',
  }),
  timeout: of<number>()({
    flags: '--timeout <seconds>',
    about: 'give up a browser that takes longer',
    decides: 'run',
    isHidden: true,
    parse: whole(1, 3600),
  }),
  jobs: of<number>()({
    flags: '--jobs <number>',
    about: 'browsers that draw pictures at once',
    decides: 'run',
    parse: whole(1, 64),
  }),
  reporter: of<ReporterName>()({
    flags: '--reporter <name>',
    about: `report format: ${reporterNames.join(', ')}`,
    decides: 'run',
    choices: reporterNames,
  }),
  listThreats: flag({ flags: '--threats', about: 'the threats of all flows instead', decides: 'run' }),
  registerFormat: of<RegisterFormat>()({
    flags: '--format <name>',
    about: `with --threats: ${registerFormats.join(', ')}`,
    decides: 'run',
    choices: registerFormats,
  }),
  json: flag({ flags: '--json', about: 'print JSON', decides: 'run' }),
  resolved: flag({
    flags: '--resolved',
    about: 'print the flow file with include and extends applied',
    decides: 'run',
  }),
  from: word({
    flags: '--from <id>',
    about: 'start from a copy of a shipped flow (see authflow list)',
    decides: 'run',
  }),
  extends: flag({
    flags: '--extends',
    about: 'with --from: extend that flow instead of copying it',
    decides: 'run',
  }),
  dryRun: flag({
    flags: '--dry-run',
    about: 'write nothing; list the result for each diagram',
    decides: 'run',
  }),
  inPlace: flag({
    flags: '--in-place',
    about: 'replace each diagram by a block that authflow updates',
    decides: 'run',
  }),
  new: word({
    flags: '--new <block>',
    about: 'add a block to each document: "flows/a.yaml format=text"',
    decides: 'run',
  }),
  ci: of<CiName>()({
    flags: '--ci <name>',
    about: 'write files for a CI: github, gitlab or pre-commit',
    decides: 'run',
    choices: ciNames,
  }),
  force: flag({
    flags: '--force',
    about:
      'overwrite blocks edited by hand; with import --in-place, replace diagrams that a flow cannot fully express; with slides, six participants or more on 4:3',
    decides: 'run',
  }),
  limit: of<Partial<Limits>>()({
    flags: '--limit <name=n>',
    about: 'raise a limit: size (characters), nodes, depth',
    decides: 'run',
    isHidden: true,
    parse: (value, previous) => ({ ...previous, ...readLimit(value) }),
  }),
  findings: flag({
    flags: '--findings',
    about: 'note what the security rules find at each step',
    decides: 'content',
  }),
  strict: flag({ flags: '--strict', about: 'fail on warnings too', decides: 'run', config: 'lint.strict' }),
  profile: of<readonly string[]>()({
    flags: '--profile <list>',
    about: `check for these profiles too: ${flowProfiles.join(', ')}`,
    decides: 'run',
    config: 'lint.profiles',
    isJoined: true,
    parse: (value, previous) => readNames(value, previous, 'profiles', flowProfiles),
  }),
  baseline: word({
    flags: '--baseline <file>',
    about: 'accept the findings that this file lists',
    decides: 'run',
    config: 'lint.baseline',
    isPath: true,
  }),
  fix: flag({ flags: '--fix', about: 'fix what is safe to fix, then report the rest', decides: 'run' }),
  updateBaseline: flag({
    flags: '--update-baseline',
    about: 'list the present findings in the baseline, and no others',
    decides: 'run',
  }),
  rule: of<readonly string[]>()({
    flags: '--rule <list>',
    about: 'check only these rules, by id or name',
    decides: 'run',
    parse: (value, previous) => readNames(value, previous),
  }),
  verbose: flag({ flags: '--verbose', about: 'list the checked and skipped rules of each flow', decides: 'run' }),
  since: word({
    flags: '--since <ref>',
    about: 'only what changed since this commit, branch or tag',
    decides: 'run',
  }),
  strictTool: flag({
    flags: '--strict-tool',
    about: 'also fail if only the version of authflow or Mermaid differs',
    decides: 'run',
  }),
  strictPictures: flag({
    flags: '--strict-pictures',
    about: 'draw each PNG and PDF again, and compare them',
    decides: 'run',
  }),
  prune: flag({ flags: '--prune', about: 'delete generated files that no flow produces', decides: 'run' }),
  shard: of<Shard>()({
    flags: '--shard <n/total>',
    about: 'only a part of the flows: 2/4 is the second of four',
    decides: 'run',
    parse: readShard,
  }),
  watch: flag({
    flags: '--watch',
    about: 'render again after each change; Ctrl-C to stop',
    decides: 'run',
  }),
  printConfig: flag({
    flags: '--print-config',
    about: 'print each value of the configuration and its source',
    decides: 'run',
  }),
};

export type OptionName = keyof typeof table;

/** The given values; options that were not given are absent. */
export type OptionValues = {
  readonly [Name in OptionName]?: ((typeof table)[Name] extends OptionSpec<infer Value> ? Value : never) | undefined;
};

/** A row with values of any type. */
type AnyOption = Omit<OptionSpec<unknown>, 'parse'> & {
  readonly parse?: ((value: string, previous: never) => unknown) | undefined;
};

export const options: Readonly<Record<OptionName, AnyOption>> = table;

export const optionNames = Object.keys(table) as OptionName[];

/** The options that affect one of these. */
export const optionsThat = (...decide: readonly AnyOption['decides'][]): readonly OptionName[] =>
  optionNames.filter((name) => decide.includes(options[name].decides));

/** The values of the named options. */
export const pickOptions = (values: OptionValues, names: readonly OptionName[]): OptionValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name as OptionName)));

/** `--format` */
export const flagOf = (name: OptionName): string => /--[a-z-]+/.exec(options[name].flags)?.[0] ?? '';
