/** Keeps internal errors apart. */
import { fileDiagnostic } from '../world/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

/** An internal error in one flow must not affect the others. */
export function withoutThrowing<T>(source: Source, work: () => T, failed: (diagnostic: Diagnostic) => T): T {
  try {
    return work();
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = 'internal error in authflow; the file itself may be valid';
    return failed(fileDiagnostic('internal-failure', source.path, message, what));
  }
}
