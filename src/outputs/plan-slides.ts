/** Plans the slides of a flow, drawn from its words: a picture per phase or step, and the decks that show them. */
import { pictureThemes, slideVariants, svgIdOf } from '../model/index.js';
import type { Flow, PictureVariant, Size } from '../model/index.js';
import { readBackground } from '../picture/index.js';
import { LEAST_SCALE, revealed, slideTitles, stepGroups } from '../scene/index.js';
import type { Background, Scene, SlideRoom, SlideScene } from '../scene/index.js';
import { writePptx } from '../pptx/index.js';
import type { DiagramSlide } from '../pptx/index.js';
import { inOneLine } from '../source/index.js';
import type { Diagnostic } from '../source/index.js';
import { facesIn, printSvg } from '../svg/index.js';
import { notAColor } from '../theme/index.js';
import { slideFormats } from './make-options.js';
import type { SlideFormat } from './make-options.js';
import type { Drawing, Job, Made, Making } from './output.js';
import { printDeck, printNotes } from './print-deck.js';

/** 16:9, and sharp on every projector. */
const DEFAULT_SIZE: Size = { width: 2560, height: 1440 };
/** Scenes have this height, whatever the pixels of a slide; its width follows. */
const HEIGHT = 720;
/** What titles and the edges of a slide take. */
const around = { side: 48, top: 122, bottom: 20 } as const;

/** The minimum size of a message's text, in points, that can be read from the last row. */
const SMALLEST_TEXT = 10;
/** A message's text at {@link LEAST_SCALE}. */
const USUAL_TEXT = 12;

const defaultFormats: readonly SlideFormat[] = ['png', 'marp'];

/** A slide, and what is new on it. */
interface Slide {
  /** With its titles. */
  readonly scene: Scene;
  /** Without them. */
  readonly diagram: Scene;
  /** The phase; the flow's title where it has none. */
  readonly section: string;
  readonly title: string;
  readonly steps: ReadonlySet<string>;
}

export function planSlides(making: Making): readonly Job[] {
  const { flow, options, report } = making;
  const background = readBackground(options.background);
  if (background === null) {
    report(notAColor(options.background ?? '', undefined));
    return [];
  }
  const size = options.fit ?? DEFAULT_SIZE;
  const scenes = making.slides(pictureThemes(flow, options.themes), roomOf(size));
  if (scenes === null) return [];
  const crowded = scenes.findIndex(({ scene }) => participantsOf(scene) >= CROWD);
  if (size.width / size.height < NARROW && crowded >= 0 && options.force !== true) {
    report(tooNarrow(crowded + 1, participantsOf(scenes[crowded]?.scene), flow));
    return [];
  }
  scenes.forEach((scene, index) => {
    const found = tooSmall(scene, index + 1, flow);
    if (found) report(found);
  });
  const slides = slidesOf(scenes, making);
  const formats = formatsOf(options.slideFormats ?? defaultFormats);
  const { pptxTemplate: template } = options;
  const fitted =
    template && formats.includes('pptx')
      ? making.slides(pictureThemes(flow, options.themes), { ...template.size, stage: template.stage })
      : scenes;
  const editable = fitted === scenes ? slides : slidesOf(fitted ?? [], making);
  return slideVariants(flow, options.themes).map((variant): Job => ({
    path: variant.path(mainFile(formats) ?? named(1, slides, formats)),
    ...{ stamp: null, isListed: true, content: null },
    needs: formats.includes('png') || formats.includes('pdf') ? 'canvas' : 'nothing',
    make: (drawing) => makeSlides(slides, { making, drawing, variant, size, background, formats, editable }),
  }));
}

/** What messages call a deck; null for pictures alone. */
function mainFile(formats: readonly SlideFormat[]): string | null {
  if (formats.includes('marp')) return 'deck.md';
  if (formats.includes('pdf')) return 'deck.pdf';
  return formats.includes('pptx') ? 'pptx' : null;
}

/** So many participants have no room on a slide that is narrower than this: on 4:3. */
const CROWD = 6;
const NARROW = 1.5;

