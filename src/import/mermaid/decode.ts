/** Decodes the texts of Mermaid's database to what a picture shows. */
import { characterEntities } from 'character-entities';
import { withLineFeeds } from '../../source/index.js';
import { findControlCharacter } from '../../syntax/index.js';
import { parseColor } from '../../theme/index.js';

/**
 * Lines are separated by `\n`, without white space around the text, at the ends of lines, and after a break, except for the
 * indentation of code. Without breaks at the end, which nobody sees; '' where nothing is visible.
 */
export function decodeText(text: string): string {
  const lines = withLineFeeds(text)
    .split(/<br\s*\/?>/i)
    .map((line) => line.trimEnd().replace(/^[ \t](?=\S)/, ''));
  const joined = lines
    .join('\n')
    .trimEnd()
    .replace(/^[^\S\n]+/, '');
  const decoded = joined.replace(entity, (_, mark: string, name: string) => decodeEntity(mark, name));
  return decoded.trim() === '' ? '' : drawable(withPlainBlanks(withLineFeeds(decoded)));
}

/** No-break spaces that only keep a layout become blanks, as an author types them. */
const withPlainBlanks = (text: string): string =>
  text.replace(/^[ \u00a0]+|[ \u00a0]{2,}/gm, (blanks) => ' '.repeat(blanks.length));

/** The text in one line, as Mermaid draws titles, ids and links. */
export const decodeLine = (text: string): string =>
  decodeText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** A participant's name in the flow: Mermaid's id as drawn, but without the syntax of a variable. */
export const decodeName = (id: string): string => decodeLine(id).replace(/\$\{(\w+)\}/g, '$1');

/** The colour as written, in lower case; null for anything else. */
export function decodeColor(color: string): string | null {
  const text = color.trim().toLowerCase();
  return parseColor(text) ? text : null;
}

/** As Mermaid marks `#59;` and `#quot;` while it parses (encodeEntities of its utils.ts); a browser decodes them later. */
const entity = /ﬂ°(°?)(\+?\w+)¶ß/g;

/** An address as Mermaid draws it: it does not undo entities there, so that the link leads elsewhere. */
export const decodeAddress = (url: string): string =>
  url.search(entity) === -1 ? decodeLine(url) : url.replace(entity, (_, _mark: string, name: string) => `#${name};`);

function decodeEntity(mark: string, name: string): string {
  if (mark === '') return Object.hasOwn(characterEntities, name) ? (characterEntities[name] ?? '') : `&${name};`;
  const code = Number(name);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).replace(/[\n\r]/, ' ') : '\ufffd';
}

/** Characters that no flow file may contain, and no diagram shows. */
export const hasControlCharacters = (text: string): boolean =>
  findControlCharacter(text.replace(entity, (_, mark: string, name: string) => decodeEntity(mark, name))) !== -1;

function drawable(text: string): string {
  if (findControlCharacter(text) === -1) return text;
  return Array.from(text, (character) => (findControlCharacter(character) === -1 ? character : '')).join('');
}
