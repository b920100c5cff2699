/** Slides of flows: the diagram in parts that can be read on a wall, and a deck that shows them. Loaded on demand. */
import type { MeasuredDiagram, Rasterizer } from '../../browser/index.js';
import type { OptionValues } from '../grammar/index.js';
import type { Deliveries } from '../output/index.js';
import { chosenThemes, renderOptions } from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import type { Progress } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { blocksOf, cutPart, excerptOf, highestDiagram, partsByPhase, slideSvg, textPoints } from '../../deck/index.js';
import type { DeckSlide, Part, SlideRequest } from '../../deck/index.js';
import { pictureVariants } from '../../model/index.js';
import type { Remark, Size } from '../../model/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { findPreset } from '../../theme/index.js';
import { renderFlow } from '../../compile.js';
import type { Design } from '../../design.js';
import { renderDeck } from '../../compile-deck.js';
import { explainFailure, openRasterizer } from './draw-pictures.js';

/** Text that is smaller can't be read from the last row, in points. */
const SMALLEST_TEXT = 10;
/** 16:9, sharp on every projector. */
const DEFAULT_SIZE: Size = { width: 2560, height: 1440 };
/** Of what a reveal has yet to show, with --dim. */
const DIMMED = 0.25;
/** Pixels of the diagram between what is shown and a message that is not. */
const BEFORE_MESSAGE = 6;

export interface SlideJob {
  readonly flows: readonly CompiledFlow[];
  readonly options: OptionValues;
  readonly design: Design;
  /** What the security rules find, where the deck is to tell it. */
  readonly remarks: readonly Remark[];
}

/** What goes wrong with one flow leaves the others alone. */
export async function deliverSlides(
  { flows, options, design, remarks }: SlideJob,
  deliveries: Deliveries,
  progress: Progress,
  world: World,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const rasterizer = await openRasterizer({ options, report: (notice) => progress.line(notice) }, world, diagnostics);
  if (!rasterizer) return diagnostics;
  progress.begin(flows.length);
  try {
    for (const compiled of flows) {
      progress.step(compiled.flow.id);
      try {
        diagnostics.push(...(await drawFlow(compiled, { options, design, remarks, rasterizer, deliveries })));
      } catch (thrown) {
        diagnostics.push(explainFailure(thrown, compiled));
      }
    }
  } finally {
    await rasterizer.close();
  }
  return diagnostics;
}

interface Studio extends Omit<SlideJob, 'flows'> {
  readonly rasterizer: Rasterizer;
  readonly deliveries: Deliveries;
}

/** A part with its picture. */
interface Drawn {
  readonly part: Part;
  readonly diagram: MeasuredDiagram;
}

async function drawFlow(compiled: CompiledFlow, studio: Studio): Promise<readonly Diagnostic[]> {
  const { options, design, rasterizer, deliveries } = studio;
  const { flow, source } = compiled;
  const diagnostics: Diagnostic[] = [];
  const look = chooseLook(compiled, studio, diagnostics);
  if (!look) return diagnostics;
  const size = options.fit ?? DEFAULT_SIZE;
  const slides: (DeckSlide & { readonly request: SlideRequest })[] = [];
  for (const phase of partsByPhase(flow)) {
    const pieces = await drawPart(phase, compiled, { ...studio, theme: look.theme, size, diagnostics });
    for (const [index, { part, diagram }] of pieces.entries()) {
      const name = [flow.title.plain, ...(part.phase ? [part.phase.plain] : [])].join(': ').replaceAll(/\s+/g, ' ');
      const title = pieces.length > 1 ? `${name} (${index + 1}/${pieces.length})` : name;
      const request = { size, diagram: diagram.svg, diagramSize: diagram.size, title, ...look.colors, reveal: null };
      const warning = checkText(title, diagram, size, compiled);
      if (warning) diagnostics.push(warning);
      for (const step of options.by === 'step' ? reveals(part, diagram, options) : [wholeOf(part)]) {
        slides.push({ picture: '', title, excerpt: step.excerpt, request: { ...request, reveal: step.reveal } });
      }
    }
  }
  const format = options.format?.includes('svg') ? 'svg' : 'png';
  const digits = String(slides.length).length;
  const named = slides.map((slide, index) => ({
    ...slide,
    picture: `${flow.id}.slide-${String(index + 1).padStart(Math.max(2, digits), '0')}.${format}`,
  }));
  for (const { picture, request } of named) {
    const svg = slideSvg(request);
    const content = format === 'svg' ? svg : await rasterizer.paint(flow.id, svg, size);
    await deliveries.deliver({ from: source.path, path: picture, content });
  }
  await deliveries.deliver({ from: source.path, ...renderDeck(flow, named, design, studio.remarks) });
  return diagnostics;
}

