/** Paths, and colours as variants of a theme's. */
import { describe, expect, it, test } from 'vitest';
import { applyVariant, inksOf, rgbOf, schemeOf, variantOf } from '../../src/pptx/colors/index.js';
import type { Rgb } from '../../src/pptx/colors/index.js';
import { frameOf, segmentsOf } from '../../src/pptx/shapes/index.js';
import { attributeOf, childrenOf, localName, parseXml } from '../../src/pptx/xml/index.js';
import { toScene } from '../../src/picture/index.js';
import { flowIds, loadFlow } from '../flows/load.js';

const ends = (d: string) =>
  segmentsOf(d).flatMap(({ points }) =>
    points.slice(-1).map((point) => point.map((value) => Math.round(value * 100) / 100).join(' ')),
  );

describe('path data', () => {
  test.each([
    ['M1 2l3 4', ['1 2', '4 6']],
    ['M1 2 3 4 5 6', ['1 2', '3 4', '5 6']],
    ['m1 1h2v2H0V0z', ['1 1', '3 1', '3 3', '0 3', '0 0']],
    ['M0 0c1 0 2 1 2 2s1 2 2 2', ['0 0', '2 2', '4 4']],
    ['M0 0q1 0 1 1', ['0 0', '1 1']],
    ['M.5.5l.01-1', ['0.5 0.5', '0.51 -0.5']],
    ['M0 0a4 4 0 0 1 4 4', ['0 0', '4 4']],
    ['M-4 0a4 4 0 1 0 8 0', ['-4 0', '0 4', '4 0']],
  ])('%s', (d, points) => expect(ends(d)).toEqual(points));

  it('draws a circle within its frame', () => {
    const { left, top, right, bottom } = frameOf(segmentsOf('M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z'));
    for (const [value, wanted] of [
      [left, -4],
      [top, -4],
      [right, 4],
      [bottom, 4],
    ] as const)
      expect(value).toBeCloseTo(wanted);
  });

  it('refuses a command that no scene has', () => expect(() => segmentsOf('M0 0t1 1')).toThrow('command t'));
});

/** What a program shows of a colour. */
function shown(xml: string, scheme: Readonly<Record<string, Rgb>>): Rgb {
  const color = parseXml(xml)!;
  const value = attributeOf(color, 'val')!;
  if (localName(color.name) === 'srgbClr') return rgbOf(value);
  const parts = childrenOf(color).map(({ name, attributes }) => [localName(name), Number(attributes[0]?.[1])]);
  return applyVariant(scheme[value]!, Object.fromEntries(parts) as Record<string, number>);
}

describe('colours', () => {
  test.each([
    ['#17202e', '#526070'],
    ['#ffffff', '#e6ebf2'],
    ['#0d1117', '#171d26'],
    ['#1c5fd0', '#f1f6fe'],
    ['#855800', '#fdf7e8'],
  ])('%s to %s', (from, to) => {
    const [one, other] = [rgbOf(from), rgbOf(to)];
    const found = applyVariant(one, variantOf(one, other));
    // White and black have no hue to vary.
    const most = from === '#ffffff' ? 10 : 2;
    for (const [index, channel] of found.entries()) expect(Math.abs(channel - other[index]!)).toBeLessThanOrEqual(most);
  });

  test.each(['light', 'dark'] as const)('of all flows on %s pages are those of the scene', (page) => {
    for (const id of flowIds.slice(0, 12)) {
      const { colors } = toScene(loadFlow(id));
      const scheme = schemeOf(colors, page);
      const ink = inksOf({ palette: colors, page, scheme, isOwn: true, names: {} });
      for (const [token, color] of Object.entries(colors)) {
        const off = shown(ink(token), scheme).map((channel, index) => Math.abs(channel - rgbOf(color[page])[index]!));
        expect(Math.max(...off), `${id} ${token}`).toBeLessThanOrEqual(8);
      }
    }
  });
});
