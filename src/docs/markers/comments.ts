/** Finds comments in one pass. An expression for them looks for the end again at each beginning, where none ends. */
import { BacktickRuns } from '../../source/index.js';

export interface Comment {
  /** Offsets of the whole comment, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What is between its marks. */
  readonly text: string;
}

export function* htmlComments(text: string): Generator<Comment> {
  for (let start = text.indexOf('<!--'); start !== -1;) {
    const close = text.indexOf('-->', start + '<!--'.length);
    if (close === -1) return;
    const end = close + '-->'.length;
    yield { start, end, text: text.slice(start + '<!--'.length, close) };
    start = text.indexOf('<!--', end);
  }
}

/** Those in a paragraph, outside of code spans. */
export function* inlineComments(paragraph: string): Generator<Comment> {
  const runs = new BacktickRuns(paragraph);
  const comments = htmlComments(paragraph);
  let comment = comments.next().value as Comment | undefined;
  let from = 0;
  for (const { index, 0: mark } of paragraph.matchAll(/\\[^]|`+|<!--/g)) {
    if (index < from) continue;
    while (comment && comment.start < index) comment = comments.next().value as Comment | undefined;
    if (!comment) return;
    if (mark.startsWith('`')) from = runs.closing(index) ?? index;
    else if (comment.start === index) {
      yield comment;
      from = comment.end;
    }
  }
}

/** What is between the marks of a text that is one comment of MDX; null for any other. */
export const mdxComment = (text: string): string | null =>
  text.length >= '{/**/}'.length && text.startsWith('{/*') && text.endsWith('*/}') ? text.slice(3, -3) : null;