/** The theme, and the colours of the slide around the diagram. */
function chooseLook(
  { flow }: CompiledFlow,
  { options, design }: Studio,
  diagnostics: Diagnostic[],
): { readonly theme: string; readonly colors: Pick<SlideRequest, 'background' | 'color'> } | null {
  const [variant] = pictureVariants(
    flow,
    options.theme === undefined ? undefined : chosenThemes(options.theme, design),
  );
  const theme = variant?.theme ?? flow.theme.preset;
  const preset = findPreset(theme, flow.theme, design.presets, (found) => diagnostics.push(found));
  if (!preset) return null;
  const page = preset.page === 'dark' ? { bg: '#0d1117', fg: '#e6edf3' } : { bg: '#ffffff', fg: '#1f2937' };
  const { bg, fg } = preset.colors ?? page;
  return { theme, colors: { background: options.background ?? bg, color: fg } };
}

/** Draws a part, in as many pieces as it takes for its text to be read. */
async function drawPart(
  part: Part,
  compiled: CompiledFlow,
  studio: Studio & { readonly theme: string; readonly size: Size; readonly diagnostics: Diagnostic[] },
): Promise<readonly Drawn[]> {
  const { options, design, rasterizer, theme, size, diagnostics } = studio;
  const rendered = renderFlow(compiled.flow, {
    ...renderOptions({ ...(options.set && { set: options.set }) }, ['mermaid'], design),
    theme,
    excerpt: excerptOf(part),
  });
  diagnostics.push(...rendered.diagnostics.filter(isError));
  const [mermaid] = rendered.artifacts;
  if (!mermaid) return [];
  const diagram = await rasterizer.measure({
    id: compiled.flow.id,
    mermaid: mermaid.content,
    background: 'transparent',
  });
  const room = highestDiagram(size, SMALLEST_TEXT);
  const pieces = cutPart(part, { height: diagram.size.height, tops: diagram.tops, bottom: diagram.bottom }, room);
  if (pieces.length <= 1) return [{ part, diagram }];
  const drawn: Drawn[] = [];
  for (const piece of pieces) drawn.push(...(await drawPart(piece, compiled, studio)));
  return drawn;
}

interface Reveal {
  readonly excerpt: DeckSlide['excerpt'];
  readonly reveal: SlideRequest['reveal'];
}

const wholeOf = (part: Part): Reveal => ({ excerpt: excerptOf(part), reveal: null });

/** One message after the other, in the same picture. */
function reveals(part: Part, { tops }: MeasuredDiagram, { dim }: OptionValues): readonly Reveal[] {
  return blocksOf(part).map((leaves, index): Reveal => {
    const next = tops[index + 1];
    const excerpt = excerptOf({ ...part, leaves });
    if (next === undefined) return { excerpt, reveal: null };
    return { excerpt, reveal: { until: next - BEFORE_MESSAGE, rest: dim ? DIMMED : 0 } };
  });
}

/** What no cut can mend: a diagram that is too wide, or one message that is too high. */
function checkText(
  title: string,
  { size: drawn }: MeasuredDiagram,
  size: Size,
  { flow }: CompiledFlow,
): Diagnostic | null {
  const points = textPoints(size, drawn);
  // What is left of a cut may be a pixel too high.
  if (points > SMALLEST_TEXT - 0.1) return null;
  const isWide = drawn.width / drawn.height > size.width / size.height;
  return {
    code: 'slide-text',
    severity: 'warning',
    message: `slide "${title}": its text is ${points.toFixed(1)} points, and under ${SMALLEST_TEXT} it is hard to read`,
    span: flow.span,
    hint: isWide
      ? 'break long labels into lines, or leave participants out'
      : 'break its longest notes up, or put less into them',
  };
}
