/** Writes a line of text. */
import type { Run, TextItem } from '../scene/index.js';
import { escapeXmlText } from '../source/index.js';
import type { Ink } from './colors.js';
import { attribute } from './write.js';

/** The colours, and the font list of data, escaped. */
export interface TextInk {
  readonly ink: Ink;
  readonly mono: string;
}

/** As the widths of bold text were measured. It has a face everywhere, unlike 600. */
const BOLD = 700;
const PLAIN = 400;

/**
 * One `<text>`, with a `<tspan>` for each run that differs from the last one. Its base direction is said, so that neither the page
 * around the picture nor the first letter decides it.
 */
export function printText(item: TextItem, { ink, mono }: TextInk): string {
  const { x, y, anchor, font, size, runs, isRtl } = item;
  const base = runs.at(-1);
  if (!base) return '';
  const hasRtl = runs.some(({ text }) => rtl.test(text));
  const written = runs.map((run) => printRun(run, { base, ink, hasRtl })).join('');
  const attributes = [
    attribute('x', x),
    attribute('y', y),
    attribute('font-size', size),
    font === 'mono' ? ` font-family="${mono}"` : '',
    base.isBold ? attribute('font-weight', BOLD) : '',
    anchor === 'start' ? '' : attribute('text-anchor', anchor),
    isRtl ? ' direction="rtl"' : '',
    // librsvg drops even U+00A0 at the ends of a text.
    hasEdge(runs) ? ' xml:space="preserve"' : '',
    ink.fill(base.color),
  ].join('');
  return `<text${attributes}>${written}</text>\n`;
}

const hasEdge = (runs: readonly Run[]): boolean =>
  /^[ \t\u00a0]/.test(runs[0]?.text ?? '') || /[ \t\u00a0]$/.test(runs.at(-1)?.text ?? '');

interface LineInk {
  /** The run whose style the line has. */
  readonly base: Run;
  readonly ink: Ink;
  readonly hasRtl: boolean;
}

function printRun({ text, isBold, color }: Run, { base, ink, hasRtl }: LineInk): string {
  const written = escapeXmlText(keepBlanks(text, hasRtl));
  const weight = isBold === base.isBold ? '' : attribute('font-weight', isBold ? BOLD : PLAIN);
  const fill = color === base.color ? '' : ink.fill(color);
  return weight + fill === '' ? written : `<tspan${weight}${fill}>${written}</tspan>`;
}

/**
 * Readers of SVG drop blanks at the ends of a text and all but one in a row (SVG 2, 11.7), LibreOffice those beside a `<tspan>`, and
 * Inkscape those where the direction changes: such blanks are written as U+00A0. Between digits it would join them to one number
 * (UAX #9, W4).
 */
export function keepBlanks(text: string, hasRtl: boolean): string {
  const kept = text.replaceAll('\t', ' ').replace(/^ +| {2,}| $/g, (blanks) => NO_BREAK.repeat(blanks.length));
  return hasRtl ? kept.replace(/(?<!\d) | (?!\d)/g, NO_BREAK) : kept;
}

const NO_BREAK = '\u00a0';

/** Letters that are written from right to left (UAX #9, R and AL), by their blocks. */
const rtl = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
