export type {
  DiagramSlide,
  ListSlide,
  PptxDeck,
  PptxLink,
  PptxSection,
  PptxSlide,
  PptxStage,
  PptxWords,
  TableSlide,
  TitleSlide,
} from './deck.js';
export { readTemplate } from './template/index.js';
export type { PptxTemplate, ReadTemplate } from './template/index.js';
export { writePptx } from './write-pptx.js';
