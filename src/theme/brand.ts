/** Makes two presets of a brand, one for light and one for dark pages, and checks that they can be read. */
import type { Diagnostic, Report, Span } from '../source/index.js';
import type { BrandShape } from '../syntax/index.js';
import { cssText, hexText, layOver, mix, parseColor } from './color.js';
import type { Color } from './color.js';
import { contrast, darkPage } from './contrast.js';
import type { PagedColor, PresetColors } from './preset-data.js';
import { enough, nearestBeside, nearestReadable } from './readable.js';
import type { ThemeVariable } from './theme.js';

export type Side = 'light' | 'dark';

/** A colour of one kind of page, with the place of the key that says it; null where none does. */
interface BrandColor {
  /** `accent`, `zone "partner"`. */
  readonly key: string;
  readonly css: string;
  readonly span: Span | null;
}

/** The colours of a brand on one kind of page. */
export interface BrandSide {
  readonly background: BrandColor;
  readonly foreground: BrandColor;
  readonly accent: BrandColor;
  /** Null where they are mixed from texts and page. */
  readonly lines: BrandColor | null;
  readonly zones: readonly (BrandColor & { readonly name: string; readonly title: string | undefined })[];
}

const defaults = {
  background: { light: '#ffffff', dark: darkPage },
  foreground: { light: '#1f2937', dark: '#e6edf3' },
} as const;

type Written = BrandShape['accent'];

/** The shape must have colours only. */
export function brandSides(shape: BrandShape): Readonly<Record<Side, BrandSide>> {
  const light: BrandSide = {
    background: lightOf('background', shape.background, defaults.background.light),
    foreground: lightOf('foreground', shape.foreground, defaults.foreground.light),
    accent: lightOf('accent', shape.accent, ''),
    lines: shape.lines ? lightOf('lines', shape.lines, '') : null,
    zones: (shape.zones ?? []).map(({ key, value }) => ({
      ...lightOf(`zone ${JSON.stringify(key.value)}`, value, ''),
      name: key.value,
      title: value.title?.value,
    })),
  };
  return { light, dark: darkSide(shape, light) };
}

const lightOf = (key: string, written: Pick<Written, 'light'> | undefined, usual: string): BrandColor => ({
  key,
  css: written?.light.value ?? usual,
  span: written?.light.span ?? null,
});

/** Colours that are not said are derived, so that they can be read. */
function darkSide(shape: BrandShape, light: BrandSide): BrandSide {
  const said = (key: string, dark: Written['dark'], derived: () => string): BrandColor => ({
    key,
    css: dark?.value ?? derived(),
    span: dark?.span ?? null,
  });
  const background = said('background', shape.background?.dark, () => defaults.background.dark);
  const readable = (css: string, ratio: number): string => nearestReadable(css, [background.css], ratio, 100);
  const foreground = said('foreground', shape.foreground?.dark, () => readable(defaults.foreground.dark, enough.text));
  return {
    background,
    foreground,
    accent: said('accent', shape.accent.dark, () => readable(light.accent.css, enough.text)),
    lines: light.lines && said('lines', shape.lines?.dark, () => readable(light.lines?.css ?? '', enough.text)),
    zones: light.zones.map((zone, index) => ({
      ...zone,
      ...said(zone.key, shape.zones?.[index]?.value.dark, () => darkZone(zone.css, background.css, foreground.css)),
    })),
  };
}

/** The share of a zone's light colour over the dark page. */
const zoneShares = [0.22, 0.16, 0.1, 0.05];

function darkZone(light: string, background: string, foreground: string): string {
  const [color, page, text] = [light, background, foreground].map(colorOf) as [Color, Color, Color];
  const strong = strengthened(layOver(color, colorOf('white')));
  const shades = zoneShares.map((share) => mix(page, strong, share));
  return hexText(shades.find((shade) => contrast(text, shade) >= enough.text) ?? page);
}

/** The share of a full colour's distance from white that a pale tint gets, so that its hue can be seen in the dark. */
const STRENGTH = 0.65;

function strengthened({ mode, r, g, b }: Color): Color {
  const most = 1 - Math.min(r, g, b);
  const times = most === 0 ? 1 : Math.max(1, STRENGTH / most);
  const moved = (channel: number): number => 1 - (1 - channel) * times;
  return { mode, r: moved(r), g: moved(g), b: moved(b) };
}

/** Names what was derived for dark pages; null where everything was said. */
export function derivedNotice(
  name: string,
  shape: BrandShape,
  { dark }: ReturnType<typeof brandSides>,
): Diagnostic | null {
  const { accent, background, foreground, lines, zones } = dark;
  const own = [
    accent,
    ...(shape.background ? [background] : []),
    ...(shape.foreground ? [foreground] : []),
    ...(lines ? [lines] : []),
    ...zones,
  ];
  const derived = own.filter(({ span }) => span === null);
  if (derived.length === 0) return null;
  const [first] = derived;
  const list = derived.map(({ key, css }) => `${key} ${JSON.stringify(css)}`).join(', ');
  return {
    code: 'brand-dark',
    severity: 'info',
    message: `${name}: the brand does not say all colours for dark pages, so these are derived: ${list}`,
    span: shape.accent.light.span,
    hint: `to choose one, write both: ${first?.key.startsWith('zone') ? 'partner' : (first?.key ?? '')}: { light: …, dark: … }`,
  };
}

