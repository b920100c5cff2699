/** Quotes a diagram in another file: as a block of Markdown, or a comment in source code. */
import type { Report } from './diagnostic.js';
import { cutEnd } from './edges.js';

/** A fenced code block, longer than any fence in the text (CommonMark 0.31 §4.5). Ends with a line break. */
export function fence(text: string, info: string): string {
  const ticks = fenceAround(text);
  return `${ticks}${info}\n${text}${ticks}\n`;
}

export const fenceAround = (text: string): string => '`'.repeat(Math.max(3, longestRun(text) + 1));

/** A block that begins with the line `open`, such as `::: mermaid`; its marks get longer if the text has as many. */
export function fenceLike(open: string, text: string): string {
  const [marks = ''] = /^(?:`+|~+|:+)/.exec(open) ?? [];
  const runs = [...text.matchAll(/^[ \t]*(`{3,}|~{3,}|:{3,})/gm)].map(([, run = '']) => run);
  const longest = Math.max(0, ...runs.filter((run) => run.startsWith(marks.charAt(0))).map((run) => run.length));
  const close = longest < marks.length ? marks : marks.charAt(0).repeat(longest + 1);
  return `${close}${open.slice(marks.length)}\n${text.trimEnd()}\n${close}`;
}

/** The length of the longest run of backticks. */
export const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Puts `prefix` before each line; no line ends in white space. Reports a text that would end the block comment around it. */
export function commentOut(text: string, prefix: string, report: Report): string {
  if (prefix.trim().startsWith('*') && text.includes('*/')) {
    report({
      code: 'comment-end',
      severity: 'warning',
      message: 'the diagram contains "*/", which would end the comment around it',
      hint: 'use line comments, as with --comment "// "',
    });
  }
  const lines = text.split('\n').map((line) => (prefix + line).trimEnd());
  return `${lines.slice(0, -1).join('\n')}\n`;
}

/** The parts of a block of verbatim text in AsciiDoc. */
export interface Listing {
  /** The style, if it has one, and the delimiter. */
  readonly open: string;
  readonly text: string;
  readonly close: string;
}

/** `style`: `source,bash`; '' for plain text. No line of the text can be taken for the delimiter, a directive or a callout. */
export function listing(text: string, style: string): Listing {
  const lines = cutEnd(text, '\n')
    .split('\n')
    .map((line) => line.replace(asciidocDirective, '\\$&'));
  let delimiter = style === '' ? '....' : '----';
  while (lines.some((line) => line.trimEnd() === delimiter)) delimiter += delimiter.charAt(0);
  const callouts = /<(?:!--)?(?:\d+|\.)(?:--)?>/.test(text) ? 'subs=specialchars' : '';
  const attributes = [style, callouts].filter((each) => each !== '').join(',');
  return { open: (attributes === '' ? '' : `[${attributes}]\n`) + delimiter, text: lines.join('\n'), close: delimiter };
}

/** Asciidoctor's preprocessor reads verbatim blocks too. */
const asciidocDirective = /^(?:include|ifdef|ifndef|ifeval|endif)::(?=[^\s[]*\[.*\]\s*$)/s;
