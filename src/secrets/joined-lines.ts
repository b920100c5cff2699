/** Reads over the breaks in values that are written in several lines. */
import type { Found } from './stretch.js';

/** What a text may have inside a value: a line break and the next line's indentation or quote marks. */
const lineBreak = String.raw`\\?\r?\n[ \t>#*|]{0,200}`;
/** What only an author who breaks a value writes: `\n` in quotes, `<br/>`, characters without width, `" + "`. */
const written = String.raw`\\\r?\n[ \t]{0,200}|\\n[ \t]{0,20}|<br\s{0,3}\/?>[ \t]{0,20}|[\u00ad\u200b\u2060\ufeff\u2028]|["']\s{0,5}\+\s{0,200}["']`;

const inToken = String.raw`[\w+/=.~-]`;
const breaks = {
  any: new RegExp(`(?:${written}|${lineBreak})(?=${inToken})`, 'g'),
  written: new RegExp(`(?:${written})(?=${inToken})`, 'g'),
};

/** A part of a text: where it begins in the text, and in the joined text. */
interface Piece {
  readonly start: number;
  readonly at: number;
}

/** What a finder finds only if the breaks are taken out; offsets are those of the text. */
export function findOverBreaks(
  text: string,
  which: keyof typeof breaks,
  find: (joined: string) => readonly Found[],
): readonly Found[] {
  const pieces: Piece[] = [];
  let joined = '';
  const add = (start: number, end: number): void => {
    pieces.push({ start, at: joined.length });
    joined += text.slice(start, end);
  };
  let end = 0;
  for (const { 0: found, index } of text.matchAll(breaks[which])) {
    const isNext = pieces.length > 0 && index === end;
    if (!isNext && !isPart(wordBefore(text, index))) continue;
    if (!isNext) {
      // Values that are apart stay apart.
      joined += ' ';
      add(Math.max(end, index - CONTEXT), index);
    }
    const next = index + found.length;
    end = endOfValue(text, next);
    add(next, end);
  }
  return pieces.length === 0 ? [] : find(joined).flatMap((each) => placeOf(each, pieces));
}

/** What a name and the beginning of a value take. */
const CONTEXT = 300;

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 40 && /[\w+/=.~-]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** The first part of a broken value has more than a word's letters. */
const isPart = (word: string): boolean => word.length >= 6 && /\d|_|[a-z][A-Z]|[A-Z]{6}/.test(word);

function endOfValue(text: string, start: number): number {
  const rest = /[\w+/=.~-]*/y;
  rest.lastIndex = start;
  return start + (rest.exec(text)?.[0].length ?? 0);
}

/** Nothing for what is in one piece: it is found without joining. */
function placeOf(found: Found, pieces: readonly Piece[]): readonly Found[] {
  const [first, last] = [lastBefore(pieces, found.start), lastBefore(pieces, found.end - 1)];
  if (!first || !last || first === last) return [];
  return [{ ...found, start: first.start + found.start - first.at, end: last.start + found.end - last.at }];
}

/** The last piece that begins at or before an offset of the joined text. */
function lastBefore(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
