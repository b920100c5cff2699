export { assembleFlow } from './assemble-flow.js';
export type { FlowDefaults } from './assemble-flow.js';
