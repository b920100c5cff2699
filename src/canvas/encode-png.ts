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
  const rows = filterRows(isOpaque ? withoutAlpha(data, width * height) : data, width * channels, height);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await compress(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const chunk = (type: string, data: Buffer): Buffer => pngChunk(Buffer.concat([Buffer.from(type, 'latin1'), data]));

function withoutAlpha(data: Uint8Array | Uint8ClampedArray, count: number): Uint8Array {
  const colors = new Uint8Array(count * 3);
  for (let pixel = 0, from = 0, to = 0; pixel < count; pixel += 1, from += 4, to += 3) {
    colors[to] = data[from] ?? 0;
    colors[to + 1] = data[from + 1] ?? 0;
    colors[to + 2] = data[from + 2] ?? 0;
  }
  return colors;
}

/** Filter types (9.2): None, and Up, which makes zeros of a row that equals the one above, as most of a diagram's do. */
const NONE = 0;
const UP = 2;

function filterRows(data: Uint8Array | Uint8ClampedArray, length: number, height: number): Uint8Array {
  const bytes = Buffer.from(data.buffer, data.byteOffset, length * height);
  const rows = Buffer.alloc((length + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const from = row * length;
    const to = row * (length + 1);
    const isSame = row > 0 && bytes.compare(bytes, from - length, from, from, from + length) === 0;
    rows[to] = isSame ? UP : NONE;
    if (!isSame) bytes.copy(rows, to + 1, from, from + length);
  }
  return rows;
}
