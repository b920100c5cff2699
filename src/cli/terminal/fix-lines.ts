/** Says what `--fix` has fixed, or would fix. */
import { positionAt } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { count, printable } from './printable.js';
import type { Fixed } from './report/index.js';

/** Fixes that are listed; the others are counted. */
const LIMIT = 100;

/** `flows/login.yaml:2:1: fixed: a flow has no key "titel" (write "title") [known-keys]`, a line for each. */
export function fixedLines(fixed: readonly Fixed[]): readonly string[] {
  const rest = fixed.length - LIMIT;
  return [...fixed.slice(0, LIMIT).map(fixedLine), ...(rest > 0 ? [`and ${count(rest, 'more mistake')} fixed`] : [])];
}

const fixedLine = ({ diagnostic: { code, message, span }, fix: { title } }: Fixed): string => {
  const { line, column } = span ? positionAt(span.source, span.start) : { line: 1, column: 1 };
  return printable(`${span?.source.path ?? ''}:${line}:${column}: fixed: ${message} (${title}) [${code}]`);
};

/** Of diagnostics that were found without `--fix`. */
export function fixableLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  const fixable = diagnostics.filter(({ fixes }) => fixes?.some(({ isSafe }) => isSafe));
  return fixable.length === 0 ? [] : [`${count(fixable.length, 'mistake')} can be fixed by: authflow check --fix`];
}