const participantsOf = (scene: Scene | undefined): number =>
  new Set(scene?.heads.flatMap(({ role, participant }) => (role === 'head' ? (participant ?? []) : []))).size;

const tooNarrow = (slide: number, count: number, { span }: Flow): Diagnostic => ({
  code: 'slide-room',
  severity: 'error',
  message: `slide ${slide} shows ${count} participants, for whom a slide of 4:3 is too narrow: their texts would be hard to read`,
  span,
  hint: 'use --fit 16:9; or draw it all the same with --force',
});

/** In the order of the table; a Marp deck shows pictures. */
function formatsOf(asked: readonly SlideFormat[]): readonly SlideFormat[] {
  const hasPictures = asked.includes('png') || asked.includes('svg');
  return slideFormats.filter(
    (format) => asked.includes(format) || (format === 'png' && asked.includes('marp') && !hasPictures),
  );
}

const roomOf = ({ width, height }: Size): SlideRoom => {
  const wide = Math.round((HEIGHT * width) / height);
  return {
    ...{ width: wide, height: HEIGHT },
    stage: { left: around.side, top: around.top, right: wide - around.side, bottom: HEIGHT - around.bottom },
  };
};

/** With titles, which are unique: where several slides show one phase, they are numbered. */
function slidesOf(scenes: readonly SlideScene[], { flow, options, templates }: Making): readonly Slide[] {
  const { say } = templates.wording;
  const title = inOneLine(flow.title.plain).replaceAll(/\s+/g, ' ').trim();
  const shown = scenes.flatMap((slide) => {
    if (options.by !== 'step') return [{ ...slide, of: slide }];
    const groups = stepGroups(slide.scene.steps);
    return groups.map((group, index) => ({
      ...slide,
      of: slide,
      scene: revealed(slide.scene, index + 1, { dim: options.dim === true, scale: slide.scale }),
      steps: new Set(group.map(({ step }) => step)),
    }));
  });
  const parts = scenes.map(({ phase }) => phase);
  return shown.map(({ scene, steps, of }, index) => {
    const at = scenes.indexOf(of);
    const count = parts.filter((phase) => phase === of.phase).length;
    const part = parts.slice(0, at + 1).filter((phase) => phase === of.phase).length;
    const name = of.phase.replaceAll(/\s+/g, ' ').trim();
    const numbered = (text: string): string =>
      count === 1 ? text : say('part-caption', { text, part: String(part), count: String(count) });
    const titles = slideTitles(
      {
        title: name === '' ? numbered(title) : title,
        phase: name === '' ? '' : numbered(name),
        count: shown.length === 1 ? '' : `${index + 1} / ${shown.length}`,
      },
      scene.width,
    );
    const whole = name === '' ? numbered(title) : `${title}: ${numbered(name)}`;
    const shownScene = { ...scene, title: whole };
    return {
      title: whole,
      section: name === '' ? title : name,
      steps,
      diagram: shownScene,
      scene: { ...shownScene, heads: [...titles, ...scene.heads] },
    };
  });
}

interface Studio {
  readonly making: Making;
  readonly drawing: Drawing;
  readonly variant: PictureVariant;
  readonly size: Size;
  readonly background: Background | undefined;
  readonly formats: readonly SlideFormat[];
  /** The slides of a deck to edit, as its template has room for them. */
  readonly editable: readonly Slide[];
}

function named(number: number, { length }: { readonly length: number }, formats: readonly SlideFormat[]): string {
  const digits = Math.max(2, String(length).length);
  return `slide-${String(number).padStart(digits, '0')}.${formats.includes('png') ? 'png' : 'svg'}`;
}

