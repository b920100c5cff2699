/** Our own master and its layouts. */
import type { PlaceholderBox } from '../base.js';
import type { Page } from '../colors/index.js';
import { namespaces } from '../package/index.js';
import { el, xmlFile } from '../xml/index.js';
import { colorMap } from './theme.js';

export const treeStart =
  el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')) +
  el(
    'p:grpSpPr',
    {},
    el(
      'a:xfrm',
      {},
      el('a:off', { x: 0, y: 0 }),
      el('a:ext', { cx: 0, cy: 0 }),
      el('a:chOff', { x: 0, y: 0 }),
      el('a:chExt', { cx: 0, cy: 0 }),
    ),
  );

interface MasterBox {
  readonly type: string;
  readonly idx?: number;
  readonly name: string;
  readonly words: string;
  readonly box: PlaceholderBox;
  readonly anchor?: 't' | 'ctr' | 'b';
  /** Hundredths of points, where they are not the master's; without bullets. */
  readonly size?: number;
}

const place = ({ x, y, cx, cy }: PlaceholderBox): string =>
  el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })) + el('a:prstGeom', { prst: 'rect' }, el('a:avLst'));

const printBox = ({ type, idx, name, words, box, anchor = 'ctr', size }: MasterBox, index: number): string =>
  el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id: index + 2, name: `${name} ${index + 1}` }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      el('p:nvPr', {}, el('p:ph', { type, idx })),
    ),
    el('p:spPr', {}, place(box)),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: 0, anchor }, el('a:normAutofit')),
      el('a:lstStyle', {}, size === undefined ? '' : ownLevel(size)),
      el('a:p', {}, el('a:r', {}, el('a:rPr', { lang: 'en' }), el('a:t', {}, words))),
    ),
  );

const ownLevel = (sz: number): string =>
  el('a:lvl1pPr', { marL: 0, indent: 0 }, el('a:buNone'), el('a:defRPr', { sz }));

const tree = (boxes: readonly MasterBox[]): string =>
  el('p:spTree', {}, treeStart, ...boxes.map((box, index) => printBox(box, index)));

export interface LayoutSheet {
  readonly type: 'title' | 'titleOnly' | 'obj';
  readonly name: string;
  readonly boxes: readonly MasterBox[];
}

export const layoutFile = ({ type, name, boxes }: LayoutSheet): string =>
  xmlFile(
    el(
      'p:sldLayout',
      { ...namespaces, type, preserve: 1 },
      el('p:cSld', { name }, tree(boxes)),
      el('p:clrMapOvr', {}, el('a:masterClrMapping')),
    ),
  );

export function masterFile(boxes: readonly MasterBox[], page: Page, layouts: number, sizes: TextSizes): string {
  const ids = Array.from({ length: layouts }, (_, index) =>
    el('p:sldLayoutId', { id: 2_147_483_649 + index, 'r:id': `rId${index + 1}` }),
  );
  const background = el('p:bg', {}, el('p:bgPr', {}, el('a:solidFill', {}, scheme('bg1')), el('a:effectLst')));
  return xmlFile(
    el(
      'p:sldMaster',
      { ...namespaces, preserve: 1 },
      el('p:cSld', {}, background, tree(boxes)),
      colorMap(page),
      el('p:sldLayoutIdLst', {}, ...ids),
      styles(sizes),
    ),
  );
}

/** In hundredths of points. */
export interface TextSizes {
  readonly title: number;
  readonly body: number;
}

const scheme = (val: string): string => el('a:schemeClr', { val });

function styles({ title, body }: TextSizes): string {
  const face = (kind: 'mj' | 'mn'): string =>
    el('a:latin', { typeface: `+${kind}-lt` }) +
    el('a:ea', { typeface: `+${kind}-ea` }) +
    el('a:cs', { typeface: `+${kind}-cs` });
  const type = (sz: number, b: 0 | 1, kind: 'mj' | 'mn'): string =>
    el('a:defRPr', { sz, b, kern: 1200 }, el('a:solidFill', {}, scheme('tx1')), face(kind));
  const level = (index: number): string =>
    el(
      `a:lvl${index + 1}pPr`,
      {
        marL: 285_750 + index * 457_200,
        indent: -285_750,
        algn: 'l',
        defTabSz: 914_400,
        rtl: 0,
        eaLnBrk: 1,
        latinLnBrk: 0,
        hangingPunct: 1,
      },
      el('a:spcBef', {}, el('a:spcPts', { val: 900 })),
      el('a:buFont', { typeface: 'Arial' }),
      el('a:buChar', { char: '•' }),
      type(Math.max(1200, body - 200 * index), 0, 'mn'),
    );
  const other = (index: number): string =>
    el(
      `a:lvl${index + 1}pPr`,
      { marL: 0, algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
      type(1800, 0, 'mn'),
    );
  const levels = [0, 1, 2, 3, 4];
  return el(
    'p:txStyles',
    {},
    el(
      'p:titleStyle',
      {},
      el(
        'a:lvl1pPr',
        { algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
        el('a:lnSpc', {}, el('a:spcPct', { val: 100_000 })),
        el('a:spcBef', {}, el('a:spcPct', { val: 0 })),
        el('a:buNone'),
        type(title, 1, 'mj'),
      ),
    ),
    el('p:bodyStyle', {}, ...levels.map(level)),
    el('p:otherStyle', {}, ...levels.map(other)),
  );
}
