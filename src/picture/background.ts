/** The ground of a picture that its author chooses. */
import { hexText, parseColor } from '../theme/index.js';
import type { SvgOptions } from '../svg/index.js';

/**
 * Opacity is written apart: few readers of SVG know colours with an alpha.
 *
 * @param css a CSS colour, or `transparent`; undefined for the theme's
 * @returns null for what is no colour
 */
export function readBackground(css: string | undefined): SvgOptions['background'] | null {
  if (css === undefined) return undefined;
  const color = parseColor(css);
  if (color === null) return null;
  const { alpha: opacity = 1 } = color;
  return opacity === 0 ? 'none' : { color: hexText({ ...color, alpha: 1 }), opacity };
}
