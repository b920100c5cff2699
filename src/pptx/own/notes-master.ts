/** The master of notes, which every note has. */
import type { PlaceholderBox } from '../base.js';
import { namespaces } from '../package/index.js';
import { el, xmlFile } from '../xml/index.js';
import { treeStart } from './master.js';
import { colorMap } from './theme.js';

/** A page of notes, in EMU. */
export const notesSize = { cx: 6_858_000, cy: 9_144_000 } as const;

const place = ({ x, y, cx, cy }: PlaceholderBox): string =>
  el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })) + el('a:prstGeom', { prst: 'rect' }, el('a:avLst'));

/** The name of a shape of notes, and which placeholder it is. */
export const notesName = (
  id: number,
  words: string,
  locks: Readonly<Record<string, number>>,
  ph: Readonly<Record<string, string | number>>,
): string =>
  el(
    'p:nvSpPr',
    {},
    el('p:cNvPr', { id, name: words }),
    el('p:cNvSpPr', {}, el('a:spLocks', locks)),
    el('p:nvPr', {}, el('p:ph', ph)),
  );

export function notesMasterFile(): string {
  const image = { x: 685_800, y: 1_143_000, cx: 5_486_400, cy: 3_086_100 };
  const body = { x: 685_800, y: 4_400_550, cx: 5_486_400, cy: 3_600_450 };
  return xmlFile(
    el(
      'p:notesMaster',
      namespaces,
      el(
        'p:cSld',
        {},
        el('p:bg', {}, el('p:bgRef', { idx: 1001 }, el('a:schemeClr', { val: 'bg1' }))),
        el(
          'p:spTree',
          {},
          treeStart,
          el(
            'p:sp',
            {},
            notesName(
              2,
              'Slide Image Placeholder 1',
              { noGrp: 1, noRot: 1, noChangeAspect: 1 },
              { type: 'sldImg', idx: 2 },
            ),
            el(
              'p:spPr',
              {},
              place(image),
              el('a:noFill'),
              el('a:ln', { w: 12_700 }, el('a:solidFill', {}, el('a:prstClr', { val: 'black' }))),
            ),
          ),
          el(
            'p:sp',
            {},
            notesName(3, 'Notes Placeholder 2', { noGrp: 1 }, { type: 'body', sz: 'quarter', idx: 3 }),
            el('p:spPr', {}, place(body)),
            el(
              'p:txBody',
              {},
              el('a:bodyPr', { vert: 'horz', rtlCol: 0 }),
              el('a:lstStyle'),
              el('a:p', {}, el('a:r', {}, el('a:rPr', { lang: 'en' }), el('a:t', {}, 'Notes'))),
            ),
          ),
        ),
      ),
      colorMap('light'),
      el('p:notesStyle', {}, el('a:lvl1pPr', { marL: 0, algn: 'l', rtl: 0 }, el('a:defRPr', { sz: 1200 }))),
    ),
  );
}
