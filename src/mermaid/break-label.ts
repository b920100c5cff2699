/**
 * Mermaid wraps the label of a fragment where it has one line: into as little as 80 pixels, with hyphens in long words, and
 * through the middle of an entity, which can leave a picture that is no XML. A label of several lines it leaves alone, or
 * nearly (wrapLabel of its utils.ts; in Mermaid 11 the test for a line break remembers the last label, and can fail). So a
 * label that this would harm gets a second line from us, at a space where it has one.
 */
import type { Lines } from '../model/index.js';
import { firstSyntax } from './escape.js';

/** Characters: a longer word can be wider than the frame around a message between neighbours. */
const longWord = 14;
const lineWidth = 24;

/** The lines to write; white space apart, the same text. */
export function breakLabel(lines: Lines): Lines {
  // A line of white space alone has no size, and Mermaid then draws nothing at all: so there must never be one.
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

/** After the character, of those that `pattern` finds, that halves the label best. */
function middleCut(label: string, pattern: RegExp): number | null {
  const cuts = [...label.matchAll(pattern)]
    .map(({ index, 0: found }) => index + found.length)
    .filter((at) => at < label.length);
  const fromMiddle = (at: number): number => Math.abs(at - label.length / 2);
  return cuts.sort((one, other) => fromMiddle(one) - fromMiddle(other))[0] ?? null;
}

/** Right after what is written as an entity, or before it where nothing follows; none in a label of one character. */
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
