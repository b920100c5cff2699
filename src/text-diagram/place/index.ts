export type { Box, Layout, Lifeline, Stroke, RowKind, PlacedText } from './layout.js';
export { placeDiagram } from './place.js';
