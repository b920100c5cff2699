/**
 * Where a word may break: inside URLs, parameters and JSON, before the arguments of a call, inside names, and finally between
 * any two characters.
 */
import { isPlain, splitIdeographs } from '../../source/index.js';
import { clustersOf, widthOf } from '../cells.js';

/** Arguments in brackets, with brackets among them. */
export const args = String.raw`\((?:[^()]|\([^()]*\))*\)`;
/** The arguments of a call, which have no blank before them. */
const call = `(?<=\\w)${args}`;
// A placeholder, an escaped byte or character, the slashes before a host and the point in a number count as single characters.
const whole = String.raw`\$?\{\w+\}|<\w[\w ]*>|%[\dA-Fa-f]{2}|\\u\{[\dA-F]+\}|:\/\/|\.(?=\d)`;
const before = (marks: string): RegExp => new RegExp(`[${marks}]*(?:${whole}|${call}|[^${marks}])+|[${marks}]+`, 'g');
/** Marks that begin a word, as in `/.well-known`, belong to its first part. */
const after = (marks: string, unit: string): RegExp => {
  const part = `(?:${whole}|${unit}|[^${marks}])+[${marks}]*`;
  return new RegExp(`^/?[${marks}]*${part}|${part}|[${marks}]+`, 'g');
};
/** The start of a call's arguments; `()` stays with the name. */
const argsHere = String.raw`(?<=\w)\([^)]`;

/** The places where a word may break, the best ones first. `harm`: what such a break costs, in rows of the diagram. */
const places: readonly { readonly parts: RegExp; readonly harm: number }[] = [
  // Before a path's segment or a parameter.
  { parts: before('?&/'), harm: 0.2 },
  // After a parameter's name, and after a comma.
  { parts: after('=,', call), harm: 0.4 },
  // Before the arguments of a call.
  { parts: new RegExp(`(?:${args})?(?:(?!${argsHere})[^])+|${args}|[^](?:(?!${argsHere})[^])*`, 'g'), harm: 0.6 },
  // Inside a name: snake_case, kebab-case, a.host.
  { parts: after('._:-', args), harm: 0.8 },
  // Inside a name: CamelCase. OAuth, iOS and IdP are one part.
  {
    parts: new RegExp(
      // eslint-disable-next-line regexp/no-super-linear-move -- it ends at the end of the word at the latest, so it never fails
      `(?:${whole}|${args}|[^])+?(?:(?<=[A-Za-z\\d][a-z\\d])(?=[A-Z][A-Za-z\\d])|(?<=[A-Z]{2})(?=[A-Z][a-z])|$)`,
      'g',
    ),
    harm: 1,
  },
  // Inside the name of a placeholder.
  { parts: new RegExp(`(?:${args}|[^_])+_?|_`, 'g'), harm: 1.5 },
  // Inside the arguments of a call.
  { parts: /[^\s=,:_.-]+[\s=,:_.-]*|[\s=,:_.-]+/g, harm: 1.5 },
];

/** How many kinds of places a word has, by what they are in. */
export const breaks = { none: 0, paths: 1, names: 4, humps: 5, placeholders: 6, anywhere: 8 } as const;

/** The cost of a break anywhere else: in a readable word, or in a token that nobody reads. */
const harmIn = { word: 10, token: 1 };
const longestWord = 24;

/** A part of a word, and the cost of a row that ends before it. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  readonly harm: number;
}

const partsAt = (word: string, level: number): readonly string[] => {
  const place = places[level];
  return place ? withMarks(Array.from(word.matchAll(place.parts), ([part]) => part)) : [word];
};

/** No part begins with a combining mark: it belongs to the character before it. */
function withMarks(parts: readonly string[]): readonly string[] {
  if (!parts.some((part) => /^\p{M}/u.test(part))) return parts;
  return parts.reduce<string[]>((joined, part) => {
    if (/^\p{M}/u.test(part) && joined.length > 0) joined.push((joined.pop() ?? '') + part);
    else joined.push(part);
    return joined;
  }, []);
}

/** Words of Chinese and Japanese break between their letters. */
const lettersOf = (word: string): readonly string[] =>
  isPlain(word) ? [word] : splitIdeographs(clustersOf(word).map(({ text }) => text));

/** Splits a word into pieces no wider than the room; parts that fit stay whole. */
export function piecesOf(word: string, room: number): readonly Piece[] {
  return lettersOf(word).flatMap((part) => breakPart(part, room));
}

/** `harm`: the cost of a break before the word. */
function breakPart(word: string, room: number, harm = 0, level = 0): readonly Piece[] {
  const width = widthOf(word);
  if (width <= room) return [{ text: word, width, harm }];
  if (level >= places.length) return chop(word, room, harm);
  return partsAt(word, level).flatMap((part, index) =>
    breakPart(part, room, index === 0 ? harm : (places[level]?.harm ?? 0), level + 1),
  );
}

const inseparable = /(%[\dA-Fa-f]{2}|\\u\{[\dA-F]+\}|\/\/)/;

/** Splits into pieces of similar width: `meta` and `data`, not `metadat` and `a`. */
function chop(word: string, room: number, harm: number): readonly Piece[] {
  const units = word
    .split(inseparable)
    .flatMap((part, index) =>
      index % 2 === 1 && part.length <= room ? [{ text: part, width: part.length }] : clustersOf(part),
    );
  const width = widthOf(word);
  const inside = width > longestWord ? harmIn.token : harmIn.word;
  const share = Math.ceil(width / Math.ceil(width / room));
  const pieces: Piece[] = [];
  let piece = { text: '', width: 0, harm };
  for (const unit of units) {
    if (piece.width > 0 && piece.width + unit.width > share) {
      pieces.push(piece);
      piece = { text: '', width: 0, harm: inside };
    }
    piece = { ...piece, text: piece.text + unit.text, width: piece.width + unit.width };
  }
  return [...pieces, piece];
}

/** Words of up to this length are broken only if there is no other way. */
const wholeWord = 7;

/** The widths of the parts of a word that are not broken at its first `kinds` kinds of places. */
export function partWidths(word: string, kinds: number): readonly number[] {
  const most = kinds > places.length ? wholeWord : Infinity;
  let parts = lettersOf(word);
  for (let level = 0; level < kinds; level += 1)
    parts = parts.flatMap((part) => (part.length <= wholeWord ? [part] : partsAt(part, level)));
  return parts.map((part) => Math.min(most, widthOf(part)));
}

/** The words of an id: `authServer` and `auth_server` have two. */
export const humpsOf = (id: string): readonly string[] =>
  partsAt(id, breaks.names - 1)
    .flatMap((part) => partsAt(part, breaks.humps - 1))
    .flatMap((part) => /[^._:-]+/.exec(part) ?? []);
