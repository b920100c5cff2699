/** Finds colours that can be read. */
import { hexText, mix, parseColor } from './color.js';
import type { Color } from './color.js';
import { contrast } from './contrast.js';

/** WCAG 2.2: of text (1.4.3), and of lines that mean something (1.4.11). */
export const enough = { text: 4.5, line: 3 } as const;

const black: Color = { mode: 'rgb', r: 0, g: 0, b: 0 };
const white: Color = { mode: 'rgb', r: 1, g: 1, b: 1 };

/**
 * The nearest colour of the same hue that has the contrast on all grounds: mixed with black or white, whichever comes first; the
 * best of them where none has. Texts must be colours. `steps`: from the colour to black or white.
 */
export const nearestReadable = (css: string, grounds: readonly string[], ratio: number, steps: number): string =>
  nearestBeside(
    css,
    grounds.map((ground) => ({ css: ground, ratio })),
    steps,
  );

/** A colour that is beside or under another one, and the contrast that the two need. */
interface Beside {
  readonly css: string;
  readonly ratio: number;
}

/** The same, with a contrast for each of the others. */
export function nearestBeside(css: string, others: readonly Beside[], steps: number): string {
  const color = known(css);
  const needs = others.map((other) => ({ ground: known(other.css), ratio: other.ratio }));
  const worst = (candidate: Color): number =>
    Math.min(...needs.map(({ ground, ratio }) => contrast(candidate, ground) / ratio));
  let best = color;
  for (let step = 0; step <= steps; step += 1)
    for (const end of [black, white]) {
      // Rounded as it will be printed.
      const candidate = known(hexText(mix(color, end, step / steps)));
      if (worst(candidate) >= 1) return hexText(candidate);
      if (worst(candidate) > worst(best)) best = candidate;
    }
  return hexText(best);
}

function known(css: string): Color {
  const color = parseColor(css);
  if (!color) throw new Error(`not a colour: ${css}`);
  return color;
}
