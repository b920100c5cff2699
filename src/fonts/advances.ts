/** Tells how wide the letters of a font are (OpenType 1.9, "cmap", "hhea", "hmtx"), and how heavy it is ("OS/2"). */
import { glyphsIn } from './coverage.js';
import { readTables } from './sfnt.js';

export interface Advances {
  /** In thousandths of an em, by code point; undefined for a letter that the font lacks. */
  readonly advanceOf: (codePoint: number) => number | undefined;
  /** 400 is regular, 700 bold. */
  readonly weight: number;
}

/**
 * @param font TrueType, OpenType or WOFF2
 * @throws RangeError for a damaged one
 */
export function advancesOf(font: Buffer): Advances {
  const tables = readTables(font);
  const table = (name: string): Buffer => {
    const found = tables.get(name);
    if (found === undefined) throw new RangeError(`a font without the table ${name}`);
    return found;
  };
  const perEm = table('head').readUInt16BE(18);
  const widths = widthsIn(table('hmtx'), table('hhea').readUInt16BE(34), table('maxp').readUInt16BE(4));
  const glyphs = new Map(glyphsIn(table('cmap')));
  return {
    advanceOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      // The last width is that of all glyphs after it.
      return glyph === undefined ? undefined : ((widths[Math.min(glyph, widths.length - 1)] ?? 0) * 1000) / perEm;
    },
    weight: tables.get('OS/2')?.readUInt16BE(4) ?? 400,
  };
}

/** WOFF 2.0, 5.4, has the widths without the bearings between them, after a byte. */
function widthsIn(table: Buffer, count: number, glyphs: number): readonly number[] {
  const isWhole = table.length >= 4 * count + 2 * (glyphs - count);
  const [start, step] = isWhole ? [0, 4] : [1, 2];
  return Array.from({ length: count }, (_, index) => table.readUInt16BE(start + step * index));
}
