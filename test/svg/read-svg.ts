/** Reads an SVG as XML does, strictly. */
import { SaxesParser } from 'saxes';

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements, and texts as they are drawn: with U+00A0 for blanks that would be dropped. */
  readonly children: (SvgElement | string)[];
}

/** Throws at what is not well-formed. */
export function readSvg(svg: string): SvgElement {
  const root: SvgElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: SvgElement = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)!.children.push(text));
  parser.write(svg).close();
  return root.children.find((child): child is SvgElement => typeof child === 'object')!;
}

export function elementsIn(element: SvgElement): readonly SvgElement[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'object' ? elementsIn(child) : []))];
}

export const textIn = ({ children }: SvgElement): string =>
  children.map((child) => (typeof child === 'object' ? textIn(child) : child)).join('');

const attributes: Readonly<Record<string, readonly string[]>> = {
  svg: [
    ...['xmlns', 'id', 'class', 'width', 'height', 'viewBox', 'role', 'aria-labelledby', 'lang', 'xml:lang'],
    ...['font-family', 'font-weight', 'text-anchor', 'direction'],
  ],
  title: ['id'],
  desc: ['id'],
  style: [],
  metadata: [],
  g: ['id', 'data-step', 'data-p'],
  a: ['href'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  line: ['x1', 'y1', 'x2', 'y2'],
  path: ['transform', 'd'],
  text: ['x', 'y', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'direction', 'xml:space'],
  tspan: ['font-weight'],
};
const paint = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
];
const painted = ['rect', 'line', 'path', 'text', 'tspan'];

/** What of an SVG is none of ours: elements and attributes that some reader doesn't know, double ids, addresses that could run. */
export function faultsOf(svg: string): readonly string[] {
  const elements = elementsIn(readSvg(svg));
  const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
  return [
    ...elements.flatMap(({ name, attributes: found }) => {
      const known = [...(attributes[name] ?? []), ...(painted.includes(name) ? [...paint, 'class'] : [])];
      if (!Object.hasOwn(attributes, name)) return [`<${name}>`];
      return Object.entries(found).flatMap(([attribute, value]) => {
        if (!known.includes(attribute)) return [`<${name} ${attribute}="${value}">`];
        const isWrong = {
          href: !/^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)*$)/i.test(value),
          id: !/^[A-Za-z][\w-]*$/.test(value),
        };
        return isWrong[attribute as keyof typeof isWrong] ? [`${attribute}="${value}"`] : [];
      });
    }),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `double id ${id}`),
    ...(
      /(?<![\w.])-0(?![\w.])|\d[eE][-+]?\d|NaN|Infinity/.exec(svg.replace(/(?<=>)[^<]+|id="[^"]*"|#[\da-f]{6}/g, '')) ??
      []
    ).map((number) => `the number ${number}`),
  ];
}
