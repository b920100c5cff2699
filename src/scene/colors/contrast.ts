/** Moves colours until they can be read. */
import { hexText, layOver, mix, nearestReadable, parseColor } from '../../theme/index.js';
import type { Color } from '../../theme/index.js';

export { enough } from '../../theme/index.js';

/** Parses a colour that is known to be one. */
export function colorOf(css: string): Color {
  const color = parseColor(css);
  if (!color) throw new Error(`not a colour: ${css}`);
  return color;
}

/** A colour, opaque, on what lies behind it. */
export const opaque = (css: string, ground: string): string => hexText(layOver(colorOf(css), colorOf(ground)));

/** From 0 (all of `one`) to 1. */
export const blend = (one: string, other: string, share: number): string =>
  hexText(mix(colorOf(one), colorOf(other), share));

/** With its alpha, but at most `most`. */
export function thinned(css: string, most: number): string {
  const color = colorOf(css);
  return hexText({ ...color, alpha: Math.min(color.alpha ?? 1, most) });
}

/**
 * The nearest colour of the same hue that has the contrast on all grounds: mixed with black or white in steps of a twentieth,
 * whichever comes first.
 */
export function readable(css: string, grounds: readonly string[], ratio: number): string {
  const asked = [css, ratio, ...grounds].join();
  const known = found.get(asked) ?? nearestReadable(css, grounds, ratio, 20);
  // Flows share their themes; what is found for one is good for the next.
  if (found.size > 500) found.clear();
  found.set(asked, known);
  return known;
}

const found = new Map<string, string>();
