/** Moves colours until they can be read. */
import { contrast, hexText, layOver, mix, parseColor } from '../../theme/index.js';
import type { Color } from '../../theme/index.js';

/** WCAG 2.2: of text (1.4.3), and of lines that mean something (1.4.11). */
export const enough = { text: 4.5, line: 3 } as const;

const black: Color = { mode: 'rgb', r: 0, g: 0, b: 0 };
const white: Color = { mode: 'rgb', r: 1, g: 1, b: 1 };

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
  const known = found.get(asked) ?? find(css, grounds, ratio);
  // Flows share their themes; what is found for one is good for the next.
  if (found.size > 500) found.clear();
  found.set(asked, known);
  return known;
}

const found = new Map<string, string>();

function find(css: string, grounds: readonly string[], ratio: number): string {
  const color = colorOf(css);
  const behind = grounds.map(colorOf);
  const worst = (candidate: Color): number => Math.min(...behind.map((ground) => contrast(candidate, ground)));
  let best = color;
  for (let step = 0; step <= 20; step += 1)
    for (const end of [black, white]) {
      // Rounded as it will be printed.
      const candidate = colorOf(hexText(mix(color, end, step / 20)));
      if (worst(candidate) >= ratio) return hexText(candidate);
      if (worst(candidate) > worst(best)) best = candidate;
    }
  return hexText(best);
}
