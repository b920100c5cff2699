export { isFollowed } from './base.js';
export type { SceneTheme } from './grounds.js';
export { Paints } from './palette.js';
export type { Hue, ToneColors } from './palette.js';
