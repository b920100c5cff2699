export { completePair, completeTheme } from './brand-twins.js';
export { checkColors } from './check-colors.js';
export { colorNames, cssText, hexText, layOver, mix, notAColor, parseColor } from './color.js';
export type { Color } from './color.js';
export { contrast, contrastOnDark } from './contrast.js';
export { enough, nearestReadable } from './readable.js';
export { readPreset } from './preset.js';
export type { InlinePreset, PresetData, Zones } from './preset-data.js';
export {
  chooseTextTheme,
  chooseTheme,
  collectPresets,
  findPreset,
  groundOf,
  layPresets,
  zoneTitles,
} from './presets.js';
export type { Presets } from './presets.js';
export { defaultTones, defaultZones } from './resolve-theme.js';
export type { TextStyle } from './text-theme.js';
export { boxColor, regionColor, toneColor } from './theme.js';
export type { Theme } from './theme.js';
export { isVariable, readVariable } from './variables.js';
