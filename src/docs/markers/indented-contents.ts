/**
 * Finds what dialects of Markdown indent by four columns below a head: admonitions and content tabs of MkDocs, definitions and
 * footnotes. CommonMark reads it as indented code, or as a part of the head's paragraph.
 */
import type { Event } from 'micromark-util-types';
import { countWhile } from '../../source/index.js';
import { blockPrefix } from './marker.js';

export interface Contents {
  /** The lines without their indentation. */
  readonly text: string;
  /** The whole lines in the text around them. */
  readonly start: number;
  readonly end: number;
  /** Maps an offset in the lines to the text around them. */
  readonly toOuter: (offset: number) => number;
}

/** `!!! note`, `??? note`, `=== "Tab"`, `:   a definition`, `[^1]: a footnote`; also in quotes and list items. */
const head =
  /^((?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*)(?:!!![ \t]|\?\?\?\+?[ \t]|===[!+]?[ \t]+["']|:[ \t]{1,3}\S|\[\^[^\]\s]+\]:)/;

/** Only a paragraph, or what CommonMark takes for a definition, can be a head: code is neither. */
export function findContents(text: string, events: readonly Event[]): readonly Contents[] {
  const found: Contents[] = [];
  for (const [phase, { type, start, end }] of events) {
    if (phase !== 'enter' || (type !== 'paragraph' && type !== 'definition')) continue;
    let at = text.lastIndexOf('\n', start.offset - 1) + 1;
    for (; at < end.offset; at = nextLine(text, at)) {
      const [, before] = at < (found.at(-1)?.end ?? 0) ? [] : (head.exec(lineAt(text, at)) ?? []);
      const contents = before === undefined ? null : readContents(text, nextLine(text, at), blockPrefix(before));
      if (contents) found.push(contents);
    }
  }
  return found;
}

/** The same text with blank lines in the place of contents; every offset stays. */
export const blankContents = (text: string, contents: readonly Contents[]): string =>
  replaceRanges(text, contents, (lines) => lines.replace(/[^\r\n]/g, ' '));

/** `ranges`: in order, without overlaps. */
export function replaceRanges(
  text: string,
  ranges: readonly Pick<Contents, 'start' | 'end'>[],
  replace: (text: string) => string,
): string {
  let from = 0;
  const pieces = ranges.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return before + replace(text.slice(start, end));
  });
  return pieces.join('') + text.slice(from);
}

/** The lines from `start` on that are blank or indented; null where there are none. */
function readContents(text: string, start: number, prefix: string): Contents | null {
  const lines: { readonly at: number; readonly outer: number; readonly text: string }[] = [];
  let [length, end, kept] = [0, start, 0];
  for (let at = start; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at));
    const indent = indentOf(line, prefix);
    if (indent === null) break;
    lines.push({ at: length, outer: at + indent, text: line.slice(indent) });
    length += line.length - indent;
    if (line.trim() !== '') [end, kept] = [at + line.length, lines.length];
  }
  if (kept === 0) return null;
  const own = lines.slice(0, kept);
  return {
    text: own.map((line) => line.text).join(''),
    start,
    end,
    toOuter: (offset) => {
      const line = own[countWhile(own, ({ at }) => at <= offset) - 1];
      return line ? line.outer + offset - line.at : start;
    },
  };
}

/** How much of a line is indentation; null for a line that is outside. */
function indentOf(line: string, prefix: string): number | null {
  const [four] = /^(?: {4}|\t)/.exec(line.slice(prefix.length)) ?? [];
  if (line.startsWith(prefix) && four !== undefined) return prefix.length + four.length;
  const blank = prefix.includes('>') ? /^[ \t>]*(?=\r?\n|$)/ : /^[ \t]*(?=\r?\n|$)/;
  return blank.exec(line)?.[0].length ?? null;
}

const lineAt = (text: string, start: number): string => text.slice(start, nextLine(text, start));

function nextLine(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed === -1 ? text.length : feed + 1;
}
