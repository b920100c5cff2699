/**
 * A text of a flow is text in every dialect of Markdown: the same page is read by GitHub, MDX (Docusaurus), Vue (VitePress),
 * Liquid (Jekyll), Hugo, and Jinja (MkDocs with macros). What one of them takes for syntax is written so that all show the
 * character. A backslash is for what all can escape by it: Python-Markdown and kramdown know fewer than CommonMark.
 * Tested with the parsers in test/page/dialects.property.test.ts.
 */
import { emojiNames } from 'packaged:emoji-names';
import { inOneLine } from '../../source/index.js';

/** `text`: prose, headings, cells, labels of links. `image`: the description of an image, which takes no HTML. */
type Position = 'text' | 'image' | 'attribute';

interface Escape {
  readonly find: RegExp;
  readonly write: (found: string) => string;
  /** Default: `text` and `image`. */
  readonly at?: readonly Position[];
  readonly why: string;
}

const backslash = (found: string): string => `\\${found}`;
const reference = (found: string): string => `&#${found.codePointAt(0)};`;

const escapes: readonly Escape[] = [
  { find: /&(?=#?\w+;)/g, write: () => '&amp;', why: 'begins an entity' },
  { find: /[\\`*[\]]/g, write: backslash, why: 'escapes, code, emphasis, links' },
  {
    find: /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
    write: backslash,
    why: 'emphasis; inside of words, as in client_id, it is none',
  },
  { find: /</g, write: () => '&lt;', why: 'begins HTML, an element of MDX, a component of Vue' },
  { find: />/g, write: backslash, why: 'begins a quote, and ends HTML' },
  { find: /[{}]/g, write: backslash, why: 'an expression of MDX; attributes in VitePress and kramdown' },
  { find: /[~$]/g, write: reference, why: 'on GitHub, deletion and formulas' },
  {
    find: /:(?=\/\/)|(?<=www)\./gi,
    write: reference,
    why: 'on GitHub, an address in a text becomes a link that shows the escapes in it',
  },
  { find: /[&"<>]/g, write: reference, at: ['attribute'], why: 'entities and tags, in HTML and in JSX' },
  {
    find: /\{(?=[{%#])/g,
    write: reference,
    at: ['attribute'],
    why: '{{, {% and {# are syntax of Liquid, Jinja and Hugo even in attributes',
  },
];

/** Shows nothing, and parts its neighbours for whoever reads the page or the HTML made of it. */
const BREAK = '<span></span>';

/**
 * Parts braces that are escaped already; they may come from several pieces of a text. Vue looks for `{{` in the HTML, where no
 * escape is left; Liquid, Jinja and Hugo look for `{{`, `{%` and `{#` in the source; Docusaurus takes `{#id}` from the end of
 * a heading after it has undone escapes.
 */
export const partBraces = (markdown: string): string => markdown.replace(/\\\{(?=\\\{|[%#])/g, `\\{${BREAK}`);

/** Syntax of Liquid, Jinja and Hugo, which they read in code, too. */
export const bracesInCode = /\{[{%#]/;

/** What a reader sees of it, for names that are made of it. */
export const withoutBreaks = (markdown: string): string => markdown.replaceAll(BREAK, '');

/** On one line. */
export function escapeFor(position: Position, text: string): string {
  const rows = escapes.filter(({ at = ['text', 'image'] }) => at.includes(position));
  const any = new RegExp(rows.map(({ find }) => `(${find.source})`).join('|'), 'giu');
  const escaped = inOneLine(text).replace(any, (found: string, ...groups: unknown[]) => {
    const row = rows[groups.findIndex((group) => group !== undefined)];
    return row ? row.write(found) : found;
  });
  // An image takes no HTML, and Vue reads no attribute.
  if (position === 'image') return partEmoji(escaped.replace(/\\\{(?=[%#])/g, '&#123;'), '&#58;');
  return position === 'text' ? partEmoji(escaped, `:${BREAK}`) : escaped;
}

/** GitHub, VitePress and Docusaurus draw `:key:` as an emoji, and look for it after escapes are undone. */
const partEmoji = (markdown: string, colon: string): string =>
  markdown.replace(/:([\w+-]+)(?=:)/g, (found, name: string) =>
    emojiNames.has(name.toLowerCase()) ? colon + name : found,
  );
