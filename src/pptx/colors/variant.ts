/** A colour as a variant of another one, in the transforms of DrawingML (ECMA-376, 20.1.2.3): they stay when a theme changes. */
import { el } from '../xml/index.js';
import { differenceOf, fromHsl, toHsl } from './rgb.js';
import type { Rgb } from './rgb.js';

/** In thousandths of a percent; the hue in 60000ths of a degree. Absent where it changes nothing. */
export interface Variant {
  readonly hueOff?: number;
  readonly satMod?: number;
  readonly lumMod?: number;
  readonly lumOff?: number;
}

const WHOLE = 100_000;
const TURN = 360 * 60_000;

/** The variant of `from` that comes nearest to `to`. */
export function variantOf(from: Rgb, to: Rgb): Variant {
  if (differenceOf(from, to) <= 1) return {};
  const [fromHue, fromSaturation, fromLight] = toHsl(from);
  const [hue, saturation, light] = toHsl(to);
  const areColored = fromSaturation > 0.02 && saturation > 0.02;
  const turned = areColored ? ((hue - fromHue + 1.5) % 1) - 0.5 : 0;
  const isLighter = light > fromLight;
  const lumMod = tenths(isLighter ? (1 - light) / Math.max(1 - fromLight, 0.001) : light / Math.max(fromLight, 0.001));
  const satMod = fromSaturation > 0.001 ? tenths(Math.min(4, saturation / fromSaturation)) : WHOLE;
  return {
    ...(Math.abs(turned) > 2 / 360 ? { hueOff: Math.round(turned * 360) * 60_000 } : {}),
    ...(Math.abs(satMod - WHOLE) > 2_000 ? { satMod } : {}),
    ...(lumMod === WHOLE ? {} : { lumMod }),
    ...(isLighter && lumMod !== WHOLE ? { lumOff: WHOLE - lumMod } : {}),
  };
}

const tenths = (share: number): number => Math.round(share * 1000) * 100;

export function applyVariant(from: Rgb, { hueOff = 0, satMod = WHOLE, lumMod = WHOLE, lumOff = 0 }: Variant): Rgb {
  const [hue, saturation, light] = toHsl(from);
  return fromHsl([
    (hue + hueOff / TURN + 1) % 1,
    Math.min(1, (saturation * satMod) / WHOLE),
    Math.max(0, Math.min(1, (light * lumMod) / WHOLE + lumOff / WHOLE)),
  ]);
}

export const printVariant = ({ hueOff, satMod, lumMod, lumOff }: Variant): string =>
  Object.entries({ hueOff, satMod, lumMod, lumOff })
    .map(([name, val]) => (val === undefined ? '' : el(`a:${name}`, { val })))
    .join('');
