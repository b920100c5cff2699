/** Writes a diagram as a part of another file: a block of Markdown, a comment in source code. */
import type { Report } from './diagnostic.js';

/** A fenced code block, longer than any fence in the text (CommonMark 0.31 §4.5). Ends with a line break. */
export function fence(text: string, info: string): string {
  const ticks = fenceAround(text);
  return `${ticks}${info}\n${text}${ticks}\n`;
}

export const fenceAround = (text: string): string => '`'.repeat(Math.max(3, longestRun(text) + 1));

/** The length of the longest run of backticks. */
export const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Each line behind `prefix`; no line ends in white space. Reports a text that would end the prefix's block comment. */
export function commentOut(text: string, prefix: string, report: Report): string {
  if (prefix.trim().startsWith('*') && text.includes('*/')) {
    report({
      code: 'comment-end',
      severity: 'warning',
      message: 'the diagram holds "*/", which would end the comment around it',
      hint: 'use line comments, as with --comment "// "',
    });
  }
  const lines = text.split('\n').map((line) => (prefix + line).trimEnd());
  return `${lines.slice(0, -1).join('\n')}\n`;
}

/** A block of verbatim text in AsciiDoc, in its parts. */
export interface Listing {
  /** The style, if it has one, and the delimiter. */
  readonly open: string;
  readonly text: string;
  readonly close: string;
}

/** `style`: `source,bash`; '' for text as it is. No line of the text is the delimiter, a directive or a callout. */
export function listing(text: string, style: string): Listing {
  const lines = text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.replace(asciidocDirective, '\\$&'));
  let delimiter = style === '' ? '....' : '----';
  while (lines.some((line) => line.trimEnd() === delimiter)) delimiter += delimiter.charAt(0);
  const callouts = /<(?:!--)?(?:\d+|\.)(?:--)?>/.test(text) ? 'subs=specialchars' : '';
  const attributes = [style, callouts].filter((each) => each !== '').join(',');
  return { open: (attributes === '' ? '' : `[${attributes}]\n`) + delimiter, text: lines.join('\n'), close: delimiter };
}

/** Asciidoctor's preprocessor looks into verbatim blocks too. */
const asciidocDirective = /^(?:include|ifdef|ifndef|ifeval|endif)::(?=\S*\[.*\]\s*$)/;
