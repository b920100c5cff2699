export { onlySteps } from './only-steps.js';
export { revealed, stepGroups } from './reveal.js';
export { scaleScene } from './scale-scene.js';
export { slideTitles } from './titles.js';
export type { SlideTitles } from './titles.js';
