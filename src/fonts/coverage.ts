/** Tells which letters a font has, by its `cmap` (OpenType 1.9, "cmap"). */

import { readTables } from './sfnt.js';

export type Coverage = (codePoint: number) => boolean;

/**
 * @param font TrueType, OpenType or WOFF2
 * @throws RangeError for what is none of them, or a damaged one
 */
export function coverageOf(font: Buffer): Coverage {
  const cmap = readTables(font).get('cmap');
  if (cmap === undefined) throw new RangeError('a font without a table of letters');
  const ranges = joined([...rangesIn(cmap)]);
  return (codePoint) => isIn(ranges, codePoint);
}

/** In order, without overlaps: a font may have several tables. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const [first, last] of [...ranges].sort(([one], [other]) => one - other)) {
    const [start, end] = found.at(-1) ?? [0, -1];
    if (found.length > 0 && first <= end + 1) found[found.length - 1] = [start, Math.max(end, last)];
    else found.push([first, last]);
  }
  return found;
}

function isIn(ranges: readonly Range[], codePoint: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? Infinity) <= codePoint) low = middle + 1;
    else high = middle;
  }
  const [, last = -1] = ranges[low - 1] ?? [];
  return codePoint <= last;
}

type Range = readonly [first: number, last: number];

function* rangesIn(cmap: Buffer): Generator<Range> {
  for (const { first, last, glyphOf } of segmentsOf(cmap)) {
    if (glyphOf === null) yield [first, last];
    else for (let code = first; code <= last; code += 1) if (glyphOf(code) !== 0) yield [code, code];
  }
}

/** Each letter with its glyph. */
export function* glyphsIn(cmap: Buffer): Generator<readonly [codePoint: number, glyph: number]> {
  for (const { first, last, start, glyphOf } of segmentsOf(cmap)) {
    for (let code = first; code <= last; code += 1) {
      const glyph = glyphOf === null ? (start + code - first) & 0xff_ff : glyphOf(code);
      if (glyph !== 0) yield [code, glyph];
    }
  }
}

/** Neighbouring letters. */
interface Segment {
  readonly first: number;
  readonly last: number;
  /** The glyph of the first one, where the others follow it. */
  readonly start: number;
  /** Null where they do; 0 for a letter without a glyph. */
  readonly glyphOf: ((codePoint: number) => number) | null;
}

/** Formats 4 and 12, one of which every font for Unicode has. */
function* segmentsOf(cmap: Buffer): Generator<Segment> {
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap.readUInt32BE(4 + 8 * index + 4);
    const format = cmap.readUInt16BE(table);
    if (format === 4) yield* segmentsIn(cmap, table);
    if (format === 12) yield* groupsIn(cmap, table);
  }
}

/** A segment of format 4 may have letters without a glyph only where it has an array of glyphs. */
function* segmentsIn(font: Buffer, table: number): Generator<Segment> {
  const length = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + length];
  const [deltas, offsets] = [starts + length, starts + 2 * length];
  for (let at = 0; at < length; at += 2) {
    const [first, last] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    const [offset, delta] = [font.readUInt16BE(offsets + at), font.readUInt16BE(deltas + at)];
    if (first === 0xff_ff) continue;
    const glyphOf = (code: number): number => {
      const glyph = font.readUInt16BE(offsets + at + offset + 2 * (code - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff;
    };
    yield { first, last, start: (first + delta) & 0xff_ff, glyphOf: offset === 0 ? null : glyphOf };
  }
}

function* groupsIn(font: Buffer, table: number): Generator<Segment> {
  const count = font.readUInt32BE(table + 12);
  for (let group = table + 16; group < table + 16 + 12 * count; group += 12) {
    const [first, last, start] = [0, 4, 8].map((at) => font.readUInt32BE(group + at)) as [number, number, number];
    yield { first, last, start, glyphOf: null };
  }
}
