/** Exit codes, and the exit code of each diagnostic. */
import { isError } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';

export const exitCodes = {
  fine: 0,
  /** Invalid flow, stale output. */
  findings: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** Rendering, file or internal failure. */
  failure: 3,
  /** Pictures were asked for, and the canvas or the browser that draws them is not there. */
  noBrowser: 4,
} as const;

/** The descriptions for help and documentation. */
export const exitCodeWords = {
  0: 'fine',
  1: 'findings: an invalid flow, output that is not current',
  2: 'wrong usage or configuration',
  3: 'a file could not be read or written, or rendering failed',
  4: 'what draws the pictures is missing; the texts are written',
} as const satisfies Record<ExitCode, string>;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** If several apply, the first one here is used: the user must fix that first. */
const precedence: readonly ExitCode[] = [2, 3, 4, 1];

export function worstOf(codes: readonly ExitCode[]): ExitCode {
  return precedence.find((code) => codes.includes(code)) ?? exitCodes.fine;
}

/** The exit codes of mistakes that only the command line can find. */
const commandCodes = {
  'readable-files': exitCodes.failure,
  'writable-output': exitCodes.failure,
  'output-stays-inside': exitCodes.failure,
  'links-stay-inside': exitCodes.failure,
  'drawable-pictures': exitCodes.failure,
  'internal-failure': exitCodes.failure,
  'picture-tools': exitCodes.noBrowser,
  'mermaid-parser': exitCodes.failure,
  'known-documents': exitCodes.usage,
  'known-baselines': exitCodes.usage,
  'readable-baselines': exitCodes.usage,
  'changed-meanwhile': exitCodes.failure,
  'existing-flow': exitCodes.findings,
  'existing-block': exitCodes.findings,
  'utf-8-text': exitCodes.findings,
  'unique-flow-ids': exitCodes.findings,
  'current-output': exitCodes.findings,
  'unedited-output': exitCodes.findings,
  'same-tool': exitCodes.findings,
  'no-orphans': exitCodes.findings,
} as const satisfies Record<string, ExitCode>;

export type CommandCode = keyof typeof commandCodes;

/** Wrong usage of the command line: ends the run with its message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Any other error is a finding in a flow. */
export function exitCodeOf(diagnostic: Diagnostic): ExitCode {
  if (!isError(diagnostic)) return exitCodes.fine;
  const known: Readonly<Record<string, ExitCode>> = commandCodes;
  return known[diagnostic.code] ?? exitCodes.findings;
}
