/** A command: its part of the grammar, and a function from a request to an outcome. */
import type { Outcome } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { optionsThat } from './options.js';
import type { OptionName, OptionValues } from './options.js';

/** The arguments of a command. */
export interface Request {
  /** Flow files, folders, globs, ids of shipped flows, `-`; empty for the default. */
  readonly paths: readonly string[];
  readonly options: OptionValues;
}

export type Run = (world: World, request: Request) => Promise<Outcome>;

export interface CommandSpec {
  readonly about: string;
  /** The arguments, as shown in help. */
  readonly takes?: string;
  readonly options: readonly OptionName[];
  /** Options that its help has no row for, because it has more of them than a terminal has rows. */
  readonly unlisted?: readonly OptionName[];
  readonly examples: readonly (readonly [command: string, about: string])[];
  readonly run: Run;
}

/**
 * The options that decide the contents of the output folder: `render`, `check` and the command that fixes its findings share
 * them. Not `findings`, which `check` reports in its own way.
 */
export const outputOptions: readonly OptionName[] = optionsThat('selection', 'content', 'text', 'picture').filter(
  (name) => name !== 'findings',
);

/** The options that decide which slides there are, and what is on them. */
export const slideOptions: readonly OptionName[] = [
  ...optionsThat('slides'),
  ...optionsThat('selection', 'content').filter((name) => name !== 'format'),
];
