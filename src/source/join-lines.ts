/**
 * Joins a text's lines for a place that has one. A break after `/`, `-`, `_`, `.` or `:` inside of a name leaves no blank:
 * `token.actions.` and `githubusercontent.com` are one host. A dash between blanks, and the end of a sentence before a capital,
 * are none inside of a name.
 */
export const inOneLine = (text: string): string =>
  text
    .replace(/(?<=[^\s/_-])([/_-]+)\r?\n(?=\S)|(?<=\S[.:])\r?\n(?=[^\s\p{Lu}])/gu, '$1')
    .replace(/[ \t]*[\r\n][ \t\r\n]*/g, ' ');

export const joinLines = (lines: readonly string[]): string => inOneLine(lines.join('\n'));
