/** Writes pages as a file of draw.io: XML that is not compressed, and stays so when draw.io saves it. */
import { escapeAttribute } from './escape.js';
import { LAYER } from './cell.js';
import type { Cell, DrawioPage, Edge, Place, Point, Style, Vertex } from './cell.js';

/** A line for each cell, and one for its place, so that a change of one is a small change of the file. */
export function printDrawio(pages: readonly DrawioPage[]): string {
  return ['<mxfile compressed="false">', ...pages.flatMap(pageLines), '</mxfile>', ''].join('\n');
}

function pageLines({ id, name, cells, size, background }: DrawioPage): readonly string[] {
  const model = attributes({
    ...{ dx: 0, dy: 0, grid: 0, gridSize: 10, guides: 1, tooltips: 1, connect: 1, arrows: 1, fold: 1 },
    ...{ page: 1, pageScale: 1, pageWidth: size.width, pageHeight: size.height, background, math: 0, shadow: 0 },
  });
  const lines = [
    `<diagram${attributes({ id, name })}>`,
    `  <mxGraphModel${model}>`,
    '    <root>',
    '      <mxCell id="0" />',
    `      <mxCell id="${LAYER}" parent="0" />`,
    ...cells.flatMap(cellLines).map((line) => `      ${line}`),
    '    </root>',
    '  </mxGraphModel>',
    '</diagram>',
  ];
  return lines.map((line) => `  ${line}`);
}

/** A link needs an object around its cell. */
function cellLines(cell: Cell): readonly string[] {
  const { id, label, link } = cell;
  if (link === '') return mxCell(cell, { id, value: label });
  const inside = mxCell(cell, {}).map((line) => `  ${line}`);
  return [`<UserObject${attributes({ label, link, id })}>`, ...inside, '</UserObject>'];
}

function mxCell(cell: Cell, named: Attributes): readonly string[] {
  const { style, parent } = cell;
  const own =
    cell.kind === 'edge'
      ? { edge: 1, parent, source: cell.source, target: cell.target }
      : { vertex: 1, ...(cell.place.from === 'middle' ? { connectable: 0 } : {}), parent };
  const geometry = cell.kind === 'edge' ? edgeGeometry(cell) : vertexGeometry(cell);
  return [
    `<mxCell${attributes({ ...named, style: printStyle(style), ...own })}>`,
    ...geometry.map((line) => `  ${line}`),
    '</mxCell>',
  ];
}

/** Where a relative place is, as shares of the parent; the rest is its offset. */
const origins = { middle: { x: 0, y: 0 }, foot: { x: 0.5, y: 1 } } as const;

function vertexGeometry({ place }: Vertex): readonly string[] {
  const { x, y, width, height, from } = place satisfies Place;
  if (!from) return [`<mxGeometry${attributes({ x, y, width, height })} as="geometry" />`];
  return [
    `<mxGeometry${attributes({ ...origins[from], width, height, relative: 1 })} as="geometry">`,
    `  ${point({ x, y }, 'offset')}`,
    '</mxGeometry>',
  ];
}

const edgeGeometry = ({ turns, labelAt }: Edge): readonly string[] => [
  '<mxGeometry relative="1" as="geometry">',
  ...(turns.length === 0 ? [] : ['  <Array as="points">', ...turns.map((turn) => `    ${point(turn)}`), '  </Array>']),
  `  ${point(labelAt, 'offset')}`,
  '</mxGeometry>',
];

const point = ({ x, y }: Point, as?: string): string =>
  `<mxPoint${attributes({ x, y })}${as === undefined ? '' : ` as="${as}"`} />`;

type Attributes = Readonly<Record<string, string | number>>;

const attributes = (values: Attributes): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : escapeAttribute(value)}"`)
    .join('');

/** A semicolon ends a value. */
const printStyle = (style: Style): string =>
  Object.entries(style)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}=${typeof value === 'number' ? number(value) : String(value).replaceAll(';', '')};`)
    .join('');

/** Up to two decimals. The same on every machine, without `-0`. */
const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);
