/** Plans the slides of a flow: a picture per phase or step, and the deck that shows them. */
import { blocksOf, cutPart, excerptOf, highestDiagram, partsByPhase, slideSvg, textPoints } from '../deck/index.js';
import type { DeckSlide, Part, SlideRequest } from '../deck/index.js';
import { pictureTarget } from '../mermaid/index.js';
import { slideVariants, svgIdOf } from '../model/index.js';
import type { Flow, PictureVariant, Size } from '../model/index.js';
import type { MeasuredDiagram } from '../stamp/index.js';
import { isError } from '../source/index.js';
import type { Diagnostic } from '../source/index.js';
import { findPreset } from '../theme/index.js';
import { printDeck } from './print-deck.js';
import { openMaking } from './making.js';
import type { Drawing, Job, Made, Making } from './output.js';

/** The minimum size of text, in points, that can be read from the last row. */
const SMALLEST_TEXT = 10;
/** 16:9, and sharp on every projector. */
const DEFAULT_SIZE: Size = { width: 2560, height: 1440 };
/** With `dim`, the opacity of steps that are not yet revealed. */
const DIMMED = 0.25;
/** The distance, in pixels of the diagram, between the revealed steps and the next message. */
const BEFORE_MESSAGE = 6;

export const planSlides = (making: Making): readonly Job[] =>
  slideVariants(making.flow, making.options.themes).map((variant) => ({
    path: variant.path('deck.md'),
    stamp: null,
    ...{ needs: 'browser', isListed: true, content: null },
    make: (drawing) => makeSlides({ making, drawing, variant, size: making.options.fit ?? DEFAULT_SIZE }),
  }));

/** What is needed to draw a deck. */
interface Studio {
  readonly making: Making;
  readonly drawing: Drawing;
  readonly variant: PictureVariant;
  readonly size: Size;
}

/** The colours of the slide around the diagram. */
type Colors = Pick<SlideRequest, 'background' | 'color'>;

/** A part with its picture. */
interface DrawnPart {
  readonly part: Part;
  readonly diagram: MeasuredDiagram;
}

type Slide = DeckSlide & { readonly request: Omit<SlideRequest, 'id'> };

async function makeSlides(studio: Studio): Promise<readonly Made[]> {
  const { flow } = studio.making;
  const colors = chooseColors(studio);
  if (!colors) return [];
  const slides: Slide[] = [];
  for (const phase of partsByPhase(flow)) {
    const pieces = await drawPart(phase, studio);
    for (const [index, piece] of pieces.entries()) {
      const name = titleOf(flow, piece.part);
      const title = pieces.length > 1 ? `${name} (${index + 1}/${pieces.length})` : name;
      slides.push(...slidesOf(piece, title, colors, studio));
    }
  }
  return paintSlides(slides, studio);
}

const titleOf = (flow: Flow, { phase }: Part): string =>
  [flow.title.plain, ...(phase ? [phase.plain] : [])].join(': ').replaceAll(/\s+/g, ' ');

function chooseColors({ making: { flow, options, design, report }, variant }: Studio): Colors | null {
  const preset = findPreset(variant.theme, flow.theme, design.presets, report);
  if (!preset) return null;
  const page = preset.page === 'dark' ? { bg: '#0d1117', fg: '#e6edf3' } : { bg: '#ffffff', fg: '#1f2937' };
  const { bg, fg } = preset.colors ?? page;
  return { background: options.background ?? bg, color: fg };
}

/** Draws a part, in as many pieces as its text needs to be readable. */
async function drawPart(part: Part, studio: Studio): Promise<readonly DrawnPart[]> {
  const { making, drawing, variant, size } = studio;
  const { flow, design, report } = making;
  const { theme } = variant;
  const reportErrors = (found: Diagnostic): void => {
    if (isError(found)) report(found);
  };
  const excerpt = excerptOf(part);
  const pictured = openMaking(flow, { design, theme, excerpt }, reportErrors, pictureTarget);
  const mermaid = pictured.mermaid();
  if (mermaid === null) return [];
  const diagram = await drawing.measure({
    id: flow.id,
    mermaid,
    lang: flow.lang || undefined,
    fontFamily: pictured.fontFamily(),
    background: 'transparent',
  });
  const room = highestDiagram(size, SMALLEST_TEXT);
  const pieces = cutPart(part, { height: diagram.size.height, tops: diagram.tops, bottom: diagram.bottom }, room);
  if (pieces.length <= 1) return [{ part, diagram }];
  const drawn: DrawnPart[] = [];
  for (const piece of pieces) drawn.push(...(await drawPart(piece, studio)));
  return drawn;
}

function slidesOf({ part, diagram }: DrawnPart, title: string, colors: Colors, studio: Studio): readonly Slide[] {
  const { making, variant, size } = studio;
  const { options, flow, report } = making;
  const warning = checkText(title, diagram, size, flow);
  // Both decks have the same texts.
  if (warning && variant.page !== 'dark') report(warning);
  const request = { lang: flow.lang, size, diagram: diagram.svg, diagramSize: diagram.size, title, ...colors };
  const shown = options.by === 'step' ? reveals(part, diagram, options.dim === true) : [wholeOf(part)];
  return shown.map(({ excerpt, reveal }) => ({ picture: '', title, excerpt, request: { ...request, reveal } }));
}

async function paintSlides(
  slides: readonly Slide[],
  { making, drawing, variant, size }: Studio,
): Promise<readonly Made[]> {
  const { flow, options, design } = making;
  const format = options.slideFormat ?? 'png';
  const digits = Math.max(2, String(slides.length).length);
  const named = slides.map((slide, index) => ({
    ...slide,
    picture: variant.path(`slide-${String(index + 1).padStart(digits, '0')}.${format}`),
  }));
  const made: Made[] = [];
  for (const { picture, request } of named) {
    const svg = slideSvg({ ...request, id: svgIdOf(picture) });
    const content = format === 'svg' ? svg : await drawing.paint(picture, svg, request.size);
    made.push({ path: picture, content });
  }
  const deck = { path: variant.path('deck.md'), slides: named, size, remarks: options.annotations?.remarks };
  return [...made, printDeck(flow, deck, design)];
}

interface Reveal {
  readonly excerpt: DeckSlide['excerpt'];
  readonly reveal: SlideRequest['reveal'];
}

const wholeOf = (part: Part): Reveal => ({ excerpt: excerptOf(part), reveal: null });

/** Reveals one message after the other in the same picture. */
function reveals(part: Part, { tops }: MeasuredDiagram, dim: boolean): readonly Reveal[] {
  return blocksOf(part).map((leaves, index): Reveal => {
    const next = tops[index + 1];
    const excerpt = excerptOf({ ...part, leaves });
    if (next === undefined) return { excerpt, reveal: null };
    return { excerpt, reveal: { until: next - BEFORE_MESSAGE, rest: dim ? DIMMED : 0 } };
  });
}

/** Reports text that no cut can enlarge: the diagram is too wide, or one message is too tall. */
function checkText(title: string, { size: drawn }: MeasuredDiagram, size: Size, { span }: Flow): Diagnostic | null {
  const points = textPoints(size, drawn);
  // After a cut, a piece may still be a pixel too tall.
  if (points > SMALLEST_TEXT - 0.1) return null;
  const isWide = drawn.width / drawn.height > size.width / size.height;
  return {
    code: 'slide-text',
    severity: 'warning',
    message: `slide "${title}": its text is ${points.toFixed(1)} points, and less than ${SMALLEST_TEXT} is hard to read`,
    span,
    hint: isWide ? 'break long labels into lines, or leave participants out' : 'break up or shorten its longest notes',
  };
}
