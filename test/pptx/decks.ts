/** Decks of flows, a slide for each phase. */
import { partsByPhase, excerptOf } from '../../src/deck/index.js';
import type { Flow } from '../../src/model/index.js';
import { toScene } from '../../src/picture/index.js';
import type { ToSceneOptions } from '../../src/picture/index.js';
import type { DiagramSlide, PptxDeck, PptxSection } from '../../src/pptx/index.js';
import { scaledScene, stageOf, wide } from './scaled-scene.js';

const words = { continued: (title: string) => `${title} (continued)`, reply: 'reply' };

export const plainDeck: PptxDeck = {
  title: 'Deck',
  lang: 'en',
  size: wide,
  sections: [],
  page: 'light',
  build: false,
  template: null,
  words,
};

export function diagramOf(
  flow: Flow,
  slide: Partial<DiagramSlide> = {},
  size: PptxDeck['size'] = wide,
  options: ToSceneOptions = {},
): DiagramSlide {
  const scene = scaledScene(toScene(flow, { maxWidth: 1100, phases: false, ...options }), size);
  return { kind: 'diagram', title: flow.title.plain, notes: [], scene, stage: stageOf(size), ...slide };
}

/** One message of each phase is a note of the speaker. */
export function deckOf(flow: Flow, more: Partial<PptxDeck> = {}): PptxDeck {
  const size = more.template?.size ?? more.size ?? wide;
  const sections = partsByPhase(flow).map((part): PptxSection => {
    const name = part.phase?.plain ?? flow.title.plain;
    const scene = { excerpt: excerptOf(part) };
    const notes = [`${name}.`, 'Second paragraph.'];
    const links = flow.specs.map(({ name: spec, url }) => ({ name: spec, url }));
    return { name, slides: [diagramOf(flow, { title: `${flow.title.plain}: ${name}`, notes, links }, size, scene)] };
  });
  const cover = { kind: 'title', title: flow.title.plain, subtitle: 'Review', notes: [] } as const;
  return {
    ...plainDeck,
    title: flow.title.plain,
    lang: flow.lang,
    ...more,
    size,
    sections: [{ name: flow.title.plain, slides: [cover] }, ...sections],
  };
}
