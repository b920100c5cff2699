/**
 * Lines of a paragraph without the mark of the quote, or the indentation of the list, that they belong to (CommonMark §5.1, "laziness").
 * The parser's time grows with the square of their number, so that there is a limit, which no document written by hand reaches.
 */
import { fencedParts } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

const MOST = 1000;

const container = /^[ \t]*(?:(>[ \t>]*)|(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$))/;

/** Null for a document that can be read. */
export function tooManyLazyLines(source: Source): Diagnostic | null {
  let offset = 0;
  for (const { text, isCode } of fencedParts(source.text)) {
    const at = isCode ? null : firstBeyond(text);
    if (at !== null) {
      return {
        code: 'readable-documents',
        severity: 'error',
        message: `more than ${MOST.toLocaleString('en')} lines without a blank line continue a quote or a list item`,
        span: { source, start: offset + at, end: offset + at },
        hint: 'write ">" before each line of a quote, indent the lines of a list item, or write blank lines',
      };
    }
    offset += text.length;
  }
  return null;
}

/** The offset of the line that is one too many. */
function firstBeyond(text: string): number | null {
  let [inside, depth, lazy, offset]: ['' | 'quote' | 'list', number, number, number] = ['', 0, 0, 0];
  for (const line of text.split(/(?<=\n)/)) {
    const [marks, quote] = container.exec(line) ?? [];
    const quotes = quote?.replace(/[^>]/g, '').length ?? 0;
    if (line.trim() === '') [inside, depth, lazy] = ['', 0, 0];
    else if (quotes < depth && quotes > 0) lazy += 1;
    else if (marks !== undefined)
      [inside, depth] = [quotes === 0 && inside === '' ? 'list' : 'quote', Math.max(depth, quotes)];
    else if (inside === 'quote' || (inside === 'list' && !/^[ \t]/.test(line))) lazy += 1;
    if (lazy > MOST) return offset;
    offset += line.length;
  }
  return null;
}
