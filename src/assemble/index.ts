export { assembleFlow } from './assemble-flow.js';
