/** The packaged presets. */
import { packaged } from 'packaged:templates';
import { readPreset } from '../../src/theme/preset.js';
import type { PresetData } from '../../src/theme/preset-data.js';
import { positionAt } from '../../src/source/source.js';
import { resolveTheme } from '../../src/theme/resolve-theme.js';
import type { Theme } from '../../src/theme/theme.js';
import { noChoice } from '../builders/flow.js';

export const presetNames = Object.keys(packaged)
  .filter((path) => path.startsWith('themes/'))
  .map((path) => path.slice('themes/'.length, -'.yaml'.length));

export function presetOf(name: string): PresetData {
  const path = `themes/${name}.yaml`;
  const { preset, diagnostics } = readPreset({ path, text: packaged[path] ?? '' });
  if (!preset) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return preset;
}

/** The mistakes of a preset: `2:6 "reddish" is not a colour (expected …)`. */
export const mistakesOf = (text: string): readonly string[] =>
  readPreset({ path: 'themes/x.yaml', text }).diagnostics.map(({ message, hint, span }) => {
    const { line, column } = positionAt(span!.source, span!.start);
    return `${line}:${column} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });

export const themeOf = (name: string): Theme => resolveTheme(presetOf(name), noChoice).theme;
