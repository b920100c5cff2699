/** Paints scenes as the pages of a PDF: shapes and selectable text, with fonts inside the file. */
import { boundsOf } from '../bounds/index.js';
import type { Background, Link, PaintedPage, PaintRequest, Scene, Sheet } from '../scene/index.js';
import { writePdfLang } from '../stamp/index.js';
import type { CanvasModule } from './load-canvas.js';
import { paintScene } from './paint-scene.js';
import type { Pen } from './pen.js';

/** A px is a 96th of an inch, a point a 72nd. */
const POINTS_PER_PX = 0.75;

interface Pages extends Pick<PaintRequest, 'pages' | 'sheet'> {
  readonly penOf: (page: PaintedPage) => Omit<Pen, 'context'>;
  readonly background: Background | undefined;
}

/** The same bytes in each run. */
export function paintPdf({ PDFDocument }: CanvasModule, { pages, sheet, penOf, background }: Pages): Uint8Array {
  const [
    {
      scene: { title, lang },
    },
  ] = pages;
  const document = new PDFDocument({ title, creator: 'authflow' });
  for (const page of pages) {
    const { scene } = page;
    const pen = penOf(page);
    const seen = { top: 0, bottom: scene.height };
    if (sheet) {
      const context = beginSheet(document, sheet, page, groundOf(scene, pen, background));
      paintScene(scene, { ...pen, context }, { ...seen, background: 'none' });
      annotate(context, scene);
    } else {
      const context = beginPage(document, page);
      paintScene(scene, { ...pen, context }, { ...seen, background });
      annotate(context, scene);
    }
    document.endPage();
  }
  return writePdfLang(document.close(), lang);
}

type Document = InstanceType<CanvasModule['PDFDocument']>;
type PageContext = ReturnType<Document['beginPage']>;

/** A page has whole points, and the ground covers all of it. */
function beginPage(document: Document, { scene, scale }: PaintedPage): PageContext {
  const [width, height] = [scene.width, scene.height].map((side) => Math.ceil(side * scale * POINTS_PER_PX)) as [
    number,
    number,
  ];
  const context = document.beginPage(width, height);
  context.scale(width / scene.width, height / scene.height);
  return context;
}

/** A page of the paper's size: the ground goes to its edges, and the scene is where the paper has room. */
function beginSheet(
  document: Document,
  sheet: Sheet,
  { scene, scale }: PaintedPage,
  ground: Exclude<Background, 'none'> | null,
): PageContext {
  const [width, height] = [sheet.width, sheet.height].map((side) => Math.round(side * POINTS_PER_PX)) as [
    number,
    number,
  ];
  const context = document.beginPage(width, height);
  if (ground) {
    context.save();
    context.globalAlpha = ground.opacity;
    context.fillStyle = ground.color;
    context.fillRect(0, 0, width, height);
    context.restore();
  }
  const points = scale * POINTS_PER_PX;
  context.translate((width - scene.width * points) / 2, sheet.top * POINTS_PER_PX);
  context.scale(points, points);
  return context;
}

/** The theme's ground, unless another one is asked for; null for none. */
function groundOf(
  { under }: Scene,
  { colorOf }: Omit<Pen, 'context'>,
  background: Background | undefined,
): Exclude<Background, 'none'> | null {
  if (background !== undefined) return background === 'none' ? null : background;
  const ground = under.find(({ role }) => role === 'ground');
  return ground?.kind === 'rect' && ground.fill !== null ? { color: colorOf(ground.fill), opacity: 1 } : null;
}

function annotate(context: PageContext, scene: Scene): void {
  for (const link of linksIn(scene)) {
    const { left, top, right, bottom } = boundsOf(link);
    context.annotateLinkUrl(left, top, right, bottom, link.href);
  }
}

/** Those of the web: few readers of PDFs open a file beside one. */
const linksIn = ({ under, steps, heads }: Scene): readonly Link[] =>
  [...under, ...steps.flatMap(({ items }) => items), ...heads].filter(
    (item): item is Link => item.kind === 'link' && /^https?:\/\//i.test(item.href),
  );
