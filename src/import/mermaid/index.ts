export type { MermaidDatabase, ParseMermaid, Refusal } from './database.js';
export { mermaidNotation, readMermaid } from './read-mermaid.js';
export { redrawFlow } from './redraw-flow.js';
export type { PrintMermaid } from './redraw-flow.js';
