export { drawText } from './draw-text.js';
export { outputDefaults } from './make-options.js';
export type { MakeOptions, TextOptions } from './make-options.js';
export { openMaking } from './making.js';
export type { BytesOutput, Drawing, Job, Made, Making, Output, TextOutput } from './output.js';
export { planPictures } from './plan-pictures.js';
export { planSlides } from './plan-slides.js';
export { steadyMarkdown } from './steady-markdown.js';
