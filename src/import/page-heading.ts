/** Reads the headings of Markdown and AsciiDoc as plain text. */
import { cutEnd } from '../source/index.js';
import type { Line } from './lines.js';

/** The heading on a line (ATX, or AsciiDoc's) or underlined by it (setext), or null. */
export function readHeading(lines: readonly Line[], index: number): string | null {
  const text = lines[index]?.text ?? '';
  // `=== "Tab"` is a content tab of MkDocs.
  const atx = /^[\s>]{0,6}(?:#{1,6}|={1,6}(?!\s+["']))(\s.*)$/s.exec(text);
  if (atx) return withoutNumber(plainWords(withoutClosing(atx[1] ?? ''))) || null;
  const above = lines[index - 1]?.text.trim() ?? '';
  return /^ {0,3}(?:=+|-{2,})\s*$/.test(text) && /^[\p{L}\p{N}]/u.test(above) ? withoutNumber(plainWords(above)) : null;
}

/** A page's front matter: its length, and its `title:`, or ''. */
export function readFrontMatter(text: string): { readonly length: number; readonly title: string } {
  const [whole = '', front = ''] = /^---[^\S\n]*\r?\n(.*?)\r?\n---[^\S\n]*(?:\r?\n|$)/s.exec(text) ?? [];
  const [, title = ''] = /^title:(.*)$/m.exec(front) ?? [];
  return { length: whole.length, title: plainWords(title.trim().replace(/^(["'])(.*)\1$/, '$2')) };
}

/** Removes a chapter number, which means nothing outside of its page. */
const withoutNumber = (heading: string): string => heading.replace(/^(?:\d+\.)+\d*\s+(?=\S)/, '');

/** Removes the marks that may end a heading, which have white space before them. */
function withoutClosing(heading: string): string {
  const words = cutEnd(heading.trimEnd(), '#=');
  return /\s/.test(words.charAt(words.length - 1)) ? words : heading;
}

/** Removes an anchor at the end: `{#name}`. */
function withoutAnchor(heading: string): string {
  const words = heading.trimEnd();
  const at = words.lastIndexOf('{#');
  return at !== -1 && words.indexOf('}', at) === words.length - 1 ? words.slice(0, at) : heading;
}

/** Removes the marks of Markdown's inline syntax, HTML tags and heading anchors. */
function plainWords(text: string): string {
  return withoutAnchor(text)
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[`*]|(?<!\w)_+|(?<!_)_+(?!\w)|~~/g, '')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
