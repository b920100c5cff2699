/**
 * Joins a text's lines for a place that has one. A break inside of a name leaves no blank: after `/`, `-` or `_`; after `.` or `:`
 * where a word at the break has another such separator, as in `token.actions.` and `githubusercontent.com`. So a dash between
 * blanks, an abbreviation and the end of a sentence keep their blank.
 */
export const inOneLine = (text: string): string =>
  text
    .replace(/(?<=[^\s/_-][/_-]+)\r?\n(?=\S)/g, '')
    .replace(/(\S+[.:])\r?\n([^\s\p{Lu}]\S*)/gu, (whole, before: string, after: string) =>
      isPartOfName(before.slice(0, -1)) || isPartOfName(after) ? before + after : whole,
    )
    .replace(/[ \t]*[\r\n][ \t\r\n]*/g, ' ');

/** A full stop at the end of a word is none of these. */
const isPartOfName = (word: string): boolean => /[./:_@](?=.)/.test(word);

export const joinLines = (lines: readonly string[]): string => inOneLine(lines.join('\n'));
