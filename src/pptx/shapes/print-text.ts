/** Writes the texts of figures. Faces are the theme's, but for data. */
import { el, text } from '../xml/index.js';
import type { Body, Paragraph, TextRun } from './shape.js';
import { emu, points } from './slide-ink.js';
import type { SlideInk } from './slide-ink.js';

/** Data keeps its columns in any theme. Programs without it take another face of fixed width. */
const mono = el('a:latin', { typeface: 'Consolas', pitchFamily: 49, charset: 0 });

/** The colour of links is the theme's, which can't be read on every ground: such a link has that of its text. */
const inTextColor = el(
  'a:extLst',
  {},
  el(
    'a:ext',
    { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' },
    el('ahyp:hlinkClr', { 'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor', val: 'tx' }),
  ),
);

export function printBody(body: Body | null, by: SlideInk): string {
  if (body === null)
    return el('p:txBody', {}, el('a:bodyPr', { rtlCol: false, anchor: 'ctr' }), el('a:lstStyle'), empty(by));
  const { left, top, right, bottom } = body.insets;
  const properties = {
    wrap: 'none',
    ...{ lIns: emu(left, by), tIns: emu(top, by), rIns: emu(right, by), bIns: emu(bottom, by) },
    ...{ rtlCol: false, anchor: body.anchor },
  };
  return el(
    'p:txBody',
    {},
    el('a:bodyPr', properties, el('a:noAutofit')),
    el('a:lstStyle'),
    ...body.paragraphs.map((paragraph) => printParagraph(paragraph, by)),
  );
}

const empty = (by: SlideInk): string => el('a:p', {}, el('a:endParaRPr', { lang: by.lang || undefined }));

/** Exact spacing keeps the lines where the scene has them, whatever face a theme has. */
function printParagraph({ align, isRtl, runs, size, lineHeight }: Paragraph, by: SlideInk): string {
  const spacing =
    lineHeight === null ? el('a:spcPct', { val: 100_000 }) : el('a:spcPts', { val: points(lineHeight, by) });
  const properties = el(
    'a:pPr',
    { marL: 0, indent: 0, algn: align, rtl: isRtl ? 1 : 0 },
    el('a:lnSpc', {}, spacing),
    el('a:spcBef', {}, el('a:spcPts', { val: 0 })),
    el('a:spcAft', {}, el('a:spcPts', { val: 0 })),
    el('a:buNone'),
  );
  const written = runs.map((run) => printRun(run, by)).join('');
  return el('a:p', {}, properties, written || el('a:endParaRPr', { lang: by.lang || undefined, sz: points(size, by) }));
}

function printRun(run: TextRun, by: SlideInk): string {
  const properties = el(
    'a:rPr',
    { lang: by.lang || undefined, sz: points(run.size, by), b: run.isBold ? 1 : 0, i: 0, dirty: 0 },
    el('a:solidFill', {}, by.ink(run.color)),
    run.isMono ? mono : '',
    run.href === '' ? '' : el('a:hlinkClick', { 'r:id': by.relate(run.href) }, inTextColor),
  );
  return el('a:r', {}, properties, el('a:t', {}, text(run.text.replaceAll(/[\t\n\r]/g, ' '))));
}
