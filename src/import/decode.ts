/** From a text of Mermaid's database to what a picture shows, and to how a flow file writes that. */
import { characterEntities } from 'character-entities';
import { findControlCharacter } from '../syntax/characters.js';

/** Lines are separated by `\n`. Like the picture, without white space at their ends. */
export function decodeText(text: string): string {
  const lines = text.split(/<br\s*\/?>/i).map((line) => line.trim());
  return drawable(lines.join('\n').replace(entity, (_, marks: string, name: string) => decodeEntity(marks, name)));
}

/** In one line, as Mermaid draws titles, ids and links. */
export const decodeLine = (text: string): string =>
  decodeText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** As Mermaid marks `#59;` and `#quot;` while it parses (encodeEntities of its utils.ts); a browser reads them in the end. */
const entity = /ﬂ°(°?)(\+?\w+)¶ß/g;

function decodeEntity(marks: string, name: string): string {
  if (marks === '') return Object.hasOwn(characterEntities, name) ? (characterEntities[name] ?? '') : `&${name};`;
  const code = Number(name);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).replace(/[\n\r]/, ' ') : '\ufffd';
}

function drawable(text: string): string {
  if (findControlCharacter(text) === -1) return text;
  return Array.from(text, (character) => (findControlCharacter(character) === -1 ? character : '')).join('');
}

/** A text as a flow file writes it: what looks like one of its variables is doubled. */
export const escapeVariables = (text: string): string => text.replace(/\$\{(?=[A-Za-z_]\w*\})|(?<=\$)\$\{/g, '$$$${');
