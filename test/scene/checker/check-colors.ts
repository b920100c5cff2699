/** Everything can be read, on light and on dark pages (WCAG 2.2, 1.4.3 and 1.4.11). */
import type { Palette, Stroke, Token } from '../../../src/scene/scene.js';
import { doMeet, holds, tell, type Drawn, type Picture } from './drawn.js';

const TEXT = 4.5;
const LINE = 3;
const pages = ['light', 'dark'] as const;

/** Lines that mean something: the others are decoration. */
const meaningful = [
  ...['arrow', 'arrow-head', 'lifeline', 'frame', 'branch-line', 'head', 'bar', 'redirect-bar', 'end', 'mark', 'glyph'],
];

export function checkColors(picture: Picture): readonly string[] {
  const unknown = checkPalette(picture);
  if (unknown.length > 0) return unknown;
  return contrastsIn(picture)
    .filter(({ ratio, needed }) => ratio < needed)
    .map(
      ({ drawn, color, ground, page, ratio }) =>
        `${tell(drawn)}: ${color} on ${ground} has a contrast of ${ratio.toFixed(2)} on ${page} pages`,
    );
}

/** A text, or a line that means something, on what is behind it. */
interface Contrast {
  readonly drawn: Drawn;
  readonly color: Token;
  readonly ground: Token;
  readonly page: 'light' | 'dark';
  readonly ratio: number;
  readonly needed: number;
}

export function contrastsIn(picture: Picture): readonly Contrast[] {
  const contrast = contrastIn(picture.scene.colors);
  return picture.all.flatMap((drawn) => {
    const needed = neededOf(drawn);
    if (needed === null) return [];
    return groundsOf(drawn, picture).flatMap((ground) =>
      needed.colors.flatMap((color) =>
        pages.map((page) => ({
          ...{ drawn, color, ground, page },
          ratio: contrast(color, ground, page),
          needed: needed.ratio,
        })),
      ),
    );
  });
}

function checkPalette({ all, scene: { colors } }: Picture): readonly string[] {
  const used = new Set(all.flatMap(({ item }) => tokensOf(item)));
  return [
    ...[...used].filter((token) => !Object.hasOwn(colors, token)).map((token) => `the palette has no ${token}`),
    ...Object.entries(colors)
      .filter(([, { light, dark }]) => ![light, dark].every((color) => /^#[\da-f]{6}$/.test(color)))
      .map(([token]) => `the palette's ${token} is not a colour`),
  ];
}

function tokensOf(item: Drawn['item']): readonly Token[] {
  if (item.kind === 'text') return item.runs.map(({ color }) => color);
  const stroke: Stroke | null = item.stroke;
  const fill = item.kind === 'line' ? null : item.fill;
  return [stroke?.color ?? null, fill].filter((token) => token !== null);
}

function neededOf({ item }: Drawn): { readonly ratio: number; readonly colors: readonly Token[] } | null {
  if (item.kind === 'text') return { ratio: TEXT, colors: item.runs.map(({ color }) => color) };
  if (!meaningful.includes(item.role)) return null;
  // The fill of a head or a bar is its card.
  const fill = item.kind === 'path' ? item.fill : null;
  const color = item.stroke?.color ?? fill;
  return color === null ? null : { ratio: LINE, colors: [color] };
}

/** The fills behind it, down to the first that is behind all of it. */
function groundsOf(drawn: Drawn, picture: Picture): readonly Token[] {
  const behind = picture
    .shapesAt(drawn.box)
    .filter(
      ({ item, order, box }) =>
        order < drawn.order && item.kind === 'rect' && item.fill !== null && doMeet(box, drawn.box),
    );
  const grounds = new Set<Token>();
  for (const { item, box } of behind.toReversed()) {
    if (item.kind === 'rect' && item.fill !== null) grounds.add(item.fill);
    if (holds(box, drawn.box)) break;
  }
  return [...grounds];
}

/** Of two tokens, from 1 to 21. */
function contrastIn(colors: Palette): (one: Token, other: Token, page: 'light' | 'dark') => number {
  const known = new Map<string, number>();
  const luminance = (token: Token, page: 'light' | 'dark'): number => {
    const color = colors[token]?.[page] ?? '';
    const value = known.get(color) ?? luminanceOf(color);
    known.set(color, value);
    return value;
  };
  return (one, other, page) => {
    const [a, b] = [luminance(one, page), luminance(other, page)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
