/** What the words of every element depend on. */
import type { Medium, Say } from '../model/index.js';
import type { Counter } from './counter.js';
import type { Cut } from './cut.js';
import type { Writer } from './element-lines.js';
import type { Marks } from './marks.js';
import type { Legs } from './step-numbers.js';

/** What words depend on, besides the element itself. */
export interface WordsContext extends Cut {
  readonly write: Writer;
  readonly counter: Counter;
  readonly marks: Marks;
  /** Labels in one line, by participant id. */
  readonly names: ReadonlyMap<string, string>;
  readonly legs: Legs;
  readonly say: Say;
  readonly drawsPhases: boolean;
}

/** The author's words for the text diagram, where there are any. */
export const wordsOf = (text: { plain: string }, ascii: { plain: string } | null, medium: Medium): string =>
  ((medium === 'text' ? ascii : null) ?? text).plain;
