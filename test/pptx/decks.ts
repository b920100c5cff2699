/** Decks of flows, with the slides that authflow lays out. */
import { packagedDesign } from '../../src/design.js';
import type { Flow } from '../../src/model/index.js';
import { drawSlides } from '../../src/picture/index.js';
import type { DiagramSlide, PptxDeck, PptxSection, PptxStage } from '../../src/pptx/index.js';

export const wide = { width: 1280, height: 720 } as const;
export const square = { width: 960, height: 720 } as const;

const stageOf = ({ width }: PptxDeck['size']): PptxStage => ({ left: 48, top: 122, right: width - 48, bottom: 700 });

const design = packagedDesign();

export const plainDeck: PptxDeck = {
  title: 'Deck',
  lang: 'en',
  size: wide,
  sections: [],
  page: 'light',
  build: false,
  template: null,
  words: { continued: (title) => `${title} (continued)`, reply: 'reply' },
};

/** A slide for each phase, or for each part of one; with a speaker's notes. */
export function diagramsOf(
  flow: Flow,
  { size, template }: Pick<PptxDeck, 'size' | 'template'>,
): readonly DiagramSlide[] {
  const stage = template?.stage ?? stageOf(size);
  const slides = drawSlides(
    flow,
    { design, themes: { light: 'light', dark: 'dark' }, room: { ...size, stage } },
    ({ severity, message }) => {
      if (severity === 'error') throw new Error(message);
    },
  );
  return (slides ?? []).map(({ scene, phase }) => ({
    kind: 'diagram',
    title: phase === '' ? flow.title.plain : `${flow.title.plain}: ${phase}`,
    ...{ scene, stage },
    notes: [`${phase}.`, 'Second paragraph.'],
    links: flow.specs.slice(0, 3).map(({ name, url }) => ({ name, url })),
  }));
}

/** A cover, and a section for each slide. */
export function deckOf(flow: Flow, more: Partial<PptxDeck> = {}): PptxDeck {
  const template = more.template ?? null;
  const size = template?.size ?? more.size ?? wide;
  const cover = { kind: 'title', title: flow.title.plain, subtitle: 'Review', notes: [] } as const;
  const sections = diagramsOf(flow, { size, template }).map((slide): PptxSection => ({
    name: slide.title,
    slides: [slide],
  }));
  return {
    ...plainDeck,
    title: flow.title.plain,
    lang: flow.lang,
    ...more,
    size,
    sections: [{ name: flow.title.plain, slides: [cover] }, ...sections],
  };
}
