/** Finds texts that YAML takes for comments: in `A -> B: #hi`, the arrow would come out empty. */
import { isScalar, visit } from 'yaml';
import type { Document, Node as YamlNode } from 'yaml';
import type { Diagnostic, Source, Span } from '../source/index.js';
import type { ScalarNode } from './node.js';

/** What follows "#" directly: comments have a blank there, or are drawn lines (`#----`). */
const gluedText = /^#[^\s#!=*~-]/;
/** Comments that tools read. */
const toolComment =
  /^#(?:TODO|FIXME|XXX|HACK|NOTE|noqa|nosec|NOSONAR|nosemgrep|pragma|yamllint|gitleaks|cspell|spellchecker|prettier|region|endregion)\b/i;
/** What comments hardly begin with: a number, a colour, a path, a parameter, a variable. */
const textAfterHash = /^#(?:\d|[\da-f]{3,8}\b|\/|\$\{|[\w.-]+[=(&])/i;
const brackets = ['()', '[]', '{}', '“”'] as const;

/** A comment on the line of a value. */
interface Comment {
  readonly text: string;
  readonly span: Span;
}

export interface LostText {
  readonly diagnostic: Diagnostic;
  /** The comment, if it is the whole value. */
  readonly whole: Comment | null;
}

/**
 * Reports a comment that is a text, or a part of one. `key`: the key of the value, if it has one.
 * An empty value before a comment without a blank after "#" is an error. A text that the comment cuts short is a warning, if
 * nothing but a text can go on like this, or if the text has several words or is a message.
 */
export function lostText(node: YamlNode | null, key: ScalarNode | null, source: Source): LostText | null {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return null;
  const [start, end] = node.range;
  const first =
    key && typeof node.value === 'string' ? commentAt(source.text.indexOf(':', key.span.end) + 1, source) : null;
  if (first && first.span.end < start && isGlued(first)) return { diagnostic: beginning(first), whole: null };
  const comment = commentAt(end, source);
  if (!comment) return null;
  if (node.value === null)
    return start === end && isGlued(comment) ? { diagnostic: lostWhole(comment), whole: comment } : null;
  if (typeof node.value !== 'string') return null;
  const isText = textAfterHash.test(comment.text) || /\s/.test(node.value) || (key?.text ?? '').includes('->');
  const isCut = (isGlued(comment) && isText) || isOpen(node.value, comment.text);
  return isCut ? { diagnostic: cutShort(comment, start), whole: null } : null;
}

const isGlued = ({ text }: Comment): boolean => gluedText.test(text) && !toolComment.test(text);

function commentAt(end: number, source: Source): Comment | null {
  const lineEnd = source.text.indexOf('\n', end);
  const rest = source.text.slice(end, lineEnd === -1 ? undefined : lineEnd);
  const text = rest.trim();
  const start = end + rest.indexOf('#');
  return text.startsWith('#') ? { text, span: { source, start, end: start + text.length } } : null;
}

/** Whether a bracket or quote opens in the text and closes in the comment. */
function isOpen(text: string, comment: string): boolean {
  const isOpenBracket = brackets.some(
    ([open = '', close = '']) =>
      text.lastIndexOf(open) > text.lastIndexOf(close) && comment.includes(close) && !comment.includes(open),
  );
  return isOpenBracket || ['"', '`'].some((quote) => isOdd(text, quote) && isOdd(comment, quote));
}

const isOdd = (text: string, quote: string): boolean => text.split(quote).length % 2 === 0;

const wayOut = 'if it is a comment, put a blank after "#"';

const lostWhole = ({ text, span }: Comment): Diagnostic => ({
  code: 'text-not-comment',
  severity: 'error',
  message: `YAML takes ${JSON.stringify(text)} for a comment, so there is no value`,
  span,
  ...quoteIt(span, wayOut),
});

const cutShort = ({ text, span }: Comment, start: number): Diagnostic => ({
  code: 'text-not-comment',
  severity: 'warning',
  message: `YAML takes ${JSON.stringify(text)} for a comment, so the text ends before it`,
  span,
  ...quoteIt({ ...span, start }, gluedText.test(text) ? wayOut : null),
});

