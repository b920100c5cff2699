/** Colours as numbers. */

/** From 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** From 0 to 1. */
export type Hsl = readonly [hue: number, saturation: number, lightness: number];

/** `#rrggbb`, with or without the `#`. */
export const rgbOf = (hex: string): Rgb => {
  const value = parseInt(hex.replace('#', '').slice(0, 6), 16) || 0;
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** `RRGGBB` */
export const hexOf = (color: Rgb): string =>
  color
    .map((channel) => Math.round(channel).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

/** From 0 (all of `one`) to 1. */
export const mixed = (one: Rgb, other: Rgb, share: number): Rgb => {
  const at = (index: 0 | 1 | 2): number => one[index] + (other[index] - one[index]) * share;
  return [at(0), at(1), at(2)];
};

/** Of the channel that differs most. */
export const differenceOf = (one: Rgb, other: Rgb): number =>
  Math.max(...one.map((channel, index) => Math.abs(channel - (other[index] ?? 0))));

export function toHsl(color: Rgb): Hsl {
  const [red, green, blue] = [color[0] / 255, color[1] / 255, color[2] / 255];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [range, lightness] = [most - least, (most + least) / 2];
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sector =
    most === red
      ? (green - blue) / range + (green < blue ? 6 : 0)
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [sector / 6, saturation, lightness];
}

export function fromHsl([hue, saturation, lightness]: Hsl): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number): number => {
    const place = (shift + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** WCAG 2.2, relative luminance. */
export function luminanceOf(color: Rgb): number {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

export function contrastOf(one: Rgb, other: Rgb): number {
  const [first, second] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
