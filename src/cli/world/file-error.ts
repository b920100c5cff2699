/** Diagnostics about whole files. */
import type { Diagnostic } from '../../source/index.js';
import type { CommandCode } from './exit-code.js';

/** A diagnostic about a whole file. */
export function fileDiagnostic(code: CommandCode, path: string, message: string, hint?: string): Diagnostic {
  return { code, severity: 'error', message, hint, span: { source: { path, text: '' }, start: 0, end: 0 } };
}
