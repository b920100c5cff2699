/** Gives each brand its preset for dark pages, named after it. */
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
