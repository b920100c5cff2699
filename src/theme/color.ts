/** CSS colours: those that a flow file or a theme may hold. */
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
import type { Diagnostic, Span } from '../source/index.js';

// Those that CSS has a function for, and linear light, which contrast is measured in.
for (const mode of [modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch, modeLrgb])
  useMode(mode as typeof modeRgb);

/** sRGB: red, green, blue and alpha from 0 to 1; opaque without alpha. */
export type Color = Rgb;

/** CSS names of colours. */
export const colorNames: readonly string[] = Object.keys(colorsNamed);

const toRgb = converter('rgb');
const hexWithoutHash = /^[\da-f]{3,8}$/i;
/** Characters. The library needs quadratic time for text that looks like a colour for long. */
const longest = 100;

/** Reads any colour of CSS Color 4 but `color()` and the names of system colours; null for what is none. */
export function parseColor(css: string): Color | null {
  if (css.length > longest || hexWithoutHash.test(css)) return null;
  const color = toRgb(parse(css.toLowerCase()));
  return color ? clampRgb(fillChannels(color)) : null;
}

/** A channel that is `none` is undefined, whatever the library's types say. It counts as 0. */
const fillChannels = ({ r = 0, g = 0, b = 0, alpha = 1 }: Partial<Color>): Color => ({ mode: 'rgb', r, g, b, alpha });

/** `rgb(r,g,b)` or `rgba(r,g,b,a)`, which Mermaid reads everywhere. */
export function cssText({ r, g, b, alpha = 1 }: Color): string {
  // Half of 255 is 127.5, whatever floats make of it.
  const channels = [r, g, b].map((share) => Math.round(Number((share * 255).toFixed(6)))).join();
  return alpha === 1 ? `rgb(${channels})` : `rgba(${channels},${Number(alpha.toFixed(3))})`;
}

/**
 * The colour as written if Mermaid can read that (it takes `#` for a comment), else as `rgb()`. Null if it is no
 * colour: such text must not get into a picture.
 */
export function safeColor(css: string): string | null {
  const color = parseColor(css);
  if (!color) return null;
  return /^(?:(?:rgb|hsl)a?\([\d\s.,%]+\)|[a-z]+)$/.test(css) ? css : cssText(color);
}

/** The mistake of an author who writes something else where a colour is expected. */
export const notAColor = (css: string, span: Span | undefined): Diagnostic => ({
  code: 'known-colors',
  severity: 'error',
  message: `${JSON.stringify(css)} is not a colour`,
  span,
  hint: 'expected #6d28d9, rgb(109,40,217), rgba(109,40,217,0.3), hsl(262,70%,50%) or a CSS name',
});

/** `#rrggbb`, or as {@link cssText} where it is translucent. */
export const hexText = (color: Color): string => ((color.alpha ?? 1) === 1 ? formatHex(color) : cssText(color));

/** The colour that a translucent colour gives on an opaque one. */
export const layOver = (top: Color, bottom: Color): Color => toRgb(blend([bottom, top]));

/** From `one` (0) to `other` (1). */
export const mix = (one: Color, other: Color, share: number): Color => interpolate([one, other], 'rgb')(share);
