/** How the colours of a scene are written: into each element, or as classes for a style sheet beside the picture. */
import type { Palette, Scene, Token } from '../scene/index.js';

/** The kind of page that a picture is for; `auto`: for both, by the reader's system. */
export type SvgPage = 'light' | 'dark' | 'auto';

/** Writes colours into elements. */
export interface Ink {
  readonly fill: (token: Token) => string;
  readonly stroke: (token: Token) => string;
  /** For an element that has both. */
  readonly both: (fill: Token, stroke: Token) => string;
}

/** Each colour in its element, as every reader of SVG understands it. `colors`: from {@link separate}, for pages of both kinds. */
export function attributeInk(colors: ReadonlyMap<Token, string>): Ink {
  const colorOf = (token: Token): string => {
    const color = colors.get(token);
    if (color === undefined) throw new Error(`no colour is called ${token}`);
    return color;
  };
  const fill = (token: Token): string => ` fill="${colorOf(token)}"`;
  const stroke = (token: Token): string => ` stroke="${colorOf(token)}"`;
  return { fill, stroke, both: (one, other) => fill(one) + stroke(other) };
}

/** Each colour as a class: see {@link svgStyles}. */
export const classInk: Ink = {
  fill: (token) => ` class="fill-${cssName(token)}"`,
  stroke: (token) => ` class="stroke-${cssName(token)}"`,
  both: (fill, stroke) => ` class="fill-${cssName(fill)} stroke-${cssName(stroke)}"`,
};

/** The colours for one kind of page. */
export const colorsFor = (page: 'light' | 'dark', colors: Palette): ReadonlyMap<Token, string> =>
  new Map(Object.entries(colors).map(([token, color]) => [token, color[page]]));

/**
 * The light colours, moved so that they tell tokens apart: a style sheet that finds elements by a light colour can then give them
 * the dark one. Where two tokens share a light colour and differ in the dark, the later one moves by the smallest step that
 * nobody sees.
 *
 * @param taken a colour that means none of the tokens
 */
export function separate(colors: Palette, taken: string | null = null): ReadonlyMap<Token, string> {
  const all = new Set(Object.values(colors).map(({ light }) => light));
  const darkOf = new Map<string, string | null>(taken === null ? [] : [[taken, null]]);
  const separated = new Map<Token, string>();
  for (const [token, { light, dark }] of Object.entries(colors)) {
    const isFree = (color: string): boolean => {
      const known = darkOf.get(color);
      return known === undefined ? color === light || !all.has(color) : known === dark;
    };
    const color = isFree(light) ? light : nearest(light, isFree);
    darkOf.set(color, dark);
    separated.set(token, color);
  }
  return separated;
}

/** The first colour that is free, by ever larger steps, in blue, green and red, of which the eye sees blue least. */
function nearest(color: string, isFree: (color: string) => boolean): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  for (let step = 1; step < 256; step += 1) {
    for (const moved of [2, 1, 0]) {
      for (const by of [-step, step]) {
        const found = hex(channels.map((value, index) => (index === moved ? value + by : value)));
        if (found !== null && isFree(found)) return found;
      }
    }
  }
  throw new Error(`no colour is free beside ${color}`);
}

const hex = (channels: readonly number[]): string | null =>
  channels.some((value) => value < 0 || value > 255)
    ? null
    : `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

/**
 * The rules that turn the light colours of one picture into dark ones. They name the picture's root element, because an SVG
 * inside a page shares its style sheets with the page.
 *
 * @param body the elements of the picture
 */
export function darkRules(body: string, root: string, colors: Palette, light: ReadonlyMap<Token, string>): string {
  const rules = [...light].flatMap(([token, color]) => {
    const { dark = color } = colors[token] ?? {};
    if (dark === color) return [];
    return ['fill', 'stroke'].flatMap((name) =>
      body.includes(` ${name}="${color}"`) ? [`#${root} [${name}="${color}"]{${name}:${dark}}`] : [],
    );
  });
  const unique = [...new Set(rules)].join('');
  return unique === '' ? '' : `@media (prefers-color-scheme: dark){${unique}}`;
}

export interface SvgStyleOptions {
  /** Default: `auto`. */
  readonly page?: SvgPage | undefined;
  /** What has the colours. Default: `svg.authflow`, every picture of authflow on the page. */
  readonly selector?: string | undefined;
}

/**
 * The style sheet of pictures with `colors: 'classes'`: each token is a custom property of the pictures (`--authflow-ink`), which
 * the page may set to another colour. It is a text for a file or a `<style>` of the page; a picture itself has no style sheet
 * and no `style` attribute, so that a Content Security Policy can forbid them (CSP Level 3, 6.1.13).
 *
 * ```css
 * svg.authflow{--authflow-ink:#17202e;…}
 * .authflow .fill-ink{fill:var(--authflow-ink)}
 * ```
 *
 * A page with a switch of its own takes one style sheet for each state:
 * `svgStyles(scene, { page: 'dark', selector: '[data-theme=dark] svg.authflow' })`.
 */
export function svgStyles(
  { colors }: Pick<Scene, 'colors'>,
  { page = 'auto', selector = 'svg.authflow' }: SvgStyleOptions = {},
): string {
  const tokens = Object.keys(colors);
  const values = (kind: 'light' | 'dark'): string =>
    `${selector}{${[...colorsFor(kind, colors)].map(([token, color]) => `--authflow-${cssName(token)}:${color}`).join(';')}}\n`;
  const chosen =
    page === 'auto'
      ? `${values('light')}@media (prefers-color-scheme: dark){${values('dark').trimEnd()}}\n`
      : values(page);
  const classes = tokens.flatMap((token) =>
    ['fill', 'stroke'].map(
      (name) => `.authflow .${name}-${cssName(token)}{${name}:var(--authflow-${cssName(token)})}\n`,
    ),
  );
  return chosen + classes.join('');
}

/** A token as a part of a CSS name (CSS Syntax 3, 4.3.11): zones may have any name, and no two share one. */
const cssName = (token: Token): string =>
  token.replace(/[^A-Za-z\d-]/gu, (letter) => `_${(letter.codePointAt(0) ?? 0).toString(16)}_`);
