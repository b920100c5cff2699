export { drawDiagram } from './draw-diagram.js';
export type { DiagramWords } from './draw-diagram.js';
