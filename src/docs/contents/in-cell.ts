/** What is in a cell of an AsciiDoc table: there, each bar would begin another cell. */

/** A table's own bars, which are exclamation marks by default in a table within a table. */
const SEPARATOR = 'separator=|';

const verbatim = /^((?:-{4,}|\.{4,})\n[^]*?\n(?:-{4,}|\.{4,}))$/m;

/** Keeps the contents in one cell. Asciidoctor takes the backslashes out before it reads the cell, in code, too. */
export const inCell = (text: string): string =>
  text
    .split(verbatim)
    .map((part) => (/^[-.]{4}/.test(part) ? part : nameSeparators(part)))
    .join('')
    .replaceAll('|', String.raw`\|`);

/** The first bar of a pair opens a table. */
function nameSeparators(part: string): string {
  let isOpen = false;
  return part.replace(/^(?:\[([^\]\n]*)\]\n)?\|===$/gm, (found, attributes: string | undefined) => {
    isOpen = !isOpen;
    if (!isOpen) return found;
    return `[${[...(attributes === undefined ? [] : [attributes]), SEPARATOR].join(',')}]\n|===`;
  });
}
