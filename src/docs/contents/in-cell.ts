/** What is in a cell of an AsciiDoc table: there, each bar would begin another cell. */

/** A table's own bars, which are exclamation marks by default in a table within a table. */
const SEPARATOR = 'separator=|';

/** Keeps the contents in one cell. Asciidoctor takes the backslashes out before it reads the cell, in code, too. */
export const inCell = (text: string): string =>
  verbatimParts(text)
    .map((part) => (delimiter.test(part) ? part : nameSeparators(part)))
    .join('\n')
    .replaceAll('|', String.raw`\|`);

const delimiter = /^(?:-{4,}|\.{4,})(?=\n|$(?![^]))/;

/** In turn, lines outside of code and lines of code with its delimiters; the latter begin with one. */
function verbatimParts(text: string): readonly string[] {
  const parts: string[][] = [[]];
  let isInside = false;
  for (const line of text.split('\n')) {
    const isDelimiter = delimiter.test(line);
    if (isDelimiter && !isInside) parts.push([]);
    parts.at(-1)?.push(line);
    if (isDelimiter && isInside) parts.push([]);
    isInside = isDelimiter !== isInside;
  }
  return parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}

/** The first bar of a pair opens a table. */
function nameSeparators(part: string): string {
  let isOpen = false;
  return part.replace(/^(?:\[([^\]\n\r\u2028\u2029]*)\]\n)?\|===$/gm, (found, attributes: string | undefined) => {
    isOpen = !isOpen;
    if (!isOpen) return found;
    return `[${[...(attributes === undefined ? [] : [attributes]), SEPARATOR].join(',')}]\n|===`;
  });
}
