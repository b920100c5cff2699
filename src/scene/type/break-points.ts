/** The parts of a line between which it may be broken. */
import { splitIdeographs } from '../../source/index.js';
import { clustersOf } from './clusters.js';

/** A part of a line that is not broken. */
export interface Part {
  readonly text: string;
  /** The blanks before it, which a break drops; '' inside a word. */
  readonly blank: string;
}

/** Whether a part has room in a line of its own. */
export type DoesFit = (part: string, isFirst: boolean) => boolean;

/** `prose`: labels, notes, names. `data`: parameters, JSON, headers of HTTP. */
export type TextKind = 'prose' | 'data';

/** No-break spaces hold words together. */
const blanks = '[ \\t]+';
const indentation = /^[ \t]*/;
const method = /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)[ \t]+(?=\/)/;
// Lines are trimmed before, so that something follows all blanks.
// eslint-disable-next-line regexp/no-super-linear-move
const words = new RegExp(`(${blanks})?([^ \\t]+)`, 'g');

/** A part ends behind its marks; marks that begin a word, as in `/token`, belong to its first part. */
const partsBetween = (marks: string): RegExp =>
  new RegExp(`^[${marks}]*[^${marks}]+[${marks}]*|[^${marks}]+[${marks}]*|[${marks}]+`, 'g');
const marked = { prose: partsBetween('/?&=,.:_-'), data: partsBetween('/&?,=:;_-') };

/** CamelCase. OAuth, iOS and IdP are one part. */
const hump = /(?<=[A-Za-z\d][a-z\d])(?=[A-Z][A-Za-z\d])|(?<=[A-Z]{2})(?=[A-Z][a-z])/;

const ascii = /^[\0-\x7f]*$/;

/** Words of Chinese and Japanese break between their letters. */
const lettersOf = (text: string): readonly string[] => (ascii.test(text) ? [text] : splitIdeographs(clustersOf(text)));

/** A method and its path are one word. */
function wordsOf(line: string): readonly Part[] {
  const start = method.exec(line)?.[0] ?? '';
  const found = Array.from(line.slice(start.length).matchAll(words), ([, blank = '', text = '']) => ({ blank, text }));
  const [path, ...others] = found;
  return path === undefined ? [] : [{ blank: '', text: start + path.blank + path.text }, ...others];
}

/** Joined with their blanks, the parts are the line without blanks at its end. Its indentation belongs to the first part. */
export function partsOf(line: string, kind: TextKind, doesFit: DoesFit): readonly Part[] {
  const indent = indentation.exec(line)?.[0] ?? '';
  const parts: Part[] = [];
  for (const { blank, text } of wordsOf(line.slice(indent.length))) {
    const isFirst = parts.length === 0;
    const start = isFirst ? indent : '';
    const [first = '', ...others] = lettersOf(text).flatMap((each, letter) =>
      breakWord(each, kind, (part, index) =>
        isFirst && letter + index === 0 ? doesFit(start + part, true) : doesFit(part, false),
      ),
    );
    parts.push({ blank, text: start + first });
    for (const part of others) parts.push({ blank: '', text: part });
  }
  return parts;
}

/** `doesFit`: with the index of the part in the word. */
function breakWord(word: string, kind: TextKind, doesFit: (part: string, index: number) => boolean): readonly string[] {
  if (kind === 'prose' && doesFit(word, 0)) return [word];
  const start = method.exec(word)?.[0] ?? '';
  const [first = '', ...others] = word.slice(start.length).match(marked[kind]) ?? [];
  const parts = [start + first, ...others];
  const smaller = kind === 'data' ? parts : parts.flatMap((part) => part.split(hump));
  return smaller.flatMap((part, index) => (doesFit(part, index) ? [part] : clustersOf(part)));
}
