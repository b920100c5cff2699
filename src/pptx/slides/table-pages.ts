/** Slides with a table, which goes on on further ones. */
import type { Base, PlaceholderBox } from '../base.js';
import type { TableSlide } from '../deck.js';
import type { Palette } from '../../scene/index.js';
import { el, text } from '../xml/index.js';
import { linesIn } from './fit-type.js';
import { FIRST_ID, roomBelow } from './page.js';
import type { Page, PageInk } from './page.js';
import { isRtl } from './slide-parts.js';

/** Hundredths of points. */
const SIZE = 1200;
const LINE = SIZE * 127 * 1.2;
/** In EMU. */
const inset = { x: 76_200, y: 45_720 } as const;

/** The lines of each cell. */
type Row = readonly (readonly string[])[];

export function tablePages(
  slide: TableSlide,
  base: Base,
  colors: Palette,
  continued: (title: string) => string,
): readonly Page[] {
  const layout = base.layouts.diagram;
  const room = roomBelow(layout, base);
  const widths = widthsOf(slide.columns, room.cx);
  const head = rowOf(
    slide.columns.map(({ title }) => title),
    widths,
    true,
  );
  const parts = split(
    slide.rows.map((cells) => rowOf(cells, widths, false)),
    room.cy - heightOfRow(head),
  );
  return parts.map((rows, index) => {
    const title = index === 0 ? slide.title : continued(slide.title);
    return {
      ...{ title, notes: index === 0 ? slide.notes : [], layout, colors },
      draw: (by) => ({ shapes: printTable({ title, head, rows, widths, room }, by), timing: '' }),
    };
  });
}

function widthsOf(columns: TableSlide['columns'], width: number): readonly number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  return columns.map(({ share }) => Math.floor((share * width) / whole));
}

const rowOf = (cells: readonly string[], widths: readonly number[], isBold: boolean): Row =>
  widths.map((width, index) =>
    (cells[index] ?? '')
      .split('\n')
      .flatMap((line) => linesIn(line, Math.max(width - 2 * inset.x, 1), { size: SIZE, isBold })),
  );

const heightOfRow = (row: Row): number =>
  Math.ceil(Math.max(1, ...row.map(({ length }) => length)) * LINE + 2 * inset.y);

/** Rows by slides. A row that is higher than a slide goes on on the next one. */
function split(rows: readonly Row[], room: number): readonly (readonly Row[])[] {
  const most = Math.max(1, Math.floor((room - 2 * inset.y) / LINE));
  const pieces = rows.flatMap((row): readonly Row[] => {
    const count = Math.max(1, Math.ceil(Math.max(...row.map(({ length }) => length)) / most));
    return Array.from({ length: count }, (_, index) =>
      row.map((lines) => lines.slice(index * most, (index + 1) * most)),
    );
  });
  const parts: Row[][] = [[]];
  let used = 0;
  for (const row of pieces) {
    const height = heightOfRow(row);
    if (used > 0 && used + height > room) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(row);
    used += height;
  }
  return parts;
}

interface Table {
  readonly title: string;
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly widths: readonly number[];
  readonly room: PlaceholderBox;
}

function printTable({ title, head, rows, widths, room }: Table, by: PageInk): string {
  const all = [head, ...rows];
  const { x, y } = room;
  const cx = widths.reduce((sum, width) => sum + width, 0);
  const cy = all.reduce((sum, row) => sum + heightOfRow(row), 0);
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      el('p:cNvPr', { id: FIRST_ID, name: 'Table', descr: title }),
      el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: 1 })),
      el('p:nvPr'),
    ),
    el('p:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
        el(
          'a:tbl',
          {},
          el('a:tblPr', { firstRow: 1 }),
          el('a:tblGrid', {}, ...widths.map((w) => el('a:gridCol', { w }))),
          ...all.map((row, index) =>
            el('a:tr', { h: heightOfRow(row) }, ...row.map((lines) => printCell(lines, index === 0, by))),
          ),
        ),
      ),
    ),
  );
}

/** Lines that were broken to measure them are one paragraph, which programs break themselves. */
function printCell(lines: readonly string[], isHead: boolean, by: PageInk): string {
  const words = lines.join(' ').replaceAll(/\s+/g, ' ').trim();
  const properties = { lang: by.lang || undefined, sz: SIZE, b: isHead ? 1 : 0, dirty: 0 };
  const color = el('a:solidFill', {}, by.ink('ink'));
  const said =
    words === ''
      ? el('a:endParaRPr', properties)
      : el('a:r', {}, el('a:rPr', properties, color), el('a:t', {}, text(words)));
  const direction = el('a:pPr', isRtl(words) ? { algn: 'r', rtl: 1 } : { algn: 'l' });
  const none = (name: string): string => el(name, { w: 0 }, el('a:noFill'));
  const line = el('a:lnB', { w: isHead ? 12_700 : 6350 }, el('a:solidFill', {}, by.ink(isHead ? 'muted' : 'hair')));
  return el(
    'a:tc',
    {},
    el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, direction, said)),
    el(
      'a:tcPr',
      { marL: inset.x, marR: inset.x, marT: inset.y, marB: inset.y },
      none('a:lnL') + none('a:lnR') + none('a:lnT') + line,
      isHead ? el('a:solidFill', {}, by.ink('band')) : el('a:noFill'),
    ),
  );
}
