/** Reads texts as inline pieces, which every markup language can print. */
import { encodeUrl, literal, percentEncode, shown } from '../requests/index.js';
import { BacktickRuns, inOneLine } from '../source/index.js';
import type { Text, TextPart } from '../source/index.js';

export type InlinePiece =
  /** Shown as it is. `markdown`: the text with its author's escapes. */
  | { readonly kind: 'text'; readonly text: string; readonly markdown?: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** An author's inline Markdown, on one line: emphasis, entities, the text of links. Without code and escapes. */
  | { readonly kind: 'markdown'; readonly text: string }
  /** `](url`, after the text of a link. */
  | { readonly kind: 'target'; readonly url: string };

/** A variable, or a reference to a step. */
type Variable = Exclude<TextPart, { kind: 'literal' }>;

const plain = (text: string): InlinePiece => ({ kind: 'text', text: inOneLine(text) });
const markdown = (text: string): InlinePiece => ({ kind: 'markdown', text });

export const code = (text: string): InlinePiece => ({ kind: 'code', text: inOneLine(text) });

/** Reads a text that is not Markdown: a title, a message. Every character is shown as it is. */
export const readPlain = (text: Text): InlinePiece[] =>
  text.parts.map((part) => (part.kind === 'literal' ? plain(part.text) : readVariable(part)));

/** A placeholder becomes code, a value or a number becomes text. */
const readVariable = (variable: Variable): InlinePiece =>
  variable.kind === 'step' || variable.hasValue ? plain(variable.text) : code(variable.text);

/** A link's address, with everything escaped that would end it or be syntax in it. */
export const linkAddress = (url: string): string =>
  shown(encodeUrl([literal(url)])).replace(/[\s<>{}\\`|"]/g, percentEncode);

/** Reads a text that is inline Markdown. */
export function readInline(text: Text): InlinePiece[] {
  const source = text.parts
    .map((part) => (part.kind === 'literal' ? part.text.replaceAll(hole, '\ufffd') : hole))
    .join('');
  const variables = text.parts.filter((part) => part.kind !== 'literal');
  const lookup = openLookup(source);
  const pieces: InlinePiece[] = [];
  let filled = 0;
  for (let at = 0; at < source.length;) {
    const { groups, read } = readConstruct(source, at, lookup);
    const inside = variables.slice(filled, filled + groups[0].split(hole).length - 1);
    pieces.push(...read(groups, inside));
    filled += inside.length;
    at += groups[0].length;
  }
  return pieces;
}

/** Replaces a variable while Markdown is read. No flow file can contain U+FFFF. */
const hole = '\uffff';

/** Fills the variables into a part of a match. */
const fill = (text: string, variables: readonly Variable[]): string =>
  text
    .split(hole)
    .map((stretch, index) => stretch + (variables[index]?.text ?? ''))
    .join('');

interface Construct {
  /** A sticky expression. */
  readonly pattern: RegExp;
  /** Where the construct ends, if its beginning matches; null if it is none. Default: where the match ends. */
  readonly end?: (start: number, lookup: Lookup, length: number) => number | null;
  readonly read: (match: Match['groups'], variables: readonly Variable[]) => readonly InlinePiece[];
}

/** What is far away in a text, looked up without searching the text again and again. */
interface Lookup {
  readonly runs: BacktickRuns;
  /** The offset of the last character, in the word at an offset, that would be syntax in an address; -1 for none. */
  readonly lastSyntax: (at: number) => number;
}

function openLookup(source: string): Lookup {
  let word = { end: 0, last: -1 };
  return {
    runs: new BacktickRuns(source),
    lastSyntax: (at) => {
      if (at >= word.end) {
        const [{ length } = ''] = matchAt(/\S*/y, source, at) ?? [];
        const found = [...source.slice(at, at + length).matchAll(/[\\`<{}|\uffff]/g)].at(-1);
        word = { end: at + length, last: found ? at + found.index : -1 };
      }
      return word.last;
    },
  };
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

interface Match {
  /** The whole, and what the groups of the expression matched. */
  readonly groups: readonly [string, ...string[]];
  readonly read: Construct['read'];
}

function readConstruct(source: string, at: number, lookup: Lookup): Match {
  for (const { pattern, end, read } of constructs) {
    const match = matchAt(pattern, source, at);
    if (!match) continue;
    if (!end) return { groups: [match[0], ...match.slice(1)], read };
    const last = end(at, lookup, match[0].length);
    if (last !== null) return { groups: [source.slice(at, last)], read };
  }
  throw new Error(`no construct takes ${JSON.stringify(source.slice(at, at + 20))}`);
}

const escaped = /\\([!-/:-@[-`{-~])/g;

/** The constructs of inline Markdown; the first that matches is used. Section numbers are CommonMark's. */
const constructs: readonly Construct[] = [
  { pattern: /(?:(?!https?:\/\/|www\.)[^\\`<{}\]\s\uffff])+/iy, read: ([text]) => [markdown(text)] },
  // GFM, an autolink literal: escapes and code would become part of it, so with them it is not made a link.
  {
    pattern: /https?:\/\/|www\./iy,
    end: (start, { lastSyntax }, length) => (lastSyntax(start) >= start + length ? start + length : null),
    read: ([start]) => [plain(start)],
  },
  { pattern: /\uffff/y, read: (_, variables) => variables.map(readVariable) },
  // §2.4, a backslash escape.
  {
    pattern: /\\([!-/:-@[-`{-~])/y,
    read: ([written, character = '']) => [{ kind: 'text', text: character, markdown: written }],
  },
  // Any other backslash is text.
  { pattern: /\\/y, read: ([backslash]) => [plain(backslash)] },
  // §6.1, a code span: ends at a run of backticks as long as the first.
  {
    pattern: /`+/y,
    end: (start, { runs }) => runs.closing(start),
    read: ([span], variables) => {
      const [{ length } = ''] = /^`+/.exec(span) ?? [];
      return [{ kind: 'code', text: unpad(inOneLine(fill(span.slice(length, -length), variables))) }];
    },
  },
  // An unclosed run is text.
  { pattern: /`+/y, read: ([run]) => [plain(run)] },
  // §6.5, an autolink.
  {
    pattern: /<(https?:\/\/[^\s<>]*)>/iy,
    read: ([, url = ''], variables) => [{ kind: 'link', text: fill(url, variables), url: fill(url, variables) }],
  },
  // §6.3, a link's destination in its two forms: variables are not code there.
  {
    pattern: /\]\((?:<((?:[^<>\\\r\n]|\\[^\r\n])*)>|((?:[^\s()<\\]|\\\S|\((?:[^\s()\\]|\\\S)*\))+))/y,
    read: ([, pointed, bare = ''], variables) => [
      { kind: 'target', url: fill((pointed ?? bare).replace(escaped, '$1'), variables) },
    ],
  },
  { pattern: /[<{}]/y, read: ([character]) => [plain(character)] },
  { pattern: /\s+/y, read: ([space]) => [markdown(inOneLine(space))] },
  { pattern: /[^]/y, read: ([character]) => [markdown(character)] },
];

/** §6.1: one space at each end is removed, unless there is nothing else. */
const unpad = (content: string): string => (isPadded(content) ? content.slice(1, -1) : content);

/** `text`: one line. */
export const isPadded = (text: string): boolean => text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