/** Reports each pair of the brand's own colours that is hard to read, with the nearest colour that is not. */
export function checkBrand(side: BrandSide, report: Report): void {
  const { background, foreground, accent, lines, zones } = side;
  const tint: BrandColor = {
    key: 'the tint of participants',
    css: hexText(mix(colorOf(background.css), colorOf(accent.css), 0.15)),
    span: null,
  };
  const on = zones.map((zone) => ({ ...zone, css: hexText(layOver(colorOf(zone.css), colorOf(background.css))) }));
  const pairs: readonly Pair[] = [
    { top: foreground, grounds: [background, tint, ...on], kind: 'text' },
    { top: accent, grounds: [background], kind: 'text' },
    { top: accent, grounds: on, kind: 'line' },
    ...(lines ? [{ top: lines, grounds: [background, ...on], kind: 'line' } as const] : []),
  ];
  const isLow = (top: BrandColor, ground: BrandColor, kind: Pair['kind']): boolean =>
    contrast(colorOf(top.css), colorOf(ground.css)) < enough[kind];
  // A colour that can't be read on the page must move anyway, so that other grounds say nothing yet.
  const moving = pairs.flatMap(({ top, grounds, kind }) =>
    grounds.includes(background) && isLow(top, background, kind) ? [top] : [],
  );
  const blamed = new Set<BrandColor>();
  for (const pair of pairs) {
    const { top, kind } = pair;
    for (const ground of moving.includes(top) ? [background] : pair.grounds) {
      // One error for a zone, however many colours can't be read on it, and for a colour that must move.
      const cause = isOfZone(ground) ? ground : top;
      if (!isLow(top, ground, kind) || blamed.has(cause)) continue;
      const beside = pairs.filter((other) => other.grounds.includes(ground) && !moving.includes(other.top));
      const mistake = lowPair(pair, ground, beside);
      if (!mistake) continue;
      report(mistake);
      blamed.add(cause);
    }
  }
}

/** A colour, and what it must be told from. */
interface Pair {
  readonly top: BrandColor;
  readonly grounds: readonly BrandColor[];
  readonly kind: keyof typeof enough;
}

/**
 * Null where the brand itself says neither colour.
 *
 * @param beside all colours that are on the ground
 */
function lowPair({ top, grounds, kind }: Pair, ground: BrandColor, beside: readonly Pair[]): Diagnostic | null {
  // The zone is to blame for a text that can be read on the page.
  const isZone = isOfZone(ground);
  const span = isZone ? ground.span : (top.span ?? ground.span);
  if (span === null) return null;
  const ratio = contrast(colorOf(top.css), colorOf(ground.css));
  const wanted = enough[kind];
  const needs = beside.map((pair) => ({ css: pair.top.css, ratio: enough[pair.kind] }));
  const still = grounds.filter((each) => !isOfZone(each)).map(({ css }) => css);
  const [moved, near] =
    isZone || top.span === null
      ? [ground, nearestBeside(ground.css, isZone ? needs : [{ css: top.css, ratio: wanted }], 100)]
      : [top, nearestReadable(top.css, still, wanted, 100)];
  const what = kind === 'text' ? 'texts need' : 'lines that mean something need';
  return {
    code: 'brand-contrast',
    severity: 'error',
    message: `${top.key} ${JSON.stringify(top.css)} on ${ground.key} ${JSON.stringify(ground.css)} has a contrast of ${shown(ratio)}:1`,
    span,
    hint: `${what} ${wanted}:1 (WCAG 2.2 AA); the nearest that passes: ${moved.key} ${JSON.stringify(near)}`,
  };
}

const isOfZone = ({ key }: BrandColor): boolean => key.startsWith('zone');

/** Never rounded up to what is enough. */
const shown = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function colorOf(css: string): Color {
  const color = parseColor(css);
  if (!color) throw new Error(`not a colour: ${css}`);
  return color;
}

export const brandColors = ({ background, foreground, accent }: BrandSide): PresetColors => ({
  bg: background.css,
  fg: foreground.css,
  accent: accent.css,
});

/** The colour of a box without a colour and a zone. */
export const brandBox = ({ accent }: BrandSide): string => cssText({ ...colorOf(accent.css), alpha: 0.07 });

/** Those that must differ from what is derived from three colours. */
export function brandVariables({ background, foreground, lines, zones }: BrandSide): readonly ThemeVariable[] {
  const [page, text] = [background.css, foreground.css].map(colorOf) as [Color, Color];
  const grounds = [background.css, ...zones.map(({ css }) => hexText(layOver(colorOf(css), page)))];
  const signals = hexText(lines ? colorOf(lines.css) : mix(page, text, 0.85));
  const lifelines = nearestReadable(hexText(mix(page, text, 0.5)), grounds, enough.line, 100);
  return [
    { name: 'signalColor', value: signals },
    { name: 'actorLineColor', value: lifelines },
    { name: 'sequenceNumberColor', value: nearestReadable(background.css, [signals], enough.text, 100) },
  ];
}

export const brandZones = (
  zones: BrandSide['zones'],
  dark: BrandSide['zones'],
): Readonly<Record<string, PagedColor & { title?: string | undefined }>> =>
  Object.fromEntries(
    zones.map(({ name, css, title }, index) => [name, { light: css, dark: dark[index]?.css ?? css, title }]),
  );
