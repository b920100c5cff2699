/** The parts that every slide has. */
import type { Placeholder } from '../base.js';
import { namespaces } from '../package/index.js';
import { treeStart } from '../own/index.js';
import { el, text, xmlFile } from '../xml/index.js';

export interface PlaceholderText {
  readonly paragraphs: readonly string[];
  /** Hundredths of points; null for the layout's. */
  readonly size: number | null;
  readonly lang: string;
}

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** `written`: XML of paragraphs. */
export function printPlaceholder({ type, idx }: Placeholder, id: number, name: string, written: string): string {
  const isPlain = idx === '' || idx === '0';
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: `${name} ${id - 1}` }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: 1 })),
      // The kind of the usual text of a layout is not said.
      el('p:nvPr', {}, el('p:ph', { type: type === 'obj' ? undefined : type, idx: isPlain ? undefined : idx })),
    ),
    el('p:spPr'),
    el('p:txBody', {}, el('a:bodyPr', {}, el('a:normAutofit')), el('a:lstStyle'), written),
  );
}

export const printParagraphs = ({ paragraphs, size, lang }: PlaceholderText): string =>
  (paragraphs.length === 0 ? [''] : paragraphs)
    .map((words) => {
      const said = oneLine(words);
      const properties = { lang: lang || undefined, sz: size ?? undefined, dirty: 0 };
      if (said === '') return el('a:p', {}, el('a:endParaRPr', properties));
      return el('a:p', {}, directionOf(said), el('a:r', {}, el('a:rPr', properties), el('a:t', {}, text(said))));
    })
    .join('');

/** Hebrew, Arabic and the like begin at the right; where their first letter is the first of all. */
export const directionOf = (words: string): string => (isRtl(words) ? el('a:pPr', { algn: 'r', rtl: 1 }) : '');

export const isRtl = (words: string): boolean => {
  const [letter = ''] = /\p{L}/u.exec(words) ?? [];
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(letter);
};

export const slideFile = (shapes: string, timing: string): string =>
  xmlFile(
    el(
      'p:sld',
      namespaces,
      el('p:cSld', {}, el('p:spTree', {}, treeStart, shapes)),
      el('p:clrMapOvr', {}, el('a:masterClrMapping')),
      timing,
    ),
  );
