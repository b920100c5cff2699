/** What a command is: its part of the grammar, and a function from a request to an outcome. */
import type { Outcome } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { optionsThat } from './options.js';
import type { OptionName, OptionValues } from './options.js';

/** What the command line asks of a command. */
export interface Request {
  /** Flow files, folders, globs, ids of shipped flows, `-`; empty for the default. */
  readonly paths: readonly string[];
  readonly options: OptionValues;
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

/**
 * What decides what is in the output folder: `render`, `check` and the command that fixes its findings share it. Not
 * findings, which `check` reports in its own way.
 */
export const outputOptions: readonly OptionName[] = optionsThat('selection', 'content', 'text', 'picture').filter(
  (name) => name !== 'findings',
);

/** What decides which slides there are, and what is on them. */
export const slideOptions: readonly OptionName[] = [
  ...optionsThat('slides'),
  ...optionsThat('selection', 'content').filter((name) => name !== 'format'),
];
