/** Draws a slide as SVG: a diagram with its title, at a given size. */
import type { Size } from '../model/index.js';
import { escapeXml } from '../source/index.js';

export interface SlideRequest {
  /** The id of the SVG's root element, unique in a page. */
  readonly id: string;
  /** The language of the flow (BCP 47); '' for none. */
  readonly lang: string;
  readonly size: Size;
  /** As drawn by {@link drawPicture}, with its size. */
  readonly diagram: string;
  /** In pixels of the diagram. */
  readonly diagramSize: Size;
  readonly title: string;
  /** CSS colours. */
  readonly background: string;
  readonly color: string;
  /** Steps below the pixel `until` have the opacity `rest`, from 0 to 1. Null shows all steps. */
  readonly reveal: { readonly until: number; readonly rest: number } | null;
}

/** A slide is 7.5 inches high in every presentation program, so its height is 540 points. */
const POINTS_HIGH = 540;

/** Shares of the slide's height. */
const margin = 0.04;
const titleSize = 0.038;
const titleRoom = 0.09;

/** The largest text of a small diagram, in points. */
const largestText = 20;
/** The size of Mermaid's message text, in pixels of the diagram. */
const messageText = 16;

/** The room for the diagram. */
const roomOn = ({ width, height }: Size): Size => ({
  width: width - 2 * margin * height,
  height: height * (1 - titleRoom - margin),
});

/** The size of a message's text in points, where a pixel of the diagram takes `scale` pixels of the slide. */
const pointsOf = (scale: number, { height }: Size): number => (scale * messageText * POINTS_HIGH) / height;

/** How many pixels of the slide a pixel of the diagram takes. */
export function slideScale(size: Size, diagram: Size): number {
  const room = roomOn(size);
  const largest = largestText / pointsOf(1, size);
  return Math.min(room.width / diagram.width, room.height / diagram.height, largest);
}

/** The size of a message's text on the slide, in points. */
export const textPoints = (size: Size, diagram: Size): number => pointsOf(slideScale(size, diagram), size);

/** The height of the tallest diagram whose text has `points` on a slide, in pixels of the diagram. */
export const highestDiagram = (size: Size, points: number): number =>
  (roomOn(size).height * pointsOf(1, size)) / points;

/** An SVG of the slide's size. */
export function slideSvg(request: SlideRequest): string {
  const { id, lang, size, diagramSize, title, background, color, reveal } = request;
  const { width, height } = size;
  const scale = slideScale(size, diagramSize);
  const [drawnWidth, drawnHeight] = [diagramSize.width * scale, diagramSize.height * scale];
  const left = (width - drawnWidth) / 2;
  const top = titleRoom * height + (roomOn(size).height - drawnHeight) / 2;
  const place = { left, top, width: drawnWidth, height: drawnHeight };
  const draw = (part: string): string => placeSvg(renameSvg(request.diagram, `${id}-${part}`), place);
  return [
    `<svg id="${id}"${lang === '' ? '' : ` lang="${lang}" xml:lang="${lang}"`} xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${escapeXml(background)}"/>`,
    `<text x="${margin * height}" y="${titleRoom * 0.7 * height}" font-size="${titleFont(title, size)}" font-weight="600"`,
    ` font-family="'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" fill="${escapeXml(color)}">`,
    `${escapeXml(title)}</text>`,
    reveal ? partly(draw, { ...reveal, until: top + reveal.until * scale }, request) : draw('shown'),
    '</svg>\n',
  ].join('');
}

/** The normal size of a title, or a smaller one so that it fits; a letter is about 0.6 of its size wide, a wide one 1.0. */
function titleFont(title: string, { width, height }: Size): number {
  const letters = Array.from(title, (letter) => (letter < '\u2e80' ? 0.6 : 1)).reduce((sum, one) => sum + one, 0);
  return Math.round(Math.min(titleSize * height, (width - 2 * margin * height) / letters));
}

/** What Mermaid draws for steps. The rest (heads, lifelines and boxes) stays on every slide. */
const STEPS = [
  ...['.messageText', '.messageLine0', '.messageLine1', '.sequenceNumber', 'line[marker-start]'],
  ...['.note', '.noteText', '.loopLine', '.loopText', '.labelBox', '.labelText'],
  ...['.activation0', '.activation1', '.activation2'],
];

/** Draws the steps below a line faint or not at all, without moving anything. */
function partly(
  draw: (part: string) => string,
  { until, rest }: NonNullable<SlideRequest['reveal']>,
  { id, size: { width, height } }: SlideRequest,
): string {
  const later = STEPS.map((selector) => `#${id}-later ${selector}`).join(',');
  return [
    `<style>${later}{${rest > 0 ? `opacity:${rest}` : 'display:none'}}</style>`,
    `<clipPath id="${id}-above"><rect width="${width}" height="${until}"/></clipPath>`,
    `<clipPath id="${id}-below"><rect y="${until}" width="${width}" height="${height - until}"/></clipPath>`,
    `<g clip-path="url(#${id}-above)">${draw('shown')}</g>`,
    `<g clip-path="url(#${id}-below)">${draw('later')}</g>`,
  ].join('');
}

/** As the browser serializes them: no `<` or `>` within a tag. */
const TAGS_AND_STYLES = /<style\b[^<]*<\/style>|<[a-z][^<>]*>/gi;

/** The SVG with another id for its root element, which is a part of its other ids. */
function renameSvg(svg: string, id: string): string {
  const [, own] = /<svg\b[^<>]*\sid="([^"<>]+)"/.exec(svg) ?? [];
  return own === undefined ? svg : svg.replace(TAGS_AND_STYLES, (code) => code.replaceAll(own, id));
}

interface Rectangle extends Size {
  readonly left: number;
  readonly top: number;
}

/** Places an SVG's root element inside another SVG. */
function placeSvg(svg: string, { left, top, width, height }: Rectangle): string {
  return svg
    .replace(/^\s*<\?xml[^>]*>\s*/, '')
    .replace(/<svg\b[^<>]*>/, (root) =>
      root
        .replace(/\s(?:x|y|width|height|style)="[^"]*"/g, '')
        .replace('<svg', `<svg x="${left}" y="${top}" width="${width}" height="${height}"`),
    );
}
