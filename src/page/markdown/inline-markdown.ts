/** Prints inline Markdown in which no author's text becomes HTML, or syntax of one of the dialects. */
import { longestRun } from '../../source/index.js';
import { code, linkAddress, isPadded } from '../inline.js';
import type { InlinePiece } from '../inline.js';
import { bracesInCode, escapeFor, partBraces } from './escape-markdown.js';

/** On one line, without spaces at its ends. */
export function printInline(pieces: readonly InlinePiece[]): string {
  const merged: InlinePiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const printed = printPiece(piece);
    if (printed === '') continue;
    // Two code spans side by side would be read as one longer run of backticks.
    if (piece.kind === 'code' && last?.kind === 'code') merged.splice(-1, 1, code(last.text + piece.text));
    else if (piece.kind === 'code') merged.push(piece);
    else if (last?.kind === 'markdown') merged.splice(-1, 1, { kind: 'markdown', text: last.text + printed });
    else merged.push({ kind: 'markdown', text: printed });
  }
  return merged
    .map((piece) => (piece.kind === 'code' ? printCode(piece.text) : partBraces(printPiece(piece))))
    .join('')
    .trim();
}

/** For code, its text. */
export function printPiece(piece: InlinePiece): string {
  switch (piece.kind) {
    case 'text':
      return piece.markdown ?? escapePlain(piece.text);
    case 'code':
      return piece.text;
    case 'markdown':
      return piece.text.replace(braceEntity, String.raw`\{`);
    case 'link':
      return `[${escapePlain(piece.text)}](${destination(piece.url)})`;
    case 'target':
      return `](${destination(piece.url)}`;
  }
}

/** Vue would read the brace that an author wrote as an entity. */
const braceEntity = /&(?:#0*123|#x0*7b|lcub|lbrace);/gi;

export const printImage = (alt: string, url: string): string => `![${escapeFor('image', alt)}](${destination(url)})`;

export const escapePlain = (text: string): string => escapeFor('text', text);

const destination = (url: string): string => linkAddress(url).replace(/[()]/g, String.raw`\$&`);

/** Liquid, Jinja and Hugo read code spans, too: there, code with their syntax is an element with escaped text. */
export const printCode = (text: string): string =>
  bracesInCode.test(text) ? `<code>${partBraces(escapePlain(text))}</code>` : codeSpan(text);

/** CommonMark §6.1. */
function codeSpan(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) || isPadded(text) ? ' ' : '';
  return ticks + pad + text + pad + ticks;
}
