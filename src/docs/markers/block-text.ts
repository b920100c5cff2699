/** The lines between two markers, and the checksum that tells a hand edit. */
import { createHash } from 'node:crypto';

/** Takes the prefix of a quote or list off each line, and the blank lines off both ends. LF, no final break. */
export function readBlockText(between: string, prefix: string): string {
  const lines = between.split(/\r?\n/).map((line) => withoutPrefix(line, prefix));
  const isFull = (line: string): boolean => /[^ \t]/.test(line);
  return lines
    .slice(Math.max(lines.findIndex(isFull), 0), lines.findLastIndex(isFull) + 1)
    .join('\n')
    .replace(/(?<![ \t])[ \t]+$/, '');
}

/** A formatter may have moved the list, so any part of the prefix will do. */
function withoutPrefix(line: string, prefix: string): string {
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  let length = 0;
  while (length < prefix.length && line[length] === prefix[length]) length += 1;
  return line.slice(length);
}

/** Lines as they stand in the document, each with the prefix and without spaces at its end. */
export const writeBlockText = (lines: readonly string[], prefix: string, lineBreak: string): string =>
  lines.map((line) => `${line === '' ? prefix.trimEnd() : prefix + line}${lineBreak}`).join('');

/** Twelve hex digits: they guard against accidents, not against forgers. */
export const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
