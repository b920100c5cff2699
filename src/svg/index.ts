export { svgStyles } from './colors.js';
export type { SvgPage, SvgStyleOptions } from './colors.js';
export { facesIn } from './faces.js';
export { printSvg } from './print-svg.js';
export type { SvgOptions } from './print-svg.js';
