/** Finds the placeholders of layouts, with the size and the type that they inherit from their master. */
import type { Placeholder, PlaceholderBox } from '../base.js';
import { attributeOf, childOf, childrenOf, descendantsOf } from '../xml/index.js';
import type { XmlElement } from '../xml/index.js';

interface Found {
  /** Of ECMA-376, 19.7.10; a placeholder that does not say it is of any content. */
  readonly type: string;
  readonly idx: string;
  readonly box: PlaceholderBox | null;
  /** Hundredths of points; null for the master's. */
  readonly size: number | null;
}

export function placeholdersIn(sheet: XmlElement): readonly Found[] {
  return descendantsOf(childOf(sheet, 'cSld', 'spTree'), 'sp').flatMap((shape): readonly Found[] => {
    const ph = childOf(shape, 'nvSpPr', 'nvPr', 'ph');
    if (!ph) return [];
    return [
      {
        type: attributeOf(ph, 'type') ?? 'obj',
        idx: attributeOf(ph, 'idx') ?? '',
        box: boxOf(childOf(shape, 'spPr', 'xfrm')),
        size: sizeIn(childOf(shape, 'txBody', 'lstStyle')),
      },
    ];
  });
}

function boxOf(xfrm: XmlElement | undefined): PlaceholderBox | null {
  const [off, ext] = [childOf(xfrm, 'off'), childOf(xfrm, 'ext')];
  if (!off || !ext) return null;
  const [x, y] = [numberOf(off, 'x'), numberOf(off, 'y')];
  return { x, y, cx: numberOf(ext, 'cx'), cy: numberOf(ext, 'cy') };
}

export const numberOf = (element: XmlElement | undefined, name: string): number =>
  Math.trunc(Number(attributeOf(element, name) ?? 0)) || 0;

function sizeIn(style: XmlElement | undefined): number | null {
  const written = attributeOf(childOf(style, 'lvl1pPr', 'defRPr'), 'sz');
  const size = Number(written ?? Number.NaN);
  return Number.isFinite(size) && size >= 100 ? size : null;
}

export const isTitle = ({ type }: Pick<Found, 'type'>): boolean => type === 'title' || type === 'ctrTitle';
/** What a deck may leave out: it shows only where a slide has it. */
export const isFooter = ({ type }: Pick<Found, 'type'>): boolean => ['dt', 'ftr', 'sldNum', 'hdr'].includes(type);

/** What a layout without a place of its own has; `kind`: its style in the master. */
export function inherited(
  found: Found,
  master: XmlElement,
  kind: 'title' | 'body',
  usual: PlaceholderBox,
): Placeholder {
  const of = placeholdersIn(master).find((one) => (kind === 'title' ? isTitle(one) : one.type === 'body'));
  const style = childrenOf(childOf(master, 'txStyles'), `${kind}Style`)[0];
  return {
    type: found.type,
    idx: found.idx,
    box: found.box ?? of?.box ?? usual,
    size: found.size ?? of?.size ?? sizeIn(style) ?? (kind === 'title' ? 4400 : 2800),
  };
}
