/** From a preset and an author's wishes to a theme. */
import type { ThemeChoice } from '../model/index.js';
import { type Diagnostic, nearestOf } from '../source/index.js';
import type { Span } from '../source/index.js';
import { safeColor } from './box-color.js';
import { cssText, mix, parseColor } from './color.js';
import { darkPage, findLowContrast } from './contrast.js';
import { deriveVariables } from './derive-variables.js';
import type { PresetData, Zones } from './preset.js';
import type { PageColor, Theme } from './theme.js';
import { defaultZones } from './zones.js';
import { isVariable, readVariable, variableNames } from './variables.js';

/** A variable that somebody asks for; without a place where that is a preset. */
interface Wish {
  readonly name: string;
  readonly value: string;
  readonly nameSpan?: Span | undefined;
  readonly valueSpan?: Span | undefined;
}

/**
 * Lays an author's theme variables over a preset's, and those over the derived ones. What isn't safe to write is reported
 * and left out. `zones`: the configuration's trust zones, over the preset's.
 */
export function resolveTheme(
  preset: PresetData,
  choice: ThemeChoice,
  zones: Zones = {},
): { readonly theme: Theme; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const values = new Map<string, string>();
  for (const wish of wishes(preset, choice)) {
    const { value, problem } = checkWish(wish);
    if (problem) diagnostics.push(problem);
    else values.set(wish.name, value);
  }
  const theme: Theme = {
    name: preset.name,
    page: preset.page,
    background: preset.colors?.bg ?? (preset.page === 'dark' ? darkPage : '#ffffff'),
    variables: [...values].map(([name, value]) => ({ name, value })),
    boxColor: readColor(preset.box, `box of theme "${preset.name}"`, diagnostics),
    highlightColor: readColor(preset.highlight, `highlight of theme "${preset.name}"`, diagnostics),
    zones: resolveZones({ ...defaultZones, ...preset.zones, ...zones }, preset.page, diagnostics),
  };
  return { theme, diagnostics: [...diagnostics, ...findLowContrast(theme, preset, choice.pages)] };
}

function wishes(preset: PresetData, choice: ThemeChoice): readonly Wish[] {
  return [
    ...(preset.colors ? deriveVariables(preset.colors) : []),
    ...Object.entries(preset.variables).map(([name, value]) => ({ name, value })),
    ...choice.variables.map(({ name, value, nameSpan }) => ({
      name,
      value: value.plain,
      nameSpan,
      valueSpan: value.span,
    })),
  ];
}

function checkWish({ name, value, nameSpan, valueSpan }: Wish): { value: string; problem?: Diagnostic } {
  if (!isVariable(name)) {
    const message = `unknown theme variable "${name}"`;
    const hint = nearestOf(name, 'theme variables', variableNames);
    return { value, problem: { code: 'theme-variable', severity: 'error', message, span: nameSpan, hint } };
  }
  const read = readVariable(name, value);
  if (read.value !== null) return { value: read.value };
  const message = `theme variable ${name} can't be ${JSON.stringify(value)}`;
  const hint = `expected ${read.expected}`;
  return { value, problem: { code: 'theme-value', severity: 'error', message, span: valueSpan, hint } };
}

/** A zone's colour is translucent where the page's colour isn't known: between its two, so that it shows on both. */
function resolveZones(zones: Zones, page: PageColor, diagnostics: Diagnostic[]): ReadonlyMap<string, string> {
  const colors = Object.entries(zones).map(([name, { light, dark }]) => {
    const onLight = readColor(light, `light of zone "${name}"`, diagnostics);
    const onDark = readColor(dark, `dark of zone "${name}"`, diagnostics);
    return [name, { light: onLight, dark: onDark, any: between(onLight, onDark), paper: 'transparent' }[page]] as const;
  });
  return new Map(colors);
}

function between(light: string, dark: string): string {
  const [one, other] = [parseColor(light), parseColor(dark)];
  return one && other ? cssText(mix(one, other, 0.5, 0.25)) : light;
}

/** Transparent for what is no colour, which is reported. */
function readColor(css: string, what: string, diagnostics: Diagnostic[]): string {
  const color = safeColor(css);
  if (color !== null) return color;
  diagnostics.push({
    code: 'theme-value',
    severity: 'error',
    message: `${what} is not a colour: ${JSON.stringify(css)}`,
  });
  return 'transparent';
}
