/** A text's lines, with their places. */
import type { Range } from './passage.js';

export interface Line {
  /** The line without its line break. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The start of the next line. */
  readonly next: number;
}

/** Line breaks are LF or CRLF; a final one ends the last line. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    const line = text.slice(start, feed === -1 ? next : feed).replace(/\r$/, '');
    lines.push({ text: line, start, end: start + line.length, next });
    start = next;
  }
  return lines;
}

/** A line and its line feed, without anything between them. */
export function lineRanges(start: number, end: number, next: number): readonly Range[] {
  return next === end
    ? [{ start, end }]
    : [
        { start, end },
        { start: next - 1, end: next },
      ];
}
