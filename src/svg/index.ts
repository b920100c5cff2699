export { svgStyles } from './colors.js';
export type { SvgPage, SvgStyleOptions } from './colors.js';
export { printSvg } from './print-svg.js';
export type { EmbeddedFonts, SvgOptions } from './print-svg.js';
