/** Writes figures and connectors. */
import { el } from '../xml/index.js';
import { placeOf, printForm } from './print-form.js';
import { printBody } from './print-text.js';
import type { Connector, Drawn, Figure, Glue, LineEnd, Pen } from './shape.js';
import { emu } from './slide-ink.js';
import type { SlideInk } from './slide-ink.js';

/** The part of a tree of shapes, and the ids of its shapes in their order. */
export interface PrintedShapes {
  readonly xml: string;
  readonly ids: ReadonlyMap<Drawn, number>;
}

/** The ids go on from `first`. */
export function printShapes(drawn: readonly Drawn[], first: number, by: SlideInk): PrintedShapes {
  const ids = new Map(drawn.map((each, index) => [each, first + index]));
  const posts = new Map<string, number>();
  for (const [each, id] of ids)
    if (each.kind === 'figure' && each.form.kind === 'post') posts.set(each.form.participant, id);
  const xml = [...ids].map(([each, id]) =>
    each.kind === 'figure' ? printFigure(each, id, by) : printConnector(each, id, posts, by),
  );
  return { xml: xml.join(''), ids };
}

const DECORATIVE = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}';
const decorative = el(
  'a:extLst',
  {},
  el(
    'a:ext',
    { uri: DECORATIVE },
    el('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
  ),
);

const printName = ({ name, alt, href }: Drawn, id: number, by: SlideInk): string =>
  el(
    'p:cNvPr',
    { id, name: name.slice(0, 200), descr: alt === '' ? undefined : (alt ?? undefined) },
    href === '' ? '' : el('a:hlinkClick', { 'r:id': by.relate(href) }),
    alt === null ? decorative : '',
  );

function printFigure(figure: Figure, id: number, by: SlideInk): string {
  const { form, frame, fill, line, text } = figure;
  const { x, y, cx, cy } = placeOf(figure, by);
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      printName(figure, id, by),
      el('p:cNvSpPr', { txBox: form.kind === 'text' ? 1 : undefined }),
      el('p:nvPr'),
    ),
    el(
      'p:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })),
      printForm(form, frame, { x, y, cx, cy }, by),
      fill === null ? el('a:noFill') : el('a:solidFill', {}, by.ink(fill)),
      printPen(line, by),
    ),
    printBody(text, by),
  );
}

function printConnector(connector: Connector, id: number, posts: ReadonlyMap<string, number>, by: SlideInk): string {
  const { from, to, line, glue } = connector;
  const [x1, y1, x2, y2] = [emu(from[0], by), emu(from[1], by), emu(to[0], by), emu(to[1], by)];
  const isArrow = glue.start !== null || glue.end !== null;
  const glued = (name: string, at: Glue | null): string => {
    const post = at === null ? undefined : posts.get(at.participant);
    return at === null || post === undefined ? '' : el(name, { id: post, idx: 4 + at.site });
  };
  return el(
    'p:cxnSp',
    {},
    el(
      'p:nvCxnSpPr',
      {},
      printName(connector, id, by),
      el('p:cNvCxnSpPr', {}, glued('a:stCxn', glue.start), glued('a:endCxn', glue.end)),
      el('p:nvPr'),
    ),
    el(
      'p:spPr',
      {},
      el(
        'a:xfrm',
        { flipH: x2 < x1 ? 1 : undefined, flipV: y2 < y1 ? 1 : undefined },
        el('a:off', { x: Math.min(x1, x2), y: Math.min(y1, y2) }),
        el('a:ext', { cx: Math.abs(x2 - x1), cy: Math.abs(y2 - y1) }),
      ),
      el('a:prstGeom', { prst: isArrow ? 'straightConnector1' : 'line' }, el('a:avLst')),
      printPen(line, by),
    ),
  );
}

export function printPen(pen: Pen | null, by: SlideInk): string {
  if (pen === null) return el('a:ln', {}, el('a:noFill'));
  const { color, width, dash, round, start = 'none', end = 'none' } = pen;
  return el(
    'a:ln',
    { w: emu(width, by), cap: round ? 'rnd' : 'flat' },
    el('a:solidFill', {}, by.ink(color)),
    dashOf(dash),
    round ? el('a:round') : el('a:miter', { lim: 800_000 }),
    endOf('a:headEnd', start),
    endOf('a:tailEnd', end),
  );
}

/** `5 4` is a reply, `2 4` dots. */
function dashOf(dash: string): string {
  if (dash === '') return '';
  const [on = 0, off = 0] = dash.split(/[ ,]+/).map(Number);
  return el('a:prstDash', { val: on < off ? 'sysDot' : 'dash' });
}

const endOf = (name: string, type: LineEnd): string => (type === 'none' ? '' : el(name, { type, ...sizeOf(type) }));

/** A head is then as large as the scene's; a dot would be too large. */
const sizeOf = (type: LineEnd) => (type === 'oval' ? { w: 'med', len: 'med' } : { w: 'lg', len: 'lg' });
