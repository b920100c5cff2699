export { inksOf } from './inks.js';
export type { Ink } from './inks.js';
export { contrastOf, hexOf, luminanceOf, rgbOf } from './rgb.js';
export type { Rgb } from './rgb.js';
export { schemeOf, usualColors } from './scheme.js';
export type { Page, Scheme, SlotNames } from './scheme.js';
export { slots } from './tokens.js';
export type { Slot } from './tokens.js';
export { applyVariant, variantOf } from './variant.js';