const beginning = ({ text, span }: Comment): Diagnostic => ({
  code: 'text-not-comment',
  severity: 'warning',
  message: `YAML takes ${JSON.stringify(text)} for a comment, so the text begins after it`,
  span,
  hint: `quote the whole text\n${wayOut}`,
});

/** The line as it should be; no fix for a text of several lines. */
function quoteIt(span: Span, otherwise: string | null): Pick<Diagnostic, 'hint' | 'fixes'> {
  const { source, start, end } = span;
  const text = source.text.slice(start, end);
  const hint = (first: string) => [first, otherwise].filter((line) => line !== null).join('\n');
  if (text.includes('\n')) return { hint: hint('quote the whole text') };
  const quoted = JSON.stringify(text);
  const line = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start) + quoted;
  return {
    hint: hint(`quote it: ${line.trim()}`),
    fixes: [{ title: `write ${quoted}`, edits: [{ span, text: quoted }], isSafe: false }],
  };
}

/** Longer lines are not searched. */
const LONGEST = 1000;

/** Explains a bracket that is not closed because a comment holds its end: `{ label: #b }`. `at`: where it is missed. */
export function lostBracket(document: Document, at: number, source: Source): Diagnostic | null {
  let found: Diagnostic | null = null;
  if (!source.text.slice(0, at).includes('#')) return found;
  visit(document, {
    Collection(_key, node) {
      if (node.flow !== true || node.range?.[1] !== at) return undefined;
      const comment = commentWithEnd(document, node.range[0], at, source);
      if (comment) found = bracketInComment(comment);
      return comment ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** The comment on the line of an opening bracket, if its counterpart is nowhere else before `at`. */
function commentWithEnd(document: Document, start: number, at: number, source: Source): Comment | null {
  const close = source.text.charAt(start) === '{' ? '}' : ']';
  const lineEnd = source.text.indexOf('\n', start);
  const line = source.text.slice(start, lineEnd === -1 ? at : Math.min(lineEnd, at));
  if (line.length > LONGEST) return null;
  for (const { index } of line.matchAll(/(?<=[\s,[{])#/g)) {
    const comment = commentAt(start + index, source);
    const isComment = comment?.text.includes(close) === true && !isInScalar(document, start + index);
    if (isComment && !source.text.slice(comment.span.end, at).includes(close)) return comment;
  }
  return null;
}

function isInScalar(document: Document, offset: number): boolean {
  let isInside = false;
  visit(document, {
    Scalar(_key, { range }) {
      isInside ||= range != null && range[0] < offset && offset < range[1];
    },
    Collection: (_key, { range }) => (range && (range[1] < offset || range[0] > offset) ? visit.SKIP : undefined),
  });
  return isInside;
}

function bracketInComment({ text, span }: Comment): Diagnostic {
  const { source } = span;
  const lineStart = source.text.lastIndexOf('\n', span.start - 1) + 1;
  const line = source.text.slice(lineStart, span.end);
  const before = /(?:[,[{]|:\s)(?!.*(?:[,[{]|:\s))/.exec(source.text.slice(lineStart, span.start));
  const from = before ? before.index + before[0].length : span.start - lineStart;
  const fixed = line.slice(0, from) + line.slice(from).replaceAll(/([^\s,{}[\]][^,{}[\]]*)/g, quoteHash);
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message: `YAML takes ${JSON.stringify(text)} for a comment, so the bracket before it is not closed`,
    span,
    hint: `quote the text: ${fixed.trim()}`,
  };
}

/** Quotes a value with `#`; a key before it stays. */
function quoteHash(piece: string): string {
  const said = piece.trimEnd();
  const blank = piece.slice(said.length);
  const [before = ''] = /^(?:[^:]|:(?!\s))*:\s+/.exec(said) ?? [];
  const key = /["'#]/.test(before) ? '' : before;
  const value = said.slice(key.length);
  return /(?:^|\s)#/.test(value) && !/^["']/.test(value) ? key + JSON.stringify(value) + blank : piece;
}
