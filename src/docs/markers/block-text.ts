/** The lines between two markers, and the checksum that detects manual edits. */
import { createHash } from 'node:crypto';

/** Removes the prefix of a quote or list from each line, and blank lines from both ends. LF, no final line break. */
export function readBlockText(between: string, prefix: string): string {
  const lines = between.split(/\r?\n/).map((line) => withoutPrefix(line, prefix));
  const isFull = (line: string): boolean => /[^ \t]/.test(line);
  return lines
    .slice(Math.max(lines.findIndex(isFull), 0), lines.findLastIndex(isFull) + 1)
    .join('\n')
    .replace(/(?<![ \t])[ \t]+$/, '');
}

/** A formatter may have reindented the list, so any part of the prefix matches. */
function withoutPrefix(line: string, prefix: string): string {
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  let length = 0;
  while (length < prefix.length && line[length] === prefix[length]) length += 1;
  return line.slice(length);
}

/** The lines as in the document, each with the prefix and without trailing spaces. */
export const writeBlockText = (lines: readonly string[], prefix: string, lineBreak: string): string =>
  lines.map((line) => `${line === '' ? prefix.trimEnd() : prefix + line}${lineBreak}`).join('');

/** Twelve hex digits, which detect accidents but not forgeries. */
export const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
