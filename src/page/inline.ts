/** Reads texts as inline pieces, which every markup language can print. */
import { encodeUrl, literal, percentEncode, shown } from '../requests/index.js';
import { inOneLine } from '../source/index.js';
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
  const pieces: InlinePiece[] = [];
  let filled = 0;
  for (let at = 0; at < source.length;) {
    const { match, read } = readConstruct(source, at);
    const inside = variables.slice(filled, filled + match[0].split(hole).length - 1);
    pieces.push(...read(match, inside));
    filled += inside.length;
    at += match[0].length;
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
  readonly read: (match: RegExpExecArray, variables: readonly Variable[]) => readonly InlinePiece[];
}

function readConstruct(source: string, at: number): { match: RegExpExecArray; read: Construct['read'] } {
  for (const { pattern, read } of constructs) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) return { match, read };
  }
  throw new Error(`no construct takes ${JSON.stringify(source.slice(at, at + 20))}`);
}

const escaped = /\\([!-/:-@[-`{-~])/g;

/** The constructs of inline Markdown; the first that matches is used. Section numbers are CommonMark's. */
const constructs: readonly Construct[] = [
  { pattern: /(?:(?!https?:\/\/|www\.)[^\\`<{}\]\s\uffff])+/iy, read: ([text]) => [markdown(text)] },
  // GFM, an autolink literal: escapes and code would become part of it, so with them it is not made a link.
  { pattern: /(?:https?:\/\/|www\.)(?=\S*[\\`<{}|\uffff])/iy, read: ([start]) => [plain(start)] },
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
    pattern: /(`+)(?!`)([^]*?[^`])\1(?!`)/y,
    read: ([, , content = ''], variables) => [{ kind: 'code', text: unpad(inOneLine(fill(content, variables))) }],
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
const unpad = (content: string): string => (/^ .*[^ ].* $/.test(content) ? content.slice(1, -1) : content);
