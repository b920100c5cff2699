/** Theme presets: what a file of templates/themes/ may say. */
import { cornerNames } from '../model/index.js';
import { type Diagnostic, nearestOf } from '../source/index.js';
import type { TextThemeData } from './text-theme.js';
import { pageColors, type PageColor } from './theme.js';

/** A preset as its file has it; colours are CSS, checked by {@link resolveTheme}. */
export interface PresetData {
  /** The file's name without its ending. */
  readonly name: string;
  readonly page: PageColor;
  /** The few colours from which the others are derived; none where the preset lists all the variables that it wants. */
  readonly colors: PresetColors | null;
  /** Mermaid theme variables, over the derived ones. */
  readonly variables: Readonly<Record<string, string>>;
  /** Of a box with neither colour nor zone. */
  readonly box: string;
  /** Of a region without a colour. */
  readonly highlight: string;
  readonly zones: Zones;
  readonly text: TextThemeData;
}

export interface PresetColors {
  /** The page. */
  readonly bg: string;
  readonly fg: string;
  /** Borders, and a tint of participants and activations. */
  readonly accent: string;
}

/** Trust zones: the colour of a zone's boxes on light and on dark pages. */
export type Zones = Readonly<Record<string, { readonly light: string; readonly dark: string }>>;

const isText = (value: unknown): value is string => typeof value === 'string';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isMap(value) && Object.values(value).every(isText);

const hasKeys = (value: object, names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(value, name)) && Object.keys(value).length === names.length;

const isTextTheme = ({ corners, colors, ...others }: Readonly<Record<string, unknown>>): boolean =>
  (corners === undefined || cornerNames.some((name) => name === corners)) &&
  (colors === undefined || isTexts(colors)) &&
  Object.keys(others).length === 0;

/** What each key may hold, and how that is said; all but `page` and `box` may be left out. */
const keys = {
  page: { expected: pageColors.join(', '), fits: (value: unknown) => pageColors.some((page) => page === value) },
  colors: {
    expected: 'bg, fg and accent',
    fits: (value: unknown) => isTexts(value) && hasKeys(value, ['bg', 'fg', 'accent']),
  },
  variables: { expected: 'texts by name', fits: isTexts },
  box: { expected: 'a colour', fits: isText },
  highlight: { expected: 'a colour', fits: isText },
  zones: {
    expected: 'zones by name, each with light and dark',
    fits: (value: unknown) =>
      isMap(value) && Object.values(value).every((zone) => isTexts(zone) && hasKeys(zone, ['light', 'dark'])),
  },
  text: {
    expected: `corners (${cornerNames.join(' or ')}) and colors by part of the text diagram`,
    fits: (value: unknown) => isMap(value) && isTextTheme(value),
  },
} as const;

/** Checks the shape of a preset. `path` is the file's, for messages; the preset has the file's name. */
export function readPreset(
  path: string,
  data: unknown,
): { readonly preset: PresetData | null; readonly diagnostics: readonly Diagnostic[] } {
  const problems = isMap(data)
    ? findProblems(data)
    : [{ message: 'a theme preset is a map', hint: 'its first key is page' }];
  const diagnostics = problems.map(({ message, hint }): Diagnostic => ({
    code: 'theme-preset',
    severity: 'error',
    message: `${path}: ${message}`,
    hint,
  }));
  if (problems.length > 0) return { preset: null, diagnostics };
  const { box, ...rest } = data as Pick<PresetData, 'page' | 'box'> & Partial<PresetData>;
  const name = path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  return {
    preset: { name, box, highlight: box, colors: null, variables: {}, zones: {}, text: {}, ...rest },
    diagnostics,
  };
}

function findProblems(data: Readonly<Record<string, unknown>>): readonly { message: string; hint: string }[] {
  const names = Object.keys(keys);
  const unknown = Object.keys(data).filter((name) => !names.includes(name));
  const wrong = Object.entries(keys).filter(([name, { fits }]) => {
    const isOptional = name !== 'page' && name !== 'box';
    return !(isOptional && data[name] === undefined) && !fits(data[name]);
  });
  return [
    ...unknown.map((name) => ({ message: `unknown key "${name}"`, hint: nearestOf(name, 'keys', names) })),
    ...wrong.map(([name, { expected }]) => ({ message: `${name} is missing or wrong`, hint: `expected ${expected}` })),
  ];
}
