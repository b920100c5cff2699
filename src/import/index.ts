export { importDiagrams } from './import-diagrams.js';
export type { Imported, ImportedFlow } from './import-diagrams.js';
export type { MermaidDatabase, ParseMermaid, PrintMermaid, Refusal } from './mermaid/index.js';
export type { OtherDiagram } from './other-diagrams.js';
export type { Frame } from './find-diagrams.js';
export type { Notation } from './reader.js';
export { diagramEndings, isDiagram, isDiagramFile, notations, openReaders } from './readers.js';
