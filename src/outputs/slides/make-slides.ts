/** Makes slides in each of their formats. */
import { svgIdOf } from '../../model/index.js';
import type { PictureVariant, Size } from '../../model/index.js';
import { writePptx } from '../../pptx/index.js';
import type { DiagramSlide } from '../../pptx/index.js';
import type { Background, PaintRequest, SlideRoom } from '../../scene/index.js';
import { asTitle } from '../../source/index.js';
import { facesIn, printSvg } from '../../svg/index.js';
import type { SlideFormat } from '../make-options.js';
import type { Drawing, Made, Making } from '../output.js';
import { printDeck, printNotes } from '../print-deck.js';
import { SCENE_HEIGHT } from './lay-out-deck.js';
import type { Slide } from './lay-out-deck.js';

interface Deck {
  readonly making: Making;
  /** Of a picture, in pixels. */
  readonly size: Size;
  readonly background: Background | undefined;
  readonly formats: readonly SlideFormat[];
  readonly slides: readonly Slide[];
  /** Those of a deck to edit, and the room that its template has. */
  readonly editable: readonly Slide[];
  readonly room: SlideRoom;
}

interface Studio extends Deck {
  readonly drawing: Drawing;
  readonly variant: PictureVariant;
}

/** What messages call a deck: the ending of its file. */
export function mainFile({ formats, slides }: Deck): string {
  if (formats.includes('marp')) return 'deck.md';
  if (formats.includes('pdf')) return 'deck.pdf';
  return formats.includes('pptx') ? 'pptx' : pictureName(0, slides, formats.includes('png') ? 'png' : 'svg');
}

/** `slide-01.png` */
const pictureName = (index: number, { length }: readonly Slide[], format: 'png' | 'svg'): string =>
  `slide-${String(index + 1).padStart(Math.max(2, String(length).length), '0')}.${format}`;

type Maker = (studio: Studio) => Promise<readonly Made[]>;

export const makers: Readonly<Record<SlideFormat, Maker>> = {
  png: async (studio) => {
    const made: Made[] = [];
    for (const [index, slide] of studio.slides.entries()) {
      const path = studio.variant.path(pictureName(index, studio.slides, 'png'));
      made.push({ path, content: await paint('png', [slide], studio) });
    }
    return made;
  },
  svg: ({ slides, variant, background, size }) =>
    Promise.resolve(
      slides.map(({ scene }, index) => {
        const path = variant.path(pictureName(index, slides, 'svg'));
        const idPrefix = `${svgIdOf(path)}-`;
        return { path, content: printSvg(scene, { background, width: size.width, idPrefix, page: pageOf(variant) }) };
      }),
    ),
  marp: ({ making: { flow, options, design }, slides, variant, size, formats }) => {
    const format = formats.includes('png') ? 'png' : 'svg';
    const shown = slides.map(({ title, steps }, index) => ({
      picture: variant.path(pictureName(index, slides, format)),
      title,
      excerpt: steps,
    }));
    const deck = { path: variant.path('deck.md'), slides: shown, size, remarks: options.annotations?.remarks };
    return Promise.resolve([printDeck(flow, deck, design)]);
  },
  pdf: async (studio) => {
    const { slides, variant, making } = studio;
    const [first, ...others] = slides;
    if (!first) return [];
    // The file is called as its first page is.
    const named = { ...first, scene: { ...first.scene, title: asTitle(making.flow.title.plain) } };
    return [{ path: variant.path('deck.pdf'), content: await paint('pdf', [named, ...others], studio) }];
  },
  pptx: (studio) => Promise.resolve([{ path: studio.variant.path('pptx'), content: writeDeck(studio) }]),
};

const pageOf = ({ page }: PictureVariant): 'light' | 'dark' => (page === 'dark' ? 'dark' : 'light');

function paint(
  format: PaintRequest['format'],
  [first, ...others]: readonly [Slide, ...Slide[]],
  { making: { flow }, drawing, variant, size, background }: Studio,
): Promise<Uint8Array> {
  const pageWith = ({ scene }: Slide) => ({ scene, scale: 1, faces: facesIn(scene) });
  return drawing.paintScenes({
    ...{ id: flow.id, format, background, page: pageOf(variant), width: size.width },
    scale: size.height / SCENE_HEIGHT,
    pages: [pageWith(first), ...others.map(pageWith)],
  });
}

function writeDeck({ making, variant, size, editable, room }: Studio): Uint8Array {
  const { flow, options, design, templates } = making;
  const { say } = templates.wording;
  const shown = editable.map(({ title, steps }) => ({ picture: '', title, excerpt: steps }));
  const notes = printNotes(flow, { slides: shown, size, remarks: options.annotations?.remarks }, design);
  const sections: { name: string; slides: DiagramSlide[] }[] = [];
  for (const [index, { title, section, diagram }] of editable.entries()) {
    const links = index === 0 ? flow.specs : [];
    const base = { kind: 'diagram', title, scene: diagram, stage: room.stage, links } as const;
    const slide: DiagramSlide = { ...base, notes: notes[index] ?? [] };
    if (sections.at(-1)?.name === section) sections.at(-1)?.slides.push(slide);
    else sections.push({ name: section, slides: [slide] });
  }
  return writePptx({
    title: asTitle(flow.title.plain),
    lang: flow.lang,
    size: room,
    sections,
    page: pageOf(variant),
    build: options.build === true,
    template: options.pptxTemplate ?? null,
    words: { continued: (text) => say('part-continued-text', { text }), reply: say('slide-reply') },
  });
}
