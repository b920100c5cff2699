/**
 * Prints inline Markdown that is also valid MDX: there `<` opens an element and `{` an expression, so outside code both are
 * escaped, and no author's text becomes HTML.
 */
import { longestRun } from '../../source/index.js';
import { code, linkAddress, oneLine } from '../inline.js';
import type { InlinePiece } from '../inline.js';

/** On one line, without spaces at its ends. */
export function printInline(pieces: readonly InlinePiece[]): string {
  const merged: InlinePiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (printPiece(piece) === '') continue;
    // Two code spans side by side would be read as one longer run of backticks.
    if (piece.kind === 'code' && last?.kind === 'code') merged.splice(-1, 1, code(last.text + piece.text));
    else merged.push(piece);
  }
  return merged
    .map((piece) => (piece.kind === 'code' ? codeSpan(piece.text) : printPiece(piece)))
    .join('')
    .trim();
}

/** For code, its text. */
export function printPiece(piece: InlinePiece): string {
  switch (piece.kind) {
    case 'text':
      return piece.markdown ?? escapePlain(piece.text);
    case 'code':
    case 'markdown':
      return piece.text;
    case 'link':
      return `[${escapePlain(piece.text)}](${destination(piece.url)})`;
    case 'target':
      return `](${destination(piece.url)}`;
  }
}

/**
 * Escapes what CommonMark, GitHub (`~`, `$`) or MDX would read as syntax. `client_id` needs no escape. An address does not
 * become a link here, because GitHub would show the escapes in it.
 */
export const escapePlain = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*[\]<>{}~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, String.raw`\$&`)
    .replace(/https?(?=:\/\/)|www(?=\.)/gi, '$&\\');

const destination = (url: string): string => linkAddress(url).replace(/[()]/g, String.raw`\$&`);

/** CommonMark §6.1. */
function codeSpan(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
  return ticks + pad + text + pad + ticks;
}
