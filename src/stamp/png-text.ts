/**
 * Writes a text into a PNG's `tEXt` chunk (PNG specification, 11.3.4.3: a keyword, a NUL, then Latin-1), and reads it.
 */
import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const KEYWORD = 'Software';

/** The size of a chunk without its data: length, type and checksum. */
const FRAME = 12;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** The offset of the whole chunk in the file. */
  readonly start: number;
  readonly end: number;
}

/** @param text in Latin-1 */
export function writePngStamp(png: Uint8Array, text: string): Uint8Array {
  const bytes = Buffer.from(png);
  const [header, ...others] = chunksOf(bytes);
  if (header?.type !== 'IHDR') throw new Error('no PNG to stamp');
  const kept = others.filter((found) => stampOf(found) === null).map(({ start, end }) => bytes.subarray(start, end));
  // The first chunk, so that a reader can stop before the pixels.
  return Buffer.concat([
    bytes.subarray(0, header.end),
    pngChunk(Buffer.from(`tEXt${KEYWORD}\0${text}`, 'latin1')),
    ...kept,
  ]);
}

export function readPngStamp(png: Uint8Array): string | null {
  for (const found of chunksOf(Buffer.from(png.buffer, png.byteOffset, png.byteLength))) {
    const text = stampOf(found);
    if (text !== null) return text;
  }
  return null;
}

function stampOf({ type, data }: Chunk): string | null {
  const prefix = `${KEYWORD}\0`;
  const text = type === 'tEXt' ? data.toString('latin1') : '';
  return text.startsWith(`${prefix}authflow/`) ? text.slice(prefix.length) : null;
}

/** Yields nothing if the bytes are no PNG, and only the complete chunks of a truncated PNG. */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return;
  for (let start = SIGNATURE.length; start + FRAME <= bytes.length;) {
    const end = start + FRAME + bytes.readUInt32BE(start);
    if (end > bytes.length) return;
    yield {
      type: bytes.toString('latin1', start + 4, start + 8),
      data: bytes.subarray(start + 8, end - 4),
      start,
      end,
    };
    start = end;
  }
}

/** @param body the type's four letters, then the data */
export function pngChunk(body: Buffer): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
