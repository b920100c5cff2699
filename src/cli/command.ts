/** What a command is: its part of the grammar, and a function from a request to an outcome. */
import type { Diagnostic } from '../diagnostic.js';
import type { ExitCode } from './exit-code.js';
import type { OptionName, OptionValues } from './options.js';
import type { SkippedRule } from './report/reporter.js';
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
  /** Where security rules were asked: those that had nothing to look at. */
  readonly skipped?: readonly SkippedRule[];
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
  readonly run: Run;
}

/** What decides what is in the output folder; `render`, `check` and the command that mends its findings share them. */
export const outputOptions = [
  'format',
  'out',
  'set',
  'theme',
  'templates',
  'style',
  'charset',
  'width',
  'fenced',
  'comment',
  'redact',
  'threats',
  'imageWidth',
  'scale',
  'background',
  'embedFonts',
] as const satisfies readonly OptionName[];
