/**
 * Joins a text's lines for a place that has one. A break inside of a name leaves no blank: after `/`, `-` or `_`; after `.` or `:`
 * where a word at the break has another such separator, as in `token.actions.` and `githubusercontent.com`. So a dash between
 * blanks, an abbreviation and the end of a sentence keep their blank.
 */
import { cutEnd, cutStart } from './edges.js';

const BLANKS = ' \t';

export const joinLines = (lines: readonly string[]): string => inOneLine(lines.join('\n'));

export function inOneLine(text: string): string {
  const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
  if (rest.length === 0) return text;
  const joined = [first];
  let before = { line: first, isName: isPartOfName(withoutLast(lastWord(first))) };
  for (const [index, line] of rest.entries()) {
    const isInside = isBreakInName(before, line);
    const isLast = index === rest.length - 1;
    if (!isInside) {
      const isBlank = cutStart(line, BLANKS) === '';
      if (isBlank && !isLast) {
        before = { line: '', isName: false };
        continue;
      }
      joined.push(cutEnd(joined.pop() ?? '', BLANKS), ' ');
    }
    joined.push(isInside ? line : cutStart(line, BLANKS));
    // A name may go on over several breaks.
    const isWhole = !/\s/.test(line);
    const hasMark = isInside && isWhole && (before.isName || /[./:_]/.test(before.line.charAt(before.line.length - 1)));
    before = { line, isName: hasMark || isPartOfName(withoutLast(lastWord(line))) };
  }
  return joined.join('');
}

/** In one line, with single blanks, as a title has them. */
export const asTitle = (text: string): string => inOneLine(text).replaceAll(/\s+/g, ' ').trim();

/** `before`: the line above, and whether its last word has a mark of names inside. */
function isBreakInName({ line, isName }: { readonly line: string; readonly isName: boolean }, below: string): boolean {
  if (!/^\S/.test(below)) return false;
  const end = line.charAt(line.length - 1);
  const bare = cutEnd(line, '/_-');
  if (bare !== line) return /\S$/.test(bare.slice(-1));
  if (end !== '.' && end !== ':') return false;
  const [word = ''] = /^\S*/.exec(below) ?? [];
  return (
    line.length > 1 &&
    /\S/.test(line.charAt(line.length - 2)) &&
    !/^\p{Lu}/u.test(below) &&
    (isName || isPartOfName(word))
  );
}

const lastWord = (line: string): string => line.split(/\s/).at(-1) ?? '';
const withoutLast = (word: string): string => word.slice(0, -1);

/** A full stop at the end of a word is none of these. */
const isPartOfName = (word: string): boolean => /[./:_@](?=.)/.test(word);
