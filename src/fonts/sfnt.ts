/** Takes a font file apart: TrueType and OpenType (OpenType 1.9, "Organization of an OpenType Font"), and WOFF2 (W3C WOFF 2.0). */
import { brotliDecompressSync } from 'node:zlib';

/** The tables of a font by their tags. In WOFF2, `glyf`, `loca` and `hmtx` may be transformed. */
export type FontTables = ReadonlyMap<string, Buffer>;

/** @throws RangeError for what is no font, or a damaged one */
export function readTables(font: Buffer): FontTables {
  const flavor = font.toString('latin1', 0, 4);
  if (flavor === 'wOF2') return compressedTables(font);
  if (!['\0\u0001\0\0', 'OTTO', 'true'].includes(flavor)) throw new RangeError('no font');
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const record = 12 + 16 * index;
      const [at, length] = [font.readUInt32BE(record + 8), font.readUInt32BE(record + 12)];
      return [font.toString('latin1', record, record + 4), slice(font, at, length)];
    }),
  );
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (at + length > bytes.length) throw new RangeError('a font that ends too early');
  return bytes.subarray(at, at + length);
}

/** WOFF 2.0, 4.1: the tables that have a number in place of a tag. */
const KNOWN = (
  'cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca prep CFF VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE ' +
  'GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar ' +
  'mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
).split(' ');
const HAS_OWN_TAG = 63;
const HEADER = 48;
/** A font of this size holds every letter that there is; more would be made to fill the memory. */
const LARGEST = 256 * 2 ** 20;

/** WOFF 2.0, 4.1: a directory, then all tables in one stream of Brotli, one after the other. */
function compressedTables(font: Buffer): FontTables {
  const count = font.readUInt16BE(12);
  const compressed = font.readUInt32BE(20);
  const directory: (readonly [tag: string, length: number])[] = [];
  let at = HEADER;
  const readNumber = (): number => {
    // UIntBase128: seven bits in each byte, of which the last is below 128.
    let value = 0;
    for (let read = 0; read < 5; read += 1) {
      const byte = font.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new RangeError('a font with a number of more than five bytes');
  };
  for (let index = 0; index < count; index += 1) {
    const flags = font.readUInt8(at);
    at += 1;
    const number = flags & HAS_OWN_TAG;
    const tag = number === HAS_OWN_TAG ? font.toString('latin1', at, at + 4) : (KNOWN[number] ?? '');
    if (number === HAS_OWN_TAG) at += 4;
    const version = flags >> 6;
    const original = readNumber();
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    directory.push([tag, isTransformed ? readNumber() : original]);
  }
  const stream = brotliDecompressSync(slice(font, at, compressed), { maxOutputLength: LARGEST });
  let start = 0;
  return new Map(
    directory.map(([tag, length]) => {
      const table = slice(stream, start, length);
      start += length;
      return [tag, table];
    }),
  );
}
