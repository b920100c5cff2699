/** Writes XML. */
import { escapeXml, escapeXmlText } from '../../source/index.js';

type Value = string | number | boolean | undefined;
export type Attributes = Readonly<Record<string, Value>>;

/** An element; attributes without a value are left out. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let written = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${key}="${typeof value === 'string' ? inAttribute(value) : plain(value)}"`;
  const inside = children.join('');
  return inside === '' ? `${written}/>` : `${written}>${inside}</${name}>`;
}

/** Between tags. */
export const text = (value: string): string => escapeXmlText(legal(value));

/** With the declaration that stands before every part. */
export const xmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

const plain = (value: number | boolean): string => {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (!Number.isSafeInteger(value)) throw new Error(`a deck has the number ${value}`);
  return String(value);
};

const inAttribute = (value: string): string =>
  escapeXml(legal(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;');

/** Without what no XML document may have (XML 1.0, 2.2). */
export const legal = (value: string): string =>
  value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
