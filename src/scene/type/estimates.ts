/** Widths of letters that the table lacks: by their script, rather too wide than too narrow. Thousandths of an em. */
import { isSkinTone } from './clusters.js';
import { isNonspacingMark } from './marks.js';

/** Noto Color Emoji's is 1.245 em. */
export const EMOJI = 1250;
const WIDE = 1000;
const NARROW = 600;

/** Code points, from and to, and the width of each; the first row that has a letter counts. */
const blocks: readonly (readonly [from: number, to: number, width: number])[] = [
  [0x00, 0x1f, 260],
  [0x7f, 0x9f, 0],
  [0x1c4, 0x1f3, 1350],
  [0x460, 0x52f, 1350],
  [0x590, 0x5ff, 700],
  [0x600, 0x8ff, 800],
  [0x900, 0xdff, 900],
  [0xe00, 0xeff, 700],
  [0x1100, 0x115f, WIDE],
  [0x1160, 0x11ff, 0],
  [0x200b, 0x200f, 0],
  [0x2028, 0x202e, 0],
  [0x2060, 0x206f, 0],
  [0x2300, 0x23ff, EMOJI],
  [0x2460, 0x24ff, EMOJI],
  [0x25a0, 0x27bf, EMOJI],
  [0x27f0, 0x27ff, 1800],
  [0x2900, 0x29ff, EMOJI],
  [0x2b00, 0x2bff, EMOJI],
  [0xd7b0, 0xd7ff, 0],
  [0xfb1d, 0xfb4f, 700],
  [0xfb50, 0xfdcf, WIDE],
  [0xfdd0, 0xfdff, 2600],
  [0xfe00, 0xfe0f, 0],
  [0xfe70, 0xfefe, 900],
  [0xfeff, 0xfeff, 0],
  [0xff61, 0xffdc, NARROW],
  [0xfff9, 0xfffb, 0],
  [0x1f000, 0x1faff, EMOJI],
  [0xe0000, 0xe0fff, 0],
];

/** Scripts without a row have letters of up to an em. */
function advanceOf(code: number): number {
  if (isNonspacingMark(code) || isSkinTone(code)) return 0;
  return blocks.find(([from, to]) => code >= from && code <= to)?.[2] ?? WIDE;
}

const known = new Map<number, number>();

export function estimatedAdvance(code: number): number {
  let advance = known.get(code);
  if (advance === undefined) known.set(code, (advance = advanceOf(code)));
  return advance;
}
