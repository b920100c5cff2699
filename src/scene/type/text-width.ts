/** How wide a text is: in Noto Sans exactly, kerning included, or in a font of the user; other scripts and emoji by estimates that are safe. */
import { isFlagHalf, isPictograph } from './clusters.js';
import { EMOJI, estimatedAdvance } from './estimates.js';
import { kerned, type Kerned } from './kerned.js';
import { measuring, ownWidth } from './own-widths.js';

/** Noto Sans 400, Noto Sans 700, Noto Sans Mono 400. */
export type Face = 'regular' | 'bold' | 'mono';

const MONO_ADVANCE = 600;
const ZWJ = 0x200d;
/** Makes an emoji of the letter before it. */
const EMOJI_VARIATION = 0xfe0f;
const KEYCAP = 0x20e3;

/** In px, as the text's size. Lines are not broken: a line break is as wide as a space. */
export function textWidth(text: string, face: Face, size: number): number {
  const own = face === 'mono' ? null : measuring()?.[face];
  return own ? ownWidth(text, own, (rest) => notoWidth(rest, face, size), size) : notoWidth(text, face, size);
}

function notoWidth(text: string, face: Face, size: number): number {
  const table = kerned();
  const width = face === 'mono' ? monoWidth(text, table) : kernedWidth(text, face, table);
  return ((width ?? widthByLetter(text, face, table)) * size) / 1000;
}

/** Null if the table lacks a letter. */
function kernedWidth(text: string, face: 'regular' | 'bold', table: Kerned): number | null {
  const { numbers, rows, columns } = table;
  const { advances, kerning } = table[face];
  let width = 0;
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const number = numbers[text.charCodeAt(index)] ?? 0;
    if (number === 0) return null;
    width += advances[number] ?? 0;
    if (before > 0) width += kerning[(rows[before] ?? 0) + (columns[number] ?? 0)] ?? 0;
    before = number;
  }
  return width;
}

function monoWidth(text: string, { numbers, regular }: Kerned): number | null {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const number = numbers[text.charCodeAt(index)] ?? 0;
    if (number === 0) return null;
    // The soft hyphen has no width in any face.
    if (regular.advances[number] !== 0) width += MONO_ADVANCE;
  }
  return width;
}

function widthByLetter(text: string, face: Face, table: Kerned): number {
  const { numbers, rows, columns, regular } = table;
  const { advances, kerning } = face === 'bold' ? table.bold : regular;
  let width = 0;
  /** The last letter's number in the table, and the width of what is drawn as one glyph so far. */
  let before = 0;
  let glyph = 0;
  let isAfterJoiner = false;
  let isHalfFlag = false;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const number = letter.length === 1 ? (numbers[code] ?? 0) : 0;
    const isJoined: boolean = (isAfterJoiner && isPictograph(code)) || (isHalfFlag && isFlagHalf(code));
    isAfterJoiner = code === ZWJ && glyph >= EMOJI;
    isHalfFlag = isFlagHalf(code) && !isJoined;
    if (isJoined) continue;
    if (code === EMOJI_VARIATION || code === KEYCAP) {
      width += Math.max(0, EMOJI - glyph);
      glyph = Math.max(EMOJI, glyph);
      continue;
    }
    let advance = estimatedAdvanceIn(face, code, number, advances);
    if (advance === 0) continue;
    glyph = advance;
    if (face !== 'mono' && number > 0 && before > 0) {
      advance += kerning[(rows[before] ?? 0) + (columns[number] ?? 0)] ?? 0;
    }
    width += advance;
    before = number;
  }
  return width;
}

function estimatedAdvanceIn(face: Face, code: number, number: number, advances: Uint16Array): number {
  if (number === 0) return estimatedAdvance(code);
  const advance = advances[number] ?? 0;
  return face === 'mono' && advance > 0 ? MONO_ADVANCE : advance;
}
