/** Writes text in plain ASCII, as close to the original as possible. The only place that uses `any-ascii`. */
import type AnyAscii from 'any-ascii';
import { lazily } from '../source/index.js';
import { loneMarks } from './anchor-marks.js';
import { writeKana } from './kana.js';

/** Loaded only when a text needs it: half a megabyte of tables. The build bundles it. */
const loadAnyAscii = lazily(() => (require('any-ascii') as { default: typeof AnyAscii }).default);

/** Has no shape of its own: marks on a letter (which is written without them), joiners, variation selectors. */
const unseen = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]$/u;

/**
 * Letters that their script's romanization leaves out: vowel carriers, a kashida, tone marks. any-ascii's answer is the
 * same as for a letter that it does not know.
 */
const silent = new Set('\u0627\u0640\u0787\u0a72\u0a73\u0e45\u0ead\u0f68\u1038\u110b\u3147');

/** Signs as people type them; any-ascii gives a single character, or a name between colons. */
const typed = new Map<string, string>(
  Object.entries({
    '->': '→⟶↦➔➜➤',
    '<-': '←⟵',
    '<->': '↔⟷⇄',
    '=>': '⇒⟹↪',
    '<=': '⇐↩',
    '<=>': '⇔',
    v: '✔☑',
    '*': '▪',
    '-': 'ー',
  }).flatMap(([written, signs]) => Array.from(signs, (sign) => [sign, written] as const)),
);

/**
 * By the conventions of each script (`ß` is `ss`, `Ж` is `Zh`, `→` is `->`); `\u{1F9FF}` where there are none. Tabs stay. A text
 * of which nothing would be left is written in escapes only. In the language `lang`, its customs come first: German `ü` is `ue`.
 */
export function transliterate(text: string, lang = ''): string {
  if (isAscii.test(text)) return text;
  const own = customs[/^[a-z]*/.exec(lang)?.[0] ?? ''] ?? {};
  const write = (character: string): string => own[character] ?? writeCharacter(character);
  // A mark that is on no letter is all there is.
  const marked = text.replace(loneMarks, (marks) => Array.from(marks, escapeCharacter).join(''));
  const composed = marked.normalize('NFC').replace(/([\u4e00-\u9fff])々/g, '$1$1');
  const written = writeKana(composed, write).replace(notAscii, write);
  return written.trim() === '' && text.trim() !== '' ? text.replace(notAscii, escapeCharacter) : written;
}

/** The customs of languages that differ from those of their script. */
const customs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' },
};

const isAscii = /^[\x20-\x7e]*$/;
const notAscii = /[^\x20-\x7e\t]/gu;

function writeCharacter(character: string): string {
  // any-ascii returns ASCII control characters unchanged.
  const found = typed.get(character) ?? (character < '\x80' ? '' : loadAnyAscii()(character));
  if (found !== '') return found;
  return unseen.test(character) || silent.has(character) ? '' : escapeCharacter(character);
}

const escapeCharacter = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
