/**
 * Texts as inline Markdown that is MDX too: in MDX `<` opens an element and `{` an expression, so outside code both are
 * escaped, and no author's text is HTML.
 */
import { encodeUrl, literal, percentEncode, shown } from '../requests/index.js';
import type { Text, TextPart } from '../source/index.js';

/** Code holds its text as it reads; other pieces are finished Markdown on one line. */
export interface Piece {
  readonly kind: 'code' | 'markdown';
  readonly text: string;
}

type Variable = Extract<TextPart, { kind: 'variable' }>;

const markdown = (text: string): Piece => ({ kind: 'markdown', text });

/** A text that is no Markdown: a title, a message. Every character shows as it is. */
export const readPlain = (text: Text): Piece[] =>
  text.parts.map((part) => (part.kind === 'literal' ? markdown(escapePlain(part.text)) : readVariable(part)));

/** A placeholder reads as code, a value as text. */
const readVariable = (variable: Variable): Piece =>
  variable.hasValue ? markdown(escapePlain(variable.text)) : { kind: 'code', text: oneLine(variable.text) };

/**
 * Escapes what CommonMark, GitHub (`~`, `$`) or MDX would read as syntax. `client_id` needs nothing. An address is no
 * link here: GitHub takes one as it stands, and shows the escapes that are in it.
 */
export const escapePlain = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*[\]<>{}~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, String.raw`\$&`)
    .replace(/https?(?=:\/\/)|www(?=\.)/gi, '$&\\');

export const oneLine = (text: string): string => text.replace(/[ \t]*[\r\n][ \t\r\n]*/g, ' ');

/** `[text](url)`, the text as it is. */
export const link = (text: string, url: string): string => `[${escapePlain(text)}](${destination(url)})`;

/** Where a link goes, free of what would end it or be syntax in it. */
const destination = (url: string): string =>
  shown(encodeUrl([literal(url)]))
    .replace(/[\s<>{}\\`|"]/g, percentEncode)
    .replace(/[()]/g, String.raw`\$&`);

/** A text that is inline Markdown. */
export function readInline(text: Text): Piece[] {
  const source = text.parts
    .map((part) => (part.kind === 'literal' ? part.text.replaceAll(hole, '\ufffd') : hole))
    .join('');
  const variables = text.parts.filter((part) => part.kind === 'variable');
  const pieces: Piece[] = [];
  let filled = 0;
  for (let at = 0; at < source.length;) {
    const { match, print } = readConstruct(source, at);
    const inside = variables.slice(filled, filled + match[0].split(hole).length - 1);
    pieces.push(...print(match, inside));
    filled += inside.length;
    at += match[0].length;
  }
  return pieces;
}

/** Holds a variable's place while Markdown is read. No flow file can hold U+FFFF. */
const hole = '\uffff';

/** A part of a match with the texts of its variables. */
const fill = (text: string, variables: readonly Variable[]): string =>
  text
    .split(hole)
    .map((stretch, index) => stretch + (variables[index]?.text ?? ''))
    .join('');

interface Construct {
  /** Sticky. */
  readonly pattern: RegExp;
  readonly print: (match: RegExpExecArray, variables: readonly Variable[]) => readonly Piece[];
}

function readConstruct(source: string, at: number): { match: RegExpExecArray; print: Construct['print'] } {
  for (const { pattern, print } of constructs) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) return { match, print };
  }
  throw new Error(`no construct takes ${JSON.stringify(source.slice(at, at + 20))}`);
}

const escaped = /\\([!-/:-@[-`{-~])/g;

/** What an author's inline Markdown holds; the first that matches takes it. Sections are CommonMark's. */
const constructs: readonly Construct[] = [
  { pattern: /(?:(?!https?:\/\/|www\.)[^\\`<{}\]\s\uffff])+/iy, print: ([text]) => [markdown(text)] },
  // GFM, an autolink literal: escapes and code would be part of it, so with them it is no link.
  {
    pattern: /(?:https?(?=:\/\/)|www(?=\.))(?=\S*[\\`<{}|\uffff])/iy,
    print: ([start]) => [markdown(`${start}\\`)],
  },
  { pattern: /\uffff/y, print: (_, variables) => variables.map(readVariable) },
  // §2.4, a backslash escape: as it is.
  { pattern: /\\[!-/:-@[-`{-~]/y, print: ([text]) => [markdown(text)] },
  // Any other backslash is text; doubled, it can't escape what comes after it.
  { pattern: /\\/y, print: () => [markdown('\\\\')] },
  // §6.1, a code span: ends at a run of backticks as long as the first.
  {
    pattern: /(`+)(?!`)([^]*?[^`])\1(?!`)/y,
    print: ([, , content = ''], variables) => [{ kind: 'code', text: unpad(oneLine(fill(content, variables))) }],
  },
  // A run that nothing closes is text, whatever comes next to it.
  { pattern: /`+/y, print: ([run]) => [markdown(run.replaceAll('`', '\\`'))] },
  // §6.5, an autolink: MDX has none.
  {
    pattern: /<(https?:\/\/[^\s<>]*)>/iy,
    print: ([, url = ''], variables) => [markdown(link(fill(url, variables), fill(url, variables)))],
  },
  // §6.3, a link's destination in its two forms: a variable is no code there.
  {
    pattern: /\]\((?:<((?:[^<>\\\r\n]|\\[^\r\n])*)>|((?:[^\s()<\\]|\\\S|\((?:[^\s()\\]|\\\S)*\))+))/y,
    print: ([, pointed, bare = ''], variables) => [
      markdown(`](${destination(fill((pointed ?? bare).replace(escaped, '$1'), variables))}`),
    ],
  },
  { pattern: /[<{}]/y, print: ([char]) => [markdown(`\\${char}`)] },
  { pattern: /\s+/y, print: ([space]) => [markdown(oneLine(space))] },
  { pattern: /[^]/y, print: ([char]) => [markdown(char)] },
];

/** §6.1: one space at both ends is no content, unless there is nothing else. */
const unpad = (content: string): string => (/^ .*[^ ].* $/.test(content) ? content.slice(1, -1) : content);
