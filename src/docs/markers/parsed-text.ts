/** What the parser is given of Markdown: the text without what would only cost time, at the same offsets. */
import type { Extension } from 'micromark-util-types';
import { htmlComments } from './comments.js';
import { replaceRanges } from './indented-contents.js';

/**
 * Markers are blocks, so nothing inside of a paragraph matters but code and expressions of MDX. Emphasis and links cost the parser the
 * square of a paragraph's length, and underlined headings the square of the document's: see {@link underlinedDepth}.
 */
export const blocksOnly = (isMdx: boolean): Extension => ({
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference', 'hardBreakEscape'],
      ...['labelEnd', 'labelStartImage', 'labelStartLink', 'htmlText', 'setextUnderline'],
      ...(isMdx ? [] : ['codeText']),
    ],
  },
});

/** Quotes and lists on one line: the parser's time grows with the square of their number. Nothing is read that is deeper. */
const MOST_CONTAINERS = 20;

const containers = new RegExp(
  `^((?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${MOST_CONTAINERS}})[ \\t]*[->*+\\d].*$`,
  'gm',
);

/** Makes text of containers that are too deep. Every offset stays. */
const withoutDepth = (text: string): string =>
  text.replace(containers, (line, before: string) => before + ' x'.padEnd(line.length - before.length, 'x'));

/** Docusaurus reads `<!-- -->` in MDX as an expression. Offsets stay the same. */
const withMdxComments = (text: string): string =>
  replaceRanges(text, [...htmlComments(text)], (comment) => `{/* ${comment.slice(4, -3).replaceAll('*/', '* ')}*/}`);

/** The text of a document, for the parser. */
export const parsedText = (text: string, isMdx: boolean): string => withoutDepth(isMdx ? withMdxComments(text) : text);
