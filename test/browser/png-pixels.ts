import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha from 0 to 255. */
  readonly at: (x: number, y: number) => readonly [number, number, number, number];
}

/** Of a PNG as Chromium writes it: 8 bits, truecolour with or without alpha, not interlaced (PNG specification, 9.2). */
export function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    unfilter(raw[start]!, raw.subarray(start + 1, start + 1 + stride), { lines, at: y * stride, stride, channels });
  }
  const at = (x: number, y: number) => {
    const start = y * stride + x * channels;
    return [lines[start]!, lines[start + 1]!, lines[start + 2]!, channels === 4 ? lines[start + 3]! : 255] as const;
  };
  return { width, height, at };
}

interface Row {
  readonly lines: Buffer;
  /** Where the row begins in them. */
  readonly at: number;
  readonly stride: number;
  readonly channels: number;
}

/** A filter each, since rows have many bytes. */
function unfilter(filter: number, row: Buffer, { lines, at, stride, channels }: Row): void {
  const isFirst = at === 0;
  if (filter === 0 || (filter === 2 && isFirst)) {
    row.copy(lines, at);
    return;
  }
  const predict = {
    1: (left: number) => left,
    2: (_left: number, up: number) => up,
    3: (left: number, up: number) => (left + up) >> 1,
    4: paeth,
  }[filter];
  if (!predict) throw new Error(`filter ${filter}`);
  for (let x = 0; x < stride; x++) {
    const left = x >= channels ? lines[at + x - channels]! : 0;
    const up = isFirst ? 0 : lines[at - stride + x]!;
    const corner = x >= channels && !isFirst ? lines[at - stride + x - channels]! : 0;
    lines[at + x] = row[x]! + predict(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
