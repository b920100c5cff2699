export type { RoundTrip } from './check-nothing-lost.js';
export type { MermaidDatabase, ParseMermaid, Refusal } from './database.js';
export { importDiagrams } from './import-diagrams.js';
export type { Imported, ImportedFlow } from './import-diagrams.js';
