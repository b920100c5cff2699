export { configureDocuments, configureShown } from './documents-only.js';
export { initCi } from './init-ci.js';
export { starterFlow } from './starter-flow.js';
export { shippedFlow } from './shipped-flow.js';
export { offerPrettierIgnore } from './prettier-ignore.js';
