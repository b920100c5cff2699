export { importDiagrams } from './import-diagrams.js';
export type { Imported, ImportedFlow } from './import-diagrams.js';
export type { MermaidDatabase, ParseMermaid, PrintMermaid, Refusal } from './mermaid/index.js';
export type { Notation } from './reader.js';
export { diagramEndings, isDiagram, isDiagramFile, notations, openReaders } from './readers.js';
