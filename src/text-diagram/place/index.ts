export type { Box, Layout, Lifeline, Line, RowKind, Text } from './layout.js';
export { placeDiagram } from './place.js';
