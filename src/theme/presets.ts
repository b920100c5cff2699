/** Finds and reads theme presets: the packaged ones, overridden by a user's. */
import type { ThemeChoice } from '../model/index.js';
import { unknownName } from '../source/index.js';
import type { Diagnostic, Report, Source } from '../source/index.js';
import { twinsOf } from './brand-twins.js';
import { readPreset } from './preset.js';
import type { DarkBrand, InlinePreset, PresetData, Zones } from './preset-data.js';
import { resolveTheme } from './resolve-theme.js';
import { resolveTextTheme } from './text-theme.js';
import type { TextTheme } from './text-theme.js';
import type { Theme } from './theme.js';

/** Presets by name, in files or in a configuration; a brand is two. */
export type Presets = ReadonlyMap<string, Source | InlinePreset | DarkBrand>;

/** `sources`: files whose paths end in `themes/<name>.yaml`; a later one replaces an earlier one of the same name. */
export function collectPresets(sources: readonly Source[]): Presets {
  const named = sources.flatMap((source): (readonly [string, Source])[] => {
    const [, name] = /(?:^|\/)themes\/([^/]+)\.yaml$/.exec(source.path) ?? [];
    return name === undefined ? [] : [[name, source]];
  });
  const presets = new Map(named);
  return new Map<string, Source | DarkBrand>([...presets, ...twinsOf(presets)]);
}

/** Lays presets of a configuration over those in files; they replace those of the same name. */
export function layPresets(files: Presets, inline: readonly InlinePreset[]): Presets {
  const own = new Map(inline.map((preset) => [preset.name, preset]));
  // A theme in a file may be the dark side of a brand.
  const twins = [...twinsOf(own)].filter(([name]) => isDerived(files.get(name)));
  return new Map<string, Source | InlinePreset | DarkBrand>([...files, ...twins, ...own]);
}

const isDerived = (origin: ReturnType<Presets['get']>): boolean => origin === undefined || 'darkOf' in origin;

/** Null, with a diagnostic, if the preset does not exist or has mistakes. */
export function findPreset(name: string, choice: ThemeChoice, presets: Presets, report: Report): PresetData | null {
  // Pictures for dark pages are drawn last, if at all, but their theme's name is checked first.
  if (choice.dark !== null && name === choice.preset && !presets.has(choice.dark)) {
    report(unknownPreset(choice.dark, choice, [...presets.keys()]));
  }
  const paired = name === choice.preset ? (choice.dark ?? choice.twin) : undefined;
  const dark = paired === undefined ? undefined : presets.get(paired);
  if (dark && 'darkOf' in dark) readPreset(dark).diagnostics.forEach(report);
  const source = presets.get(name);
  if (!source) {
    report(unknownPreset(name, choice, [...presets.keys()]));
    return null;
  }
  const { preset, diagnostics } = readPreset(source);
  diagnostics.forEach(report);
  return preset;
}

/**
 * The background that a preset's colours are made for, as CSS. Pictures need it, because they have no page around them.
 */
export function groundOf({ colors, page }: PresetData): string {
  return colors?.bg ?? (page === 'dark' ? 'black' : 'white');
}

/** The theme of one rendering; `zones` override the preset's. */
export function chooseTheme(preset: PresetData, choice: ThemeChoice, zones: Zones, report: Report): Theme {
  const { theme, diagnostics } = resolveTheme(preset, choice, zones);
  // A diagnostic without a place is about the choice of the preset.
  const span = preset.name === choice.preset ? (choice.presetSpan ?? undefined) : undefined;
  for (const diagnostic of diagnostics) report({ ...diagnostic, span: diagnostic.span ?? span });
  return theme;
}

/** The titles of trust zones that have one, by the zone's name; `zones` override the preset's. */
export function zoneTitles(preset: PresetData | null, zones: Zones): ReadonlyMap<string, string> {
  const all = Object.entries({ ...preset?.zones, ...zones });
  return new Map(all.flatMap(([name, { title }]) => (title === undefined ? [] : [[name, title] as const])));
}

/** The look of the text diagram; the packaged look where there is no preset. */
export function chooseTextTheme(preset: PresetData | null, choice: ThemeChoice): TextTheme {
  const { corners = null, styles = {} } = preset?.text ?? {};
  return resolveTextTheme({ corners: choice.corners ?? corners, styles });
}

function unknownPreset(name: string, { preset, dark, presetSpan }: ThemeChoice, known: readonly string[]): Diagnostic {
  const span = name === preset || name === dark ? (presetSpan ?? undefined) : undefined;
  return {
    code: 'known-themes',
    severity: 'error',
    message: `there is no theme ${JSON.stringify(name)}`,
    span,
    ...unknownName(name, 'themes', known, span),
  };
}
