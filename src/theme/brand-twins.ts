/** Gives each brand its preset for dark pages, named after it. */
import type { Flow, ThemePair } from '../model/index.js';
import type { Source } from '../source/index.js';
import type { DarkBrand, InlinePreset } from './preset-data.js';

/** Told without reading a file that is no brand: every brand has one of these keys at the start of a line. */
const isBrand = (origin: Source | InlinePreset): boolean =>
  'shape' in origin
    ? 'accent' in origin.shape
    : /^(?:accent|background|foreground|lines|fontFamily)[ \t]*:/m.test(origin.text);

/** `acme-dark` for the brand `acme`, unless there is a theme of that name. */
export const twinsOf = (presets: ReadonlyMap<string, Source | InlinePreset>): ReadonlyMap<string, DarkBrand> =>
  new Map(
    [...presets]
      .filter(([name, origin]) => isBrand(origin) && !presets.has(darkName(name)))
      .map(([name, darkOf]) => [darkName(name), { name: darkName(name), darkOf }]),
  );

const darkName = (name: string): string => `${name}-dark`;

type Presets = ReadonlyMap<string, Source | InlinePreset | DarkBrand>;

/** What a theme is on dark pages, if it is a brand. */
function twinOf(name: string, presets: Presets): string | undefined {
  const origin = presets.get(name);
  const isOne = origin !== undefined && !('darkOf' in origin) && isBrand(origin);
  return isOne && presets.has(darkName(name)) ? darkName(name) : undefined;
}

/** A brand that is named alone is two themes, so that its pictures are drawn for light and for dark pages. */
export const completePair = (pair: ThemePair, presets: Presets): ThemePair =>
  pair.dark === null ? { ...pair, twin: twinOf(pair.first, presets) } : pair;

/** The same for the theme of a flow. */
export function completeTheme(flow: Flow, presets: Presets): Flow {
  const { preset, dark } = flow.theme;
  const twin = dark === null ? twinOf(preset, presets) : undefined;
  return twin === flow.theme.twin ? flow : { ...flow, theme: { ...flow.theme, twin } };
}
