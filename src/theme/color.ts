/** CSS colours: those that a flow file or a theme may hold. */
import type { Diagnostic, Span } from '../source/index.js';
import { namedColors } from './named-colors.js';

/** sRGB: red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads `#rgb`, `#rrggbb` (each with or without alpha), `rgb()`, `hsl()`, a CSS colour name or `transparent`; else null. */
export function parseColor(css: string): Color | null {
  const text = css.toLowerCase();
  if (text === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 };
  if (Object.hasOwn(namedColors, text)) return fromNumber(namedColors[text] ?? 0);
  return parseHex(text) ?? parseFunction(text);
}

/** `rgb(r,g,b)` or `rgba(r,g,b,a)`, which Mermaid reads everywhere. */
export function cssText({ red, green, blue, alpha }: Color): string {
  const [r, g, b] = [red, green, blue].map(Math.round);
  return alpha === 1 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${Number(alpha.toFixed(3))})`;
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
export function hexText(color: Color): string {
  const { red, green, blue, alpha } = color;
  const digits = [red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0'));
  return alpha === 1 ? `#${digits.join('')}` : cssText(color);
}

/** The colour that a translucent colour gives on an opaque one. */
export function layOver(top: Color, bottom: Color): Color {
  return mix(top, bottom, 1 - top.alpha, 1);
}

/** From `one` (0) to `other` (1). */
export function mix(one: Color, other: Color, share: number, alpha = one.alpha): Color {
  const between = (from: number, to: number): number => from + (to - from) * share;
  return {
    red: between(one.red, other.red),
    green: between(one.green, other.green),
    blue: between(one.blue, other.blue),
    alpha,
  };
}

const fromNumber = (rgb: number): Color => ({ red: rgb >> 16, green: (rgb >> 8) & 255, blue: rgb & 255, alpha: 1 });

function parseHex(text: string): Color | null {
  if (!/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(text)) return null;
  const long = text.length > 5 ? text.slice(1) : text.slice(1).replace(/./g, '$&$&');
  const color = fromNumber(parseInt(long.slice(0, 6), 16));
  return long.length === 8 ? { ...color, alpha: parseInt(long.slice(6), 16) / 255 } : color;
}

/** `rgb(1, 2, 3)`, `rgba(1,2,3,.5)`, `rgb(1 2 3 / 50%)`, and hsl likewise. */
function parseFunction(text: string): Color | null {
  const match = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text);
  const parts = (match?.[2] ?? '').trim().split(/\s*[,/]\s*|\s+/);
  if (!match || parts.length < 3 || parts.length > 4) return null;
  const isHsl = match[1] === 'hsl';
  const [one, two, three] = [
    isHsl ? amount(parts[0], 360, /^(-?[\d.]+)(?:deg)?$/) : amount(parts[0], 255),
    isHsl ? amount(parts[1], 1, /^([\d.]+)(%)$/) : amount(parts[1], 255),
    isHsl ? amount(parts[2], 1, /^([\d.]+)(%)$/) : amount(parts[2], 255),
  ];
  const alpha = parts.length === 4 ? amount(parts[3], 1) : 1;
  if (one === null || two === null || three === null || alpha === null) return null;
  return isHsl ? fromHsl(one, two, three, alpha) : { red: one, green: two, blue: three, alpha };
}

/** A number from 0 to `whole`, or a share of it in percent. */
function amount(text = '', whole: number, pattern = /^(\d*\.?\d+)(%?)$/): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  if (Number.isNaN(value)) return null;
  return match[2] === '%' ? (Math.min(value, 100) / 100) * whole : Math.min(value, whole);
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl(hue: number, saturation: number, lightness: number, alpha: number): Color {
  const channel = (shift: number): number => {
    const position = (((shift + hue / 30) % 12) + 12) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(position - 3, 9 - position, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
}
