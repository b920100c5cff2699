/**
 * Writes pixels as a PNG (PNG specification, third edition), without a loss. Its own, because the canvas takes four times as long and
 * blocks this thread; `zlib` works in threads of its own. Pixels come in bands, one after the other, so that a picture of any size
 * takes the same memory, and the next band is painted while this one is compressed.
 */
import { finished } from 'node:stream/promises';
import { createDeflate } from 'node:zlib';
import { pngChunk } from '../stamp/index.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const BITS = 8;
const COLOR = { opaque: { type: 2, channels: 3 }, seeThrough: { type: 6, channels: 4 } } as const;

export interface Pixels {
  /**
   * Of whole rows, from the top, pixels from the left: red, green, blue and alpha, of 8 bits, not multiplied by alpha. A band is read
   * before the next one is asked for.
   */
  readonly bands: Iterable<Uint8Array | Uint8ClampedArray>;
  readonly width: number;
  readonly height: number;
  /** Whether alpha is 255 everywhere; it is left out then. */
  readonly isOpaque: boolean;
}

export async function encodePng({ bands, width, height, isOpaque }: Pixels): Promise<Uint8Array> {
  const { type, channels } = isOpaque ? COLOR.opaque : COLOR.seeThrough;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, type, 0, 0, 0], 8);
  const data = await compress(filterBands(bands, width, channels));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const chunk = (type: string, data: Buffer): Buffer => pngChunk(Buffer.concat([Buffer.from(type, 'latin1'), data]));

/** Bytes that the compressor hands over at a time: with its default of 16 kB it waits for this thread more often than it works. */
const MOST_AT_ONCE = 2 ** 18;

/** Asks for a block while the one before is compressed, and the one before that is done with. */
async function compress(blocks: Iterable<Uint8Array>): Promise<Buffer> {
  const deflate = createDeflate({ level: 5, chunkSize: MOST_AT_ONCE });
  const parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  const write = (block: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      deflate.write(block, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  let written = Promise.resolve();
  for (const block of blocks) {
    await written;
    written = write(block);
  }
  await written;
  deflate.end();
  await finished(deflate);
  return Buffer.concat(parts);
}

/** Filter types (9.2): None, and Up, which makes zeros of a row that equals the one above, as most of a diagram's do. */
const NONE = 0;
const UP = 2;

/** Two buffers take turns: getting memory for each band from the system takes longer than to fill it. */
function* filterBands(bands: Pixels['bands'], width: number, channels: number): Generator<Uint8Array> {
  const [stride, length] = [4 * width, 1 + channels * width];
  const buffers: Buffer[] = [];
  let above: Buffer = Buffer.alloc(0);
  for (const band of bands) {
    const pixels = Buffer.from(band.buffer, band.byteOffset, band.byteLength);
    const height = pixels.length / stride;
    const spare = buffers.length === 2 ? buffers.shift() : undefined;
    const rows = spare && spare.length >= length * height ? spare : Buffer.alloc(length * height);
    buffers.push(rows);
    for (let row = 0; row < height; row += 1) {
      const [from, end, to] = [row * stride, (row + 1) * stride, row * length];
      const isSame =
        row === 0
          ? pixels.subarray(0, stride).equals(above)
          : pixels.compare(pixels, from - stride, from, from, end) === 0;
      rows[to] = isSame ? UP : NONE;
      if (isSame) rows.fill(0, to + 1, to + length);
      else if (channels === 4) pixels.copy(rows, to + 1, from, end);
      else copyColors(pixels.subarray(from, end), rows, to + 1);
    }
    above = pixels.subarray(-stride);
    yield rows.subarray(0, length * height);
  }
}

/** Without alpha. */
function copyColors(pixels: Buffer, rows: Buffer, to: number): void {
  // A typed array has the order of the processor; the canvas is built for little-endian ones only.
  const line = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
  for (let from = 0, at = to; from < line.length; from += 1, at += 3) {
    const pixel = line[from] ?? 0;
    rows[at] = pixel;
    rows[at + 1] = pixel >>> 8;
    rows[at + 2] = pixel >>> 16;
  }
}
