/** What a deck is made from. */
import type { Scene } from '../scene/index.js';
import type { PptxTemplate } from './template/index.js';

export interface PptxDeck {
  readonly title: string;
  /** BCP 47; '' for none. */
  readonly lang: string;
  /** Of a slide, in px of the scenes. With a template, the template's. */
  readonly size: { readonly width: number; readonly height: number };
  readonly sections: readonly PptxSection[];
  /** Which half of the scenes' colours. With a template, the template's. */
  readonly page: 'light' | 'dark';
  /** One message appears per click. */
  readonly build: boolean;
  readonly template: PptxTemplate | null;
  readonly words: PptxWords;
}

export interface PptxSection {
  readonly name: string;
  readonly slides: readonly PptxSlide[];
}

export interface PptxWords {
  /** The title of a further slide of one table or list. */
  readonly continued: (title: string) => string;
  /** What readers hear of an answer; '' for nothing. */
  readonly reply: string;
}

export type PptxSlide = TitleSlide | ListSlide | DiagramSlide | TableSlide;

interface SlideBase {
  /** In one line. Titles that two slides share get a number. */
  readonly title: string;
  /** What the speaker says; a paragraph each. */
  readonly notes: readonly string[];
}

export interface TitleSlide extends SlideBase {
  readonly kind: 'title';
  /** '' for none. */
  readonly subtitle: string;
  readonly links?: readonly PptxLink[];
}

export interface ListSlide extends SlideBase {
  readonly kind: 'list';
  readonly items: readonly {
    readonly text: string;
    /** The index of the section that it leads to. */
    readonly section?: number;
  }[];
}

export interface DiagramSlide extends SlideBase {
  readonly kind: 'diagram';
  /** As large as the slide, with all texts in their final size; the title is not in it. */
  readonly scene: Scene;
  /** Where the scene's contents are, in px; links stand below it. */
  readonly stage: PptxStage;
  readonly links?: readonly PptxLink[];
}

export interface PptxStage {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** To a specification: http or https; others are written without a link. */
export interface PptxLink {
  readonly name: string;
  readonly url: string;
}

export interface TableSlide extends SlideBase {
  readonly kind: 'table';
  /** `share`: of the width, compared with the others. */
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}
