export { initCi } from './init-ci.js';
export { starterFlow } from './starter-flow.js';
export { templateFlow } from './template-flow.js';
