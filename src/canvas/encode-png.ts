/**
 * Writes pixels as a PNG (PNG specification, third edition), without a loss. Its own, because the canvas takes four times as long and
 * blocks this thread; `zlib` works in threads of its own.
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { pngChunk } from '../stamp/index.js';

const compress = promisify(deflate);

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const BITS = 8;
const COLOR = { opaque: { type: 2, channels: 3 }, seeThrough: { type: 6, channels: 4 } } as const;

export interface Pixels {
  /** Rows from the top, pixels from the left: red, green, blue and alpha, of 8 bits, not multiplied by alpha. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** Whether alpha is 255 everywhere; it is left out then. */
  readonly isOpaque: boolean;
}

export async function encodePng({ data, width, height, isOpaque }: Pixels): Promise<Uint8Array> {
  const { type, channels } = isOpaque ? COLOR.opaque : COLOR.seeThrough;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, type, 0, 0, 0], 8);
  const rows = filterRows({ data, width, height, isOpaque }, channels);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await compress(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const chunk = (type: string, data: Buffer): Buffer => pngChunk(Buffer.concat([Buffer.from(type, 'latin1'), data]));

/** Filter types (9.2): None, and Up, which makes zeros of a row that equals the one above, as most of a diagram's do. */
const NONE = 0;
const UP = 2;

function filterRows({ data, width, height }: Pixels, channels: number): Uint8Array {
  const stride = 4 * width;
  const pixels = Buffer.from(data.buffer, data.byteOffset, stride * height);
  const length = 1 + channels * width;
  const rows = Buffer.alloc(length * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * stride;
    const isSame = row > 0 && pixels.compare(pixels, from - stride, from, from, from + stride) === 0;
    rows[row * length] = isSame ? UP : NONE;
    if (!isSame)
      copyRow(pixels.subarray(from, from + stride), rows.subarray(row * length + 1, (row + 1) * length), channels);
  }
  return rows;
}

/** With three channels, without alpha. */
function copyRow(pixels: Buffer, row: Buffer, channels: number): void {
  if (channels === 4) {
    pixels.copy(row);
    return;
  }
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    row[to] = pixels[from] ?? 0;
    row[to + 1] = pixels[from + 1] ?? 0;
    row[to + 2] = pixels[from + 2] ?? 0;
  }
}
