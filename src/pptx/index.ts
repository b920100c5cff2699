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
export type { PptxTemplate } from './template/index.js';
export { writePptx } from './write-pptx.js';
