/** The names and themes of a flow's pictures: `<id>.svg`, and for dark pages `<id>.dark.svg`. Slides have the same. */
import type { Flow } from './flow.js';

/** A theme, or two: for light pages and for dark ones. */
export interface ThemePair {
  readonly first: string;
  /** Null where one theme is used for all pages. */
  readonly dark: string | null;
  /** What a brand that is named alone is on dark pages. */
  readonly twin?: string | undefined;
}

/** `light` or `light,dark`, as in `theme:` and `--theme`; null for more than two, and for an empty name. */
export function readThemes(text: string): ThemePair | null {
  const [first = '', dark = null, ...rest] = text.split(',').map((name) => name.trim());
  return first === '' || dark === '' || rest.length > 0 ? null : { first, dark };
}

export interface PictureVariant {
  /** The preset that it is drawn with. */
  readonly theme: string;
  /** The kind of page that it is for; `any` where a flow has only one picture; `auto` where it follows the reader's system. */
  readonly page: 'any' | 'light' | 'dark' | 'auto';
  /** Relative to the output folder. */
  readonly path: (ending: string) => string;
}

/**
 * The preset that leaves colours to the page around the diagram. A picture has no such page, so it is drawn for a light
 * one and for a dark one.
 */
const HOST = 'host';
/** The same, with both pictures in one file where the format can hold them. */
const AUTO = 'auto';

const pairOf = ({ preset, dark, twin }: Flow['theme']): ThemePair => ({ first: preset, dark, twin });

/** The presets of a flow's pictures, by the kind of page that they are for; twice the same where a flow has only one picture. */
export function pictureThemes(
  { theme }: Pick<Flow, 'theme'>,
  themes?: ThemePair,
): Readonly<Record<'light' | 'dark', string>> {
  const { first, dark, twin = first } = themes ?? pairOf(theme);
  const isForBoth = first === HOST || first === AUTO;
  return { light: isForBoth ? 'light' : first, dark: dark ?? (isForBoth ? 'dark' : twin) };
}

/**
 * The pictures of a flow in a format, the one for light pages first. `themes` override the flow's own.
 *
 * @param format only `svg` can follow the reader's system
 */
export function pictureVariants(
  flow: Pick<Flow, 'id' | 'theme'>,
  format: string,
  themes: ThemePair = pairOf(flow.theme),
): readonly PictureVariant[] {
  const { id } = flow;
  const { light, dark } = pictureThemes(flow, themes);
  const plain = (ending: string) => `${id}.${ending}`;
  if (themes.first === AUTO && themes.dark === null && format === 'svg')
    return [{ theme: light, page: 'auto', path: plain }];
  if (themes.dark === null && themes.twin === undefined && light === themes.first)
    return [{ theme: light, page: 'any', path: plain }];
  return [
    { theme: light, page: 'light', path: plain },
    { theme: dark, page: 'dark', path: (ending) => `${id}.dark.${ending}` },
  ];
}

/** The ending of a part of a picture, from 1: `p2.svg` of `login.p2.svg` and `login.dark.p2.svg`. */
export const partEnding = (part: number, ending: string): string => `p${part}.${ending}`;

/** Whether a file with this name holds a part of a picture. */
export const isPart = (file: string): boolean => /^[^.]+(?:\.dark)?\.p\d+\.[a-z]+$/.test(file);

/** The same for slides. No page is around them, so they are drawn for a dark one only where a second theme is named. */
export function slideVariants(flow: Flow, themes?: ThemePair): readonly PictureVariant[] {
  const { dark } = themes ?? flow.theme;
  return pictureVariants(flow, 'slides', themes).slice(0, dark === null ? 1 : 2);
}

/**
 * The id of an SVG's root element, which is a part of all its ids. No two files share one, so that several can be inlined in a
 * page: a flow's id has no `_`. CSS allows no digit at the beginning (CSS Syntax Level 3, 4.3.1).
 *
 * @param file `login.dark.svg`
 */
export const svgIdOf = (file: string): string => file.replaceAll('.', '_').replace(/^(?=\d)/, 'flow_');

/** Of a picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
