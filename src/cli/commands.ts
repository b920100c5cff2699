/** The commands, once: what each takes and says of itself. Their code is loaded when they run. */
import type { Diagnostic } from '../diagnostic.js';
import type { ExitCode } from './exit-code.js';
import type { OptionName, OptionValues } from './options.js';
import type { World } from './world.js';

/** What the command line asks of a command. */
export interface Request {
  /** Flow files, folders, globs, ids of shipped flows, `-`; empty for the default. */
  readonly paths: readonly string[];
  readonly options: OptionValues;
}

/** What a command leaves to say. Its data is written by then. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were looked at, in order. */
  readonly paths: readonly string[];
  /** The last word for people, in one or more lines without the final break. */
  readonly summary?: string | undefined;
  /** Exit codes beside those that the diagnostics mean. */
  readonly codes?: readonly ExitCode[];
  /** True where standard output holds data, so that a report must not mix with it. */
  readonly printsData?: boolean;
}

export type Run = (world: World, request: Request) => Promise<Outcome>;

export interface CommandSpec {
  readonly about: string;
  /** As help shows it. */
  readonly takes?: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly (readonly [command: string, about: string])[];
  readonly load: () => Promise<Run>;
}

/** What decides the bytes of text output; `check` and the command that mends its findings share them. */
export const textOptions = [
  'format',
  'out',
  'set',
  'theme',
  'templates',
  'charset',
  'width',
] as const satisfies readonly OptionName[];

export const commands = {
  render: {
    about: 'Render flow files to Mermaid, text diagram, Markdown page and pictures',
    takes: '[paths...]',
    options: [...textOptions, 'stdout', 'output', 'imageWidth', 'scale', 'background', 'browser', 'jobs', 'reporter'],
    examples: [
      ['authflow render', 'every flow in flows/, to out/'],
      ['authflow render flows/login.yaml --format mermaid,svg,png', 'one flow, with pictures'],
      ['authflow render login.yaml --format text --stdout', 'the text diagram, to a pipe'],
      ['authflow render login.yaml -o docs/login.mmd', 'one file, where you want it'],
      ['authflow render --set host=login.example.com --out public', 'with a value of a variable'],
    ],
    load: async () => (await import('./commands/render.js')).runRender,
  },
  check: {
    about: 'Fail when a flow is invalid or its committed output is not current',
    takes: '[paths...]',
    options: [...textOptions, 'reporter'],
    examples: [
      ['authflow check', 'what CI runs: every flow in flows/ against out/'],
      ['authflow check flows/login.yaml', 'one flow'],
      ['authflow check --reporter github', 'with annotations in the pull request'],
      ['authflow check --reporter sarif > authflow.sarif', 'for code scanning'],
    ],
    load: async () => (await import('./commands/check.js')).runCheck,
  },
  show: {
    about: 'Print the text diagram of flows',
    takes: '[paths...]',
    options: ['set', 'templates', 'charset', 'width', 'reporter'],
    examples: [
      ['authflow show flows/login.yaml', 'in the width of the terminal'],
      ['authflow show client-credentials', 'a shipped flow, by its id'],
      ['authflow show login.yaml --charset ascii > login.txt', 'for a plain text file'],
    ],
    load: async () => (await import('./commands/show.js')).runShow,
  },
  list: {
    about: 'List flows: id, title, specifications, participants, steps, status',
    takes: '[paths...]',
    options: ['json', 'reporter'],
    examples: [
      ['authflow list', 'the flows in flows/, or else the shipped ones'],
      ['authflow list "docs/**/*.flow.yaml" --json', 'for a program'],
    ],
    load: async () => (await import('./commands/list.js')).runList,
  },
  init: {
    about: 'Write a commented flow file to start from',
    takes: '[file]',
    options: [],
    examples: [
      ['authflow init', 'writes flows/sign-in.yaml'],
      ['authflow init flows/password-reset.yaml', 'names the flow password-reset'],
    ],
    load: async () => (await import('./commands/init.js')).runInit,
  },
  schema: {
    about: 'Print the JSON Schema of flow files',
    options: [],
    examples: [['authflow schema > flow.schema.json', 'for an editor or another validator']],
    load: async () => (await import('./commands/schema.js')).runSchema,
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
