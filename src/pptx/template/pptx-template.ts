/** A company's deck, of which the masters, layouts, theme and size are kept. */
import type { Base } from '../base.js';

export interface PptxTemplate {
  /** Of a slide, in px: as many EMU are one as make it 720 px high. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where diagrams have room, in px: below the title. */
  readonly stage: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Which half of a scene's colours its ground asks for. */
  readonly page: 'light' | 'dark';
  /** For the writer. */
  readonly base: Base;
}
