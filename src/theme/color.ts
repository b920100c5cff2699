/** Parses CSS colours in flow files and themes. */
import {
  blend,
  clampRgb,
  colorsNamed,
  converter,
  formatHex,
  interpolate,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode,
  type Rgb,
} from 'culori/fn';
import { memoize } from '../source/index.js';
import type { Diagnostic, Span } from '../source/index.js';

// The colour spaces with a CSS function, and linear light, in which contrast is measured.
for (const mode of [modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch, modeLrgb])
  useMode(mode as typeof modeRgb);

/** sRGB: red, green, blue and alpha from 0 to 1; opaque without alpha. */
export type Color = Rgb;

/** The CSS names of colours. */
export const colorNames: readonly string[] = Object.keys(colorsNamed);

const toRgb = converter('rgb');
const hexWithoutHash = /^[\da-f]{3,8}$/i;
/** The maximum length. The library needs quadratic time for long texts that look like a colour. */
const longest = 100;

/** Reads any colour of CSS Color 4 but `color()` and the names of system colours; null for anything else. */
export const parseColor = memoize((css): Color | null => {
  if (css.length > longest || hexWithoutHash.test(css)) return null;
  const color = toRgb(parseSafely(css.toLowerCase()));
  return color ? clampRgb(fillChannels(color)) : null;
});

/** The library throws at some texts that it can't split into tokens, such as `url(16px`. */
function parseSafely(css: string): ReturnType<typeof parse> {
  try {
    return parse(css);
  } catch {
    return undefined;
  }
}

/** A channel that is `none` is undefined, unlike in the library's types. It counts as 0. */
const fillChannels = ({ r = 0, g = 0, b = 0, alpha = 1 }: Partial<Color>): Color => ({ mode: 'rgb', r, g, b, alpha });

/** `rgb(r,g,b)` or `rgba(r,g,b,a)`, which Mermaid accepts everywhere. */
export function cssText({ r, g, b, alpha = 1 }: Color): string {
  // Avoids rounding errors: half of 255 must be exactly 127.5.
  const channels = [r, g, b].map((share) => Math.round(Number((share * 255).toFixed(6)))).join();
  return alpha === 1 ? `rgb(${channels})` : `rgba(${channels},${Number(alpha.toFixed(3))})`;
}

/**
 * The colour as written if Mermaid can read it (it takes `#` for a comment), otherwise as `rgb()`. Null if it is not a
 * colour: such text must not get into a picture.
 */
export function safeColor(css: string): string | null {
  const color = parseColor(css);
  if (!color) return null;
  return /^(?:(?:rgb|hsl)a?\([\d\s.,%]+\)|[a-z]+)$/.test(css) ? css : cssText(color);
}

/** Reports a text that is not a colour. */
export const notAColor = (css: string, span: Span | undefined): Diagnostic => ({
  code: 'known-colors',
  severity: 'error',
  message: `${JSON.stringify(css)} is not a colour`,
  span,
  hint: 'expected #6d28d9, rgb(109,40,217), rgba(109,40,217,0.3), hsl(262,70%,50%) or a CSS name',
});

/** `#rrggbb`, or the form of {@link cssText} for a translucent colour. */
export const hexText = (color: Color): string => ((color.alpha ?? 1) === 1 ? formatHex(color) : cssText(color));

/** The colour of a translucent colour on an opaque one. */
export const layOver = (top: Color, bottom: Color): Color => toRgb(blend([bottom, top]));

/** Mixes from `one` (0) to `other` (1). */
export const mix = (one: Color, other: Color, share: number): Color => interpolate([one, other], 'rgb')(share);
