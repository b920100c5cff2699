/** Makes a theme from a preset and a flow's own choices. */
import type { ThemeChoice } from '../model/index.js';
import type { Diagnostic, Report } from '../source/index.js';
import { cssText, mix, parseColor, safeColor } from './color.js';
import { darkPage, findLowContrast } from './contrast.js';
import { deriveVariables } from './derive-variables.js';
import type { PagedColor, PresetData, Tones, Zones } from './preset-data.js';
import type { PageColor, Theme, ThemeVariable } from './theme.js';
import { checkVariable } from './variables.js';

/** The trust zones of every theme; a preset or the configuration may change their colours, or add zones. */
export const defaultZones: Zones = {
  user: { light: '#dbeafe', dark: '#1e3a5f' },
  client: { light: '#ede9fe', dark: '#3b2f63' },
  server: { light: '#d1fae5', dark: '#143d31' },
  'third-party': { light: '#fef3c7', dark: '#4a3712' },
  untrusted: { light: '#fee2e2', dark: '#541f1f' },
};

/** The tones of every theme; a preset may change their colours. */
export const defaultTones: Tones = {
  danger: { light: '#fee2e2', dark: '#541f1f' },
  success: { light: '#dcfce7', dark: '#14432a' },
  muted: { light: '#eef1f4', dark: '#22282f' },
  accent: { light: '#dbeafe', dark: '#1e3a5f' },
};

/**
 * Merges an author's theme variables over a preset's, and those over the derived ones. Values that aren't safe are reported
 * and left out. `zones`: the configuration's trust zones, which override the preset's.
 */
export function resolveTheme(
  preset: PresetData,
  choice: ThemeChoice,
  zones: Zones = {},
): { readonly theme: Theme; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const theme: Theme = {
    name: preset.name,
    page: preset.page,
    background: preset.colors?.bg ?? (preset.page === 'dark' ? darkPage : '#ffffff'),
    variables: layVariables(preset, choice, report),
    boxColor: preset.box,
    highlightColor: preset.highlight,
    zones: resolvePaged({ ...defaultZones, ...preset.zones, ...zones }, 'zone', preset.page, report),
    tones: resolvePaged({ ...defaultTones, ...preset.tones }, 'tone', preset.page, report),
  };
  return { theme, diagnostics: [...diagnostics, ...findLowContrast(theme, preset, choice.pages)] };
}

/**
 * The derived variables come first, then the preset's, then the author's; a variable that is set again keeps its position.
 */
function layVariables(preset: PresetData, choice: ThemeChoice, report: Report): readonly ThemeVariable[] {
  const chosen = choice.variables.flatMap(({ name, value, nameSpan }) => {
    return checkVariable({ name, value: value.plain, nameSpan, valueSpan: value.span }, report) ?? [];
  });
  const derived = preset.colors ? deriveVariables(preset.colors) : [];
  const values = new Map([...derived, ...preset.variables, ...chosen].map(({ name, value }) => [name, value]));
  return [...values].map(([name, value]) => ({ name, value }));
}

/** If the page's colour isn't known, a zone or tone gets the translucent mean of its two colours, which works on both pages. */
function resolvePaged(
  colors: Readonly<Record<string, PagedColor>>,
  kind: 'zone' | 'tone',
  page: PageColor,
  report: Report,
): ReadonlyMap<string, string> {
  const resolved = Object.entries(colors).map(([name, { light, dark }]) => {
    const onLight = readColor(light, `light of ${kind} "${name}"`, report);
    const onDark = readColor(dark, `dark of ${kind} "${name}"`, report);
    return [name, { light: onLight, dark: onDark, any: between(onLight, onDark), paper: 'transparent' }[page]] as const;
  });
  return new Map(resolved);
}

function between(light: string, dark: string): string {
  const [one, other] = [parseColor(light), parseColor(dark)];
  return one && other ? cssText({ ...mix(one, other, 0.5), alpha: 0.25 }) : light;
}

/** Reports an invalid colour, and returns `transparent` for it. */
function readColor(css: string, what: string, report: Report): string {
  const color = safeColor(css);
  if (color !== null) return color;
  report({
    code: 'theme-value',
    severity: 'error',
    message: `${what} is not a colour: ${JSON.stringify(css)}`,
  });
  return 'transparent';
}
