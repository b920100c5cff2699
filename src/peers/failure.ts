/**
 * Says why there is no picture, and how to fix that. The command prints it, and exits with 3 for `render-failed`, otherwise
 * with 4.
 */

import { explainSystemError } from '../files/index.js';

export type RasterFailureKind = 'no-browser' | 'missing-package' | 'render-failed';

export class RasterFailure extends Error {
  readonly kind: RasterFailureKind;

  /** `message` is for users: what is wrong, then, on separate lines, what to do. */
  constructor(kind: RasterFailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RasterFailure';
    this.kind = kind;
  }
}

/** What a thrown value says, in one line: of an error of the file system in authflow's words, the file and the reason. */
export function firstLine(thrown: unknown): string {
  const explained = explainSystemError(thrown);
  if (explained !== null) return explained;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.trim().split('\n', 1)[0] ?? '';
}

/** Tells the user about an event: one line, without a full stop. */
export type ReportNotice = (notice: string) => void;
