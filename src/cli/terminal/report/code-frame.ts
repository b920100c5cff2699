import { lineText, positionAt } from '../../../source/index.js';
import type { Span } from '../../../source/index.js';
import { clustersOf, widthOf } from '../../../text-diagram/index.js';
import { printable } from '../printable.js';
import type { Style, StyleName } from '../style.js';

interface FrameOptions {
  readonly style: Style;
  readonly color: StyleName;
  /** The maximum width of the frame; longer lines are cropped. */
  readonly columns: number;
  /** Printed beside the carets, or below them where it is too long for that. */
  readonly hint?: string | undefined;
}

/** The line that a span starts in, and carets under the part of the span that is on it. */
export function codeFrame(span: Span, { style, color, columns, hint }: FrameOptions): string {
  const start = positionAt(span.source, span.start);
  const number = String(start.line).padStart(5);
  const { before, marked, after } = cropLine(splitLine(span), columns - number.length - ' | '.length);
  const gutter = (text: string) => style('dim', `${text} |`);
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  const used = number.length + ' | '.length + widthOf(before) + carets.length;
  const isBeside = hint !== undefined && used + 1 + widthOf(hint) <= columns;
  return [
    `${gutter(number)} ${before}${marked}${after}`.trimEnd(),
    `${gutter(' '.repeat(number.length))} ${' '.repeat(widthOf(before))}${style(color, carets)}${isBeside ? ` ${hint}` : ''}`,
    ...(hint === undefined || isBeside ? [] : wrapHint(hint, columns)),
  ].join('\n');
}

const INDENT = ' '.repeat(8);

/** Commands, and texts in quotes or brackets, stay on one line, so that they can be copied. */
const units = /\b(?:authflow|npm|npx) [^;)]*|"[^"]*"|\[[^[\]]*\]|\S|\s+/g;

function wordsOf(hint: string): readonly string[] {
  const words = [''];
  for (const unit of hint.match(units) ?? []) {
    if (/^\s/.test(unit)) words.push('');
    else words.push((words.pop() ?? '') + unit);
  }
  return words.filter((word) => word !== '');
}

/** A hint on lines of its own. */
export function wrapHint(hint: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of wordsOf(hint)) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(`${last} ${word}`) > columns) lines.push(INDENT + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

interface Parts {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

function splitLine(span: Span): Parts {
  const { line, column } = positionAt(span.source, span.start);
  const text = lineText(span.source, line);
  const from = column - 1;
  const to = Math.max(from, Math.min(text.length, from + span.end - span.start));
  return { before: text.slice(0, from), marked: text.slice(from, to), after: text.slice(to) };
}

/** Keeps the marked part, and as much around it as fits. */
function cropLine(parts: Parts, room: number): Parts {
  const marked = cropEnd(shown(parts.marked.slice(0, room)), Math.max(1, Math.floor(room * 0.6)));
  const left = room - widthOf(marked);
  const after = shown(parts.after.slice(0, room));
  const before = shown(parts.before.slice(-room));
  const isLong = parts.before.length > room || widthOf(before) + widthOf(after) > left;
  if (!isLong && parts.after.length <= room) return { before, marked, after };
  const kept = parts.before.length > room ? `…${before}` : before;
  const cropped = cropStart(kept, Math.max(Math.floor(left * 0.6), left - widthOf(after)));
  return { before: cropped, marked, after: cropEnd(after, left - widthOf(cropped)) };
}

/** The width of a tab depends on the terminal, so print two spaces. */
const shown = (text: string): string => printable(text.replaceAll('\t', '  '));

function cropEnd(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  return `${takeCells(clustersOf(text), room - 1).join('')}…`;
}

function cropStart(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  return `…${takeCells(clustersOf(text).reverse(), room - 1)
    .reverse()
    .join('')}`;
}

function takeCells(clusters: readonly { readonly text: string; readonly width: number }[], room: number): string[] {
  let used = 0;
  const end = clusters.findIndex(({ width }) => (used += width) > room);
  return clusters.slice(0, end === -1 ? clusters.length : end).map(({ text }) => text);
}
