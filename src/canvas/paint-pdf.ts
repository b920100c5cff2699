/** Paints scenes as the pages of a PDF: shapes and selectable text, with fonts inside the file. */
import type { Background, Link, PaintedPage, PaintRequest, Scene } from '../scene/index.js';
import { writePdfLang } from '../stamp/index.js';
import { boxOf } from './box-of.js';
import type { CanvasModule } from './load-canvas.js';
import { paintScene } from './paint-scene.js';
import type { Pen } from './pen.js';

/** A px is a 96th of an inch, a point a 72nd. */
const POINTS_PER_PX = 0.75;

interface Pages {
  readonly pages: PaintRequest['pages'];
  readonly penOf: (page: PaintedPage) => Omit<Pen, 'context'>;
  readonly background: Background | undefined;
}

/** The same bytes in each run. */
export function paintPdf({ PDFDocument }: CanvasModule, { pages, penOf, background }: Pages): Uint8Array {
  const [
    {
      scene: { title, lang },
    },
  ] = pages;
  const document = new PDFDocument({ title, creator: 'authflow' });
  for (const page of pages) {
    const { scene } = page;
    const scale = POINTS_PER_PX * page.scale;
    // A page has whole points, and the ground covers all of it.
    const [width, height] = [scene.width, scene.height].map((side) => Math.ceil(side * scale)) as [number, number];
    const context = document.beginPage(width, height);
    context.scale(width / scene.width, height / scene.height);
    paintScene(scene, { ...penOf(page), context }, { background, top: 0, bottom: scene.height });
    for (const link of linksIn(scene)) {
      const [left, top, right, bottom] = boxOf(link);
      context.annotateLinkUrl(left, top, right, bottom, link.href);
    }
    document.endPage();
  }
  return writePdfLang(document.close(), lang);
}

/** Those of the web: few readers of PDFs open a file beside one. */
const linksIn = ({ under, steps, heads }: Scene): readonly Link[] =>
  [...under, ...steps.flatMap(({ items }) => items), ...heads].filter(
    (item): item is Link => item.kind === 'link' && /^https?:\/\//i.test(item.href),
  );
