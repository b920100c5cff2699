/** Tells which letters a font has, by its `cmap` (OpenType 1.9, "cmap"). */

/** @param font TrueType or OpenType, not compressed */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const ranges = [...rangesIn(font)];
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

type Range = readonly [first: number, last: number];

/** Formats 4 and 12, one of which every font for Unicode has. */
function* rangesIn(font: Buffer): Generator<Range> {
  const cmap = tableAt('cmap', font);
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) yield* segmentsIn(font, table);
    if (format === 12) yield* groupsIn(font, table);
  }
}

function tableAt(name: string, font: Buffer): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + 16 * count; record += 16)
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  throw new Error(`the font has no table ${name}`);
}

/** A segment of format 4 may have letters without a glyph only where it has an array of glyphs. */
function* segmentsIn(font: Buffer, table: number): Generator<Range> {
  const length = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + length];
  const [deltas, offsets] = [starts + length, starts + 2 * length];
  for (let at = 0; at < length; at += 2) {
    const [first, last] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    const offset = font.readUInt16BE(offsets + at);
    if (first === 0xff_ff) continue;
    if (offset === 0) yield [first, last];
    for (let code = first; offset !== 0 && code <= last; code += 1) {
      const glyph = font.readUInt16BE(offsets + at + offset + 2 * (code - first));
      if (glyph !== 0 && ((glyph + font.readUInt16BE(deltas + at)) & 0xff_ff) !== 0) yield [code, code];
    }
  }
}

function* groupsIn(font: Buffer, table: number): Generator<Range> {
  const count = font.readUInt32BE(table + 12);
  for (let group = table + 16; group < table + 16 + 12 * count; group += 12)
    yield [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
}
