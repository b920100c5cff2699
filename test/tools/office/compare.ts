/** Compares two rasters of one picture: the same shapes at the same places, whoever smoothed their edges. */
import type { Pixels } from '../../browser/png-pixels.js';

/** How far a program may move a shape, in px. */
const SHIFT = 2;

export interface Difference {
  /** Of the mean colours of a cell, from 0 to 255. */
  readonly worst: number;
  /** Its upper left corner, in px. */
  readonly x: number;
  readonly y: number;
}

/**
 * The cell that differs most from all cells of the other raster that are at most {@link SHIFT} away. Both are of one size.
 * `cell`: the side of a square, in px; small for thin lines, large for texts, which each program smooths in its own way.
 */
export function compareRasters(one: Pixels, other: Pixels, cell: number): Difference {
  if (one.width !== other.width || one.height !== other.height)
    throw new RangeError(`${one.width} × ${one.height} and ${other.width} × ${other.height}`);
  const [first, second] = [sumsOf(one, cell), sumsOf(other, cell)];
  let found: Difference = { worst: 0, x: 0, y: 0 };
  for (let y = 0; y + cell <= one.height; y += cell / 2)
    for (let x = 0; x + cell <= one.width; x += cell / 2) {
      const worst = Math.min(leastDifference(first, second, x, y), leastDifference(second, first, x, y));
      if (worst > found.worst) found = { worst, x, y };
    }
  return found;
}

/** Per channel: the sum of all pixels above and to the left of a place, so that the mean of any cell takes four look-ups. */
interface Sums {
  readonly cell: number;
  readonly width: number;
  readonly height: number;
  readonly channels: readonly Float64Array[];
}

function sumsOf({ width, height, at }: Pixels, cell: number): Sums {
  const stride = width + 1;
  const channels = [0, 1, 2].map(() => new Float64Array(stride * (height + 1)));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = at(x, y);
      const place = (y + 1) * stride + x + 1;
      channels.forEach((sums, channel) => {
        sums[place] = pixel[channel]! + sums[place - 1]! + sums[place - stride]! - sums[place - stride - 1]!;
      });
    }
  return { cell, width, height, channels };
}

const meansAt = ({ cell, width, channels }: Sums, x: number, y: number): readonly number[] => {
  const [top, bottom] = [y * (width + 1) + x, (y + cell) * (width + 1) + x];
  return channels.map((sums) => (sums[bottom + cell]! - sums[bottom]! - sums[top + cell]! + sums[top]!) / cell ** 2);
};

function leastDifference(one: Sums, other: Sums, x: number, y: number): number {
  const means = meansAt(one, x, y);
  let least = Infinity;
  for (let moveY = -SHIFT; moveY <= SHIFT; moveY += 1)
    for (let moveX = -SHIFT; moveX <= SHIFT; moveX += 1) {
      const [toX, toY] = [x + moveX, y + moveY];
      if (toX < 0 || toY < 0 || toX + other.cell > other.width || toY + other.cell > other.height) continue;
      const moved = meansAt(other, toX, toY);
      least = Math.min(least, Math.max(...means.map((mean, channel) => Math.abs(mean - moved[channel]!))));
    }
  return least;
}
