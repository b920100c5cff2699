/** Makes type smaller until it has room. */
import { textWidth, wrapText } from '../../scene/index.js';
import type { PlaceholderBox } from '../base.js';

export interface TypeFit {
  /** Hundredths of points: the size that a layout asks for, and the least. */
  readonly size: number;
  readonly least: number;
  readonly isBold: boolean;
}

const EMU_PER_HUNDREDTH = 127;
/** A theme's face may be wider than the one that is measured. */
const SLACK = 1.1;
const LINE = 1.2;
const STEP = 100;

/** The largest size in whole points that fits, or the least; of lines of which each may be broken. */
export function fitType(lines: readonly string[], box: PlaceholderBox, { size, least, isBold }: TypeFit): number {
  for (let tried = size; tried > least; tried -= STEP)
    if (heightOf(lines, box.cx, { size: tried, isBold }) <= box.cy) return tried;
  return Math.min(size, least);
}

interface Type {
  readonly size: number;
  readonly isBold: boolean;
}

/** In EMU; `between`: between two of them, as a part of a line. */
export function heightOf(lines: readonly string[], width: number, type: Type, between = 0): number {
  const count = lines.reduce((sum, line) => sum + linesIn(line, width, type).length, 0);
  return (count * LINE + Math.max(0, lines.length - 1) * between) * type.size * EMU_PER_HUNDREDTH;
}

/** What a line is broken into; `width`: in EMU. */
export function linesIn(line: string, width: number, { size, isBold }: Type): readonly string[] {
  const measure = (text: string): number => textWidth(text, isBold ? 'bold' : 'regular', size * EMU_PER_HUNDREDTH);
  return wrapText(line, width / SLACK, { first: measure, rest: measure }, 'prose');
}
