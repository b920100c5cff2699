/**
 * Mermaid wraps a fragment's label of one line: to as little as 80 pixels, with hyphens in long words, and in the middle of an
 * entity, which can make the picture invalid XML. It leaves a label of several lines alone, with few exceptions (wrapLabel in
 * its utils.ts; in Mermaid 11 the test for a line break remembers the last label, and can fail). So a label that wrapping would
 * damage gets a second line here, at a space if it has one.
 */
import type { Lines } from '../model/index.js';
import { firstSyntax } from './escape.js';

/** In characters. A longer word can be wider than the frame around a message between neighbours. */
const longWord = 14;
const lineWidth = 24;

/** The lines to print: the same text except for white space. */
export function breakLabel(lines: Lines): Lines {
  // A line of white space only has no size, and Mermaid then draws nothing at all.
  const label = lines
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .trim();
  if (label.includes('\n')) return label.split('\n');
  const syntax = firstSyntax(label, 'branch');
  if (syntax === null && label.split(' ').every((word) => word.length <= longWord)) return [label];
  const wrapped = wrapWords(label);
  if (wrapped.length > 1) return wrapped;
  const at = middleCut(label, / /g) ?? middleCut(label, /[^\p{L}\p{M}\p{N}]/gu) ?? syntaxCut(label, syntax);
  return at === null ? [label] : [label.slice(0, at).trim(), label.slice(at).trim()];
}

/** The offset after the match of `pattern` that is nearest to the middle. */
function middleCut(label: string, pattern: RegExp): number | null {
  const cuts = [...label.matchAll(pattern)]
    .map(({ index, 0: found }) => index + found.length)
    .filter((at) => at < label.length);
  const fromMiddle = (at: number): number => Math.abs(at - label.length / 2);
  return cuts.sort((one, other) => fromMiddle(one) - fromMiddle(other))[0] ?? null;
}

/** The offset after the character that becomes an entity, or before it if it is the last one; null for a single character. */
function syntaxCut(label: string, syntax: number | null): number | null {
  if (syntax === null || label.length === 1) return null;
  return syntax + 1 < label.length ? syntax + 1 : syntax;
}

function wrapWords(line: string): Lines {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
