/** Our own theme. */
import { hexOf } from '../colors/index.js';
import type { Page, Rgb, Scheme } from '../colors/index.js';
import { namespaces } from '../package/index.js';
import { el, xmlFile } from '../xml/index.js';

/** A dark deck swaps the ground and the texts, as Office does. */
export const colorMap = (page: Page): string => {
  const [ground, ink] = page === 'dark' ? ['dk', 'lt'] : ['lt', 'dk'];
  const accents = [1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, `accent${number}`]);
  return el('p:clrMap', {
    ...{ bg1: `${ground}1`, tx1: `${ink}1`, bg2: `${ground}2`, tx2: `${ink}2` },
    ...(Object.fromEntries(accents) as Record<string, string>),
    ...{ hlink: 'hlink', folHlink: 'folHlink' },
  });
};

export function themeFile(name: string, scheme: Scheme, page: Page): string {
  const [dark1, light1, dark2, light2] =
    page === 'dark'
      ? [scheme.bg1, scheme.tx1, scheme.bg2, scheme.tx2]
      : [scheme.tx1, scheme.bg1, scheme.tx2, scheme.bg2];
  const { accent1, accent2, accent3, accent4, accent5, accent6 } = scheme;
  const colors = {
    ...{ dk1: dark1, lt1: light1, dk2: dark2, lt2: light2 },
    ...{ accent1, accent2, accent3, accent4, accent5, accent6 },
    ...{ hlink: accent1, folHlink: accent2 },
  };
  const { 'xmlns:a': a } = namespaces;
  return xmlFile(
    el(
      'a:theme',
      { 'xmlns:a': a, name },
      el(
        'a:themeElements',
        {},
        el('a:clrScheme', { name }, ...Object.entries(colors).map(([slot, color]) => el(`a:${slot}`, {}, srgb(color)))),
        el('a:fontScheme', { name }, fonts('a:majorFont'), fonts('a:minorFont')),
        formats(name),
      ),
      el('a:objectDefaults'),
      el('a:extraClrSchemeLst'),
    ),
  );
}

const srgb = (color: Rgb): string => el('a:srgbClr', { val: hexOf(color) });

const fonts = (name: string): string =>
  el(name, {}, el('a:latin', { typeface: 'Arial' }), el('a:ea', { typeface: '' }), el('a:cs', { typeface: '' }));

/** Three of each, as every theme must have; shapes name their own. */
function formats(name: string): string {
  const fill = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }));
  const line = (w: number): string =>
    el('a:ln', { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, fill, el('a:prstDash', { val: 'solid' }));
  const effect = el('a:effectStyle', {}, el('a:effectLst'));
  return el(
    'a:fmtScheme',
    { name },
    el('a:fillStyleLst', {}, fill, fill, fill),
    el('a:lnStyleLst', {}, line(6350), line(12_700), line(19_050)),
    el('a:effectStyleLst', {}, effect, effect, effect),
    el('a:bgFillStyleLst', {}, fill, fill, fill),
  );
}
