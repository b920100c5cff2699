/** Splits a diagram as Mermaid does before it parses: into front matter, directives, comments and the remaining code. */
import { parseData } from '../../syntax/index.js';
import { offsetInSource, rangesOf, removeRanges } from '../passage.js';
import type { Passage, Range } from '../passage.js';
import { splitLines } from '../lines.js';
import type { Comment } from '../reader.js';

export interface SplitDiagram {
  /** Front matter and directives, as Mermaid expects them before the code. */
  readonly head: string;
  /** The offset of the head; null where there is none. */
  readonly headAt: number | null;
  /** The front matter's title, or ''. */
  readonly title: string;
  readonly code: Passage;
  /** In order. */
  readonly comments: readonly Comment[];
}

/** The expressions of Mermaid's own preprocessing: diagram-api/regexes.ts and comments.ts. */
const directives = /%{2}\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%{2}).|\n)*)?\s*(?:\}%{2})?/g;
const commentLines = /^[^\S\n\r\u2028\u2029]*%%(?!\{)[^\n]*(?:\n|$)/gm;
const leadingBlanks = /^\s+/g;

/** Whether Mermaid would read the text as one, or it was meant to be one: Mermaid itself reports wrong spellings. */
export const isSequenceDiagram = (text: string): boolean => /^\s*sequence\s*diagram\b/i.test(bareCode(text));

const bareCode = (text: string): string =>
  withoutFront(text.trimStart()).replace(directives, '').replace(commentLines, '');

const withoutFront = (text: string): string => text.slice(frontRanges(text)[0]?.end ?? 0);

/**
 * The front matter at the beginning: what Mermaid's `/^([^\S\n]*)-{3}\s*\n(.*?)\n\1-{3}\s*\n+/s` matches, without going through
 * the text again for each blank line at its beginning.
 */
function frontRanges(text: string): readonly Range[] {
  const [opening, indent = ''] = /^([^\S\n]*)-{3}\s*\n/.exec(text) ?? [];
  if (opening === undefined) return [];
  const closing = new RegExp(`\\n${indent}-{3}\\s*\\n`, 'g');
  // Mermaid would rather begin below all blank lines; only the last of them can end what is above.
  const isBlank = opening.indexOf('\n') < opening.length - 1;
  for (const from of [opening.length, ...(isBlank ? [opening.length - 1] : [])]) {
    closing.lastIndex = from;
    const closed = closing.exec(text);
    if (closed) return [{ start: 0, end: closed.index + closed[0].length }];
  }
  return [];
}

/** The word that the diagram begins with, without what is the same in many: `sequence`, `class`, `flowchart`. */
export function diagramKind(text: string): string {
  const [word = ''] = /^[\w-]+/.exec(bareCode(text).trimStart()) ?? [];
  const kind = word.replace(/Diagram(?:-v2)?$|-beta$/i, '');
  return kind === 'graph' ? 'flowchart' : kind || 'empty';
}

export function splitDiagram(diagram: Passage): SplitDiagram {
  const trimmed = removeRanges(diagram, rangesOf(diagram.text, /^(?:[^\S\n]*\n)+/g));
  const front = frontRanges(trimmed.text);
  const behind = removeRanges(trimmed, front);
  const found = rangesOf(behind.text, directives);
  const bare = removeRanges(behind, found);
  const lines = rangesOf(bare.text, commentLines);
  const clean = removeRanges(bare, lines);
  const code = removeRanges(clean, rangesOf(clean.text, leadingBlanks));
  const texts = [...front.map((range) => cut(trimmed, range)), ...found.map((range) => `${cut(behind, range)}\n`)];
  const first = front[0] ? offsetInSource(trimmed, 0) : found[0] ? offsetInSource(behind, found[0].start) : null;
  return {
    head: texts.join(''),
    headAt: first,
    title: front[0] ? readTitle(cut(trimmed, front[0])) : '',
    code,
    comments: [...lines.map((range) => lineComment(bare, range)), ...hashComments(code)].sort(
      (one, other) => one.offset - other.offset,
    ),
  };
}

const cut = ({ text }: Passage, { start, end }: Range): string => text.slice(start, end);

function readTitle(front: string): string {
  const lines = front.trimEnd();
  const yaml = lines.slice(lines.indexOf('\n') + 1, lines.lastIndexOf('\n'));
  const { data } = parseData({ path: '', text: yaml });
  const title = typeof data === 'object' && data !== null && 'title' in data ? data.title : '';
  return typeof title === 'string' || typeof title === 'number' ? String(title) : '';
}

function lineComment(passage: Passage, range: Range): Comment {
  const text = cut(passage, range);
  return {
    text: text.trim().replace(/^%%\s?/, ''),
    offset: offsetInSource(passage, range.start + text.length - text.trimStart().length),
    isTrailing: false,
  };
}

/** Mermaid stops reading a line at a `#` that begins no entity, except in the texts of `accTitle` and `accDescr`. */
function hashComments(code: Passage): readonly Comment[] {
  const accessible = rangesOf(
    code.text,
    /^[^\S\n\r\u2028\u2029]*acc(?:Title\s*:|Descr\s*:)[^\n]*|accDescr\s*\{[^{}]*\}/gim,
  );
  let passed = 0;
  return splitLines(code.text).flatMap(({ text: line, start }): Comment[] => {
    const at = line.search(/#(?!\w+;)/);
    while ((accessible[passed]?.end ?? Infinity) <= start + at) passed += 1;
    const isText = (accessible[passed]?.start ?? Infinity) <= start + at;
    if (at === -1 || isText) return [];
    const isTrailing = line.slice(0, at).trim() !== '';
    return [{ text: line.slice(at + 1).trim(), offset: offsetInSource(code, start + at), isTrailing }];
  });
}
