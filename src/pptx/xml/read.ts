/** Reads the XML of a template's parts: elements, attributes and texts. Document types are refused, so entities can't be declared. */
import { escapeXml, escapeXmlText } from '../../source/index.js';

export interface XmlElement {
  /** As written: `p:sldSz`. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface Open {
  readonly name: string;
  readonly attributes: XmlElement['attributes'];
  readonly children: XmlNode[];
}

/** Deeper parts are nothing that a program of slides writes. */
const DEPTH = 200;

/** Null for what is not well-formed. */
export function parseXml(written: string): XmlElement | null {
  const root: Open = { name: '', attributes: [], children: [] };
  const open: Open[] = [root];
  let at = 0;
  while (at < written.length) {
    const tag = written.indexOf('<', at);
    const last = open.at(-1);
    if (!last) return null;
    const between = written.slice(at, tag < 0 ? written.length : tag);
    if (between !== '' && open.length > 1) last.children.push(decode(between));
    if (tag < 0) break;
    const end = endOf(written, tag);
    if (end < 0) return null;
    const inside = written.slice(tag, end);
    at = end;
    if (inside.startsWith('<!DOCTYPE')) return null;
    if (inside.startsWith('<?') || inside.startsWith('<!--')) continue;
    if (inside.startsWith('<![CDATA[')) last.children.push(inside.slice(9, -3));
    else if (inside.startsWith('</')) {
      if (open.length < 2 || open.pop()?.name !== inside.slice(2, -1).trim()) return null;
    } else {
      const isEmpty = inside.endsWith('/>');
      const element = openTag(inside.slice(1, isEmpty ? -2 : -1));
      last.children.push(element);
      if (!isEmpty) open.push(element);
      if (open.length > DEPTH) return null;
    }
  }
  const [element] = root.children;
  return open.length === 1 && root.children.length === 1 && typeof element === 'object' ? element : null;
}

/** Behind the tag, the comment or the section that begins there; -1 where it has no end. */
function endOf(written: string, start: number): number {
  const closing = written.startsWith('<!--', start)
    ? '-->'
    : written.startsWith('<![CDATA[', start)
      ? ']]>'
      : written.startsWith('<?', start)
        ? '?>'
        : '';
  if (closing !== '') {
    const found = written.indexOf(closing, start + 2);
    return found < 0 ? -1 : found + closing.length;
  }
  let quote = '';
  for (let index = start; index < written.length; index++) {
    const letter = written[index] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return index + 1;
  }
  return -1;
}

/** A tag without its brackets. What is no attribute ends it. */
function openTag(inside: string): Open {
  const cut = inside.search(/\s/);
  const name = cut < 0 ? inside : inside.slice(0, cut);
  const attributes: (readonly [string, string])[] = [];
  let at = name.length;
  while (at < inside.length) {
    const equals = inside.indexOf('=', at);
    if (equals < 0) break;
    let start = equals + 1;
    while (/\s/.test(inside.charAt(start))) start++;
    const end = inside.indexOf(inside.charAt(start), start + 1);
    if (!/["']/.test(inside.charAt(start)) || end < 0) break;
    attributes.push([inside.slice(at, equals).trim(), decode(inside.slice(start + 1, end))]);
    at = end + 1;
  }
  return { name, attributes, children: [] };
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decode = (written: string): string =>
  written.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,10}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

export function printXml({ name, attributes, children }: XmlElement): string {
  const written = attributes.map(([key, value]) => ` ${key}="${keepBreaks(escapeXml(value))}"`).join('');
  const inside = children.map((child) => (typeof child === 'string' ? escapeXmlText(child) : printXml(child))).join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

const keepBreaks = (value: string): string =>
  value.replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;');

/** `sldSz` of `p:sldSz`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child === 'object' && (names.length === 0 || names.includes(localName(child.name))),
  );

/** Along a path of names; the first of each. */
export const childOf = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element);

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find(([key]) => key === name)?.[1];

/** The element's own descendants of this name, in their order. */
export function descendantsOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (one: XmlElement): void => {
    for (const child of childrenOf(one)) {
      if (localName(child.name) === name) found.push(child);
      visit(child);
    }
  };
  if (element) visit(element);
  return found;
}
