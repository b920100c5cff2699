export { Paints } from './palette.js';
export type { Hue, SceneTheme, ToneColors } from './palette.js';