async function makeSlides(slides: readonly Slide[], studio: Studio): Promise<readonly Made[]> {
  const { making, drawing, variant, size, background, formats } = studio;
  const { flow, options, design } = making;
  const page = variant.page === 'dark' ? 'dark' : 'light';
  const made: Made[] = [];
  const paths = (kind: 'png' | 'svg'): readonly string[] =>
    slides.map((_, index) => variant.path(named(index + 1, slides, [kind])));
  const pages = slides.map(({ scene }) => ({ scene, scale: 1, faces: facesIn(scene) }));
  const paint = async (format: 'png' | 'pdf', [first, ...others]: typeof pages): Promise<Uint8Array> => {
    if (!first) throw new Error('a deck has a slide');
    const request = { id: flow.id, format, pages: [first, ...others], page, background } as const;
    return drawing.paintScenes({ ...request, scale: size.height / HEIGHT, width: size.width });
  };
  if (formats.includes('png'))
    for (const [index, path] of paths('png').entries())
      made.push({ path, content: await paint('png', pages.slice(index, index + 1)) });
  if (formats.includes('svg'))
    for (const [index, path] of paths('svg').entries()) {
      const { scene } = slides[index] ?? { scene: null };
      const how = { background, width: size.width, idPrefix: `${svgIdOf(path)}-`, page } as const;
      if (scene) made.push({ path, content: printSvg(scene, how) });
    }
  if (formats.includes('pdf')) {
    const title = inOneLine(flow.title.plain);
    const titled = pages.map((one, index) => (index === 0 ? { ...one, scene: { ...one.scene, title } } : one));
    made.push({ path: variant.path('deck.pdf'), content: await paint('pdf', titled) });
  }
  if (formats.includes('marp')) {
    const pictures = paths(formats.includes('png') ? 'png' : 'svg');
    const shown = slides.map(({ title, steps }, index) => ({ picture: pictures[index] ?? '', title, excerpt: steps }));
    const deck = { path: variant.path('deck.md'), slides: shown, size, remarks: options.annotations?.remarks };
    made.push(printDeck(flow, deck, design));
  }
  if (formats.includes('pptx')) made.push({ path: variant.path('pptx'), content: writeDeck(studio) });
  return made;
}

function writeDeck({ making, variant, size, editable }: Studio): Uint8Array {
  const { flow, options, design, templates } = making;
  const { say } = templates.wording;
  const template = options.pptxTemplate ?? null;
  const room = template ? { ...template.size, stage: template.stage } : roomOf(size);
  const shown = editable.map(({ title, steps }) => ({ picture: '', title, excerpt: steps }));
  const notes = printNotes(flow, { slides: shown, size, remarks: options.annotations?.remarks }, design);
  const sections: { name: string; slides: DiagramSlide[] }[] = [];
  for (const [index, { title, section, diagram }] of editable.entries()) {
    const links = index === 0 ? flow.specs : [];
    const slide: DiagramSlide = {
      kind: 'diagram',
      title,
      scene: diagram,
      stage: room.stage,
      links,
      notes: notes[index] ?? [],
    };
    if (sections.at(-1)?.name === section) sections.at(-1)?.slides.push(slide);
    else sections.push({ name: section, slides: [slide] });
  }
  return writePptx({
    title: inOneLine(flow.title.plain),
    lang: flow.lang,
    size: { width: room.width, height: room.height },
    sections,
    page: variant.page === 'dark' ? 'dark' : 'light',
    build: options.build === true,
    template,
    words: { continued: (text) => say('part-continued-text', { text }), reply: say('slide-reply') },
  });
}

/** Text that no cut can enlarge: the diagram is too wide, or one message is too tall. */
function tooSmall({ scale, scene }: SlideScene, number: number, { span }: Flow): Diagnostic | null {
  const points = (USUAL_TEXT * scale) / LEAST_SCALE;
  if (points > SMALLEST_TEXT - 0.05) return null;
  const drawn = Math.max(0, ...scene.steps.map(({ bottom }) => bottom));
  return {
    code: 'slide-text',
    severity: 'warning',
    message: `slide ${number}: its text is ${points.toFixed(1)} points, and less than ${SMALLEST_TEXT} is hard to read`,
    span,
    hint:
      drawn < scene.height * 0.8
        ? 'break long labels into lines, or leave participants out'
        : 'break up or shorten its longest notes',
  };
}
