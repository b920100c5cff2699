import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/canvas/encode-png.js';
import { pixelsOf } from '../browser/png-pixels.js';

const sizes = fc.record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) });

describe('a PNG', () => {
  it('holds every pixel, with and without alpha', async () => {
    const pictures = sizes.chain(({ width, height }) =>
      // Few values, so that rows repeat.
      fc.record({
        data: fc.array(fc.constantFrom(0, 7, 255), { minLength: width * height * 4, maxLength: width * height * 4 }),
        isOpaque: fc.boolean(),
        rowsOfBand: fc.integer({ min: 1, max: 9 }),
        width: fc.constant(width),
        height: fc.constant(height),
      }),
    );
    await fc.assert(
      fc.asyncProperty(pictures, async ({ data, isOpaque, rowsOfBand, width, height }) => {
        const bytes = Uint8Array.from(data);
        const size = 4 * width * rowsOfBand;
        const bands = Array.from({ length: Math.ceil(height / rowsOfBand) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        const pixels = pixelsOf(await encodePng({ bands, width, height, isOpaque }));
        expect([pixels.width, pixels.height]).toEqual([width, height]);
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const [red, green, blue, alpha] = data.slice(4 * (y * width + x));
            expect(pixels.at(x, y)).toEqual([red, green, blue, isOpaque ? 255 : alpha]);
          }
        }
      }),
    );
  });
});
