/**
 * Removes the text of unedited blocks from a document before it is parsed: it is our own, and makes up most of a document
 * with diagrams.
 */
import { countWhile } from '../../source/index.js';
import { checksumOf, readBlockText } from './block-text.js';
import { blockPrefix, MARK } from './marker.js';

export interface Shortened {
  readonly text: string;
  /** Maps an offset in the shortened text to the original. */
  readonly toSource: (offset: number) => number;
}

export function skipSealed(text: string): Shortened {
  const cuts = findSealed(text);
  const starts = [0, ...cuts.map(({ end }) => end)];
  const kept = starts.map((start, index) => text.slice(start, cuts[index]?.start));
  return { text: kept.join(''), toSource: lengthener(cuts) };
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Finds the text between a begin and an end whose checksum matches. */
function findSealed(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let begin: MarkedLine | null = null;
  let line: MarkedLine | null = null;
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + 1)) {
    // A line may have many marks.
    if (line === null || at >= line.next) line = lineAround(text, at);
    if (text.startsWith(`${MARK}begin`, at)) begin = line;
    else if (begin) {
      const cut = cutBetween(begin, line, text);
      if (cut) cuts.push(cut);
      begin = null;
    }
  }
  return cuts;
}

interface MarkedLine {
  readonly start: number;
  readonly text: string;
  /** The start of the next line. */
  readonly next: number;
}

function lineAround(text: string, at: number): MarkedLine {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const next = end === -1 ? text.length : end + 1;
  return { start, text: text.slice(start, next), next };
}

/** Keeps the first blank line: two comments on neighbouring lines would be one paragraph. */
function cutBetween(begin: MarkedLine, end: MarkedLine, text: string): Cut | null {
  const [, sum] = /authflow:end[ \t]+checksum=([0-9a-f]{12})/.exec(end.text) ?? [];
  if (sum === undefined) return null;
  const between = text.slice(begin.next, end.start);
  const [blank] = /^[ \t>]*\r?\n/.exec(between) ?? [];
  const [before = ''] = /^[^[<{]*/.exec(begin.text) ?? [];
  if (blank === undefined || checksumOf(readBlockText(between, blockPrefix(before))) !== sum) return null;
  return { start: begin.next + blank.length, end: end.start };
}

function lengthener(cuts: readonly Cut[]): (offset: number) => number {
  let removed = 0;
  /** Where each cut is in the shortened text, and how much is removed up to its end. */
  const places = cuts.map(({ start, end }) => {
    const at = start - removed;
    removed += end - start;
    return { at, removed };
  });
  return (offset) => offset + (places[countWhile(places, ({ at }) => at <= offset) - 1]?.removed ?? 0);
}
