/** Characters that no diagram can show: C0 and C1 except tab and line breaks, DEL, lone surrogates, U+FFFE and U+FFFF. */
import type { Diagnostic, Span } from '../source/index.js';

// eslint-disable-next-line no-control-regex -- finding them is the point
const undrawable = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u;

/** The offset of the first such character, or -1. */
export function findControlCharacter(text: string): number {
  return text.search(undrawable);
}

/** `U+0007` */
function nameCharacter(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

export function controlCharacter(code: number, span: Span): Diagnostic {
  return {
    code: 'control-character',
    severity: 'error',
    message: `the character ${nameCharacter(code)} can't be drawn`,
    span,
    hint: 'remove it',
  };
}
