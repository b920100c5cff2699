/** The schema of a file with words, such as templates/words.en.yaml: one source for its type and its validation. */
import * as z from 'zod';
import type { Source } from '../source/index.js';
import { parseAs } from './parse.js';
import type { Parsed } from './parse.js';
import { doc, pattern, record, required, short } from './shape.js';
import type { Located } from './shape.js';

/** Words stand in paragraphs, cells of tables, headings and diagrams as they are. */
const word = () =>
  pattern(
    [/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'one line without control characters'],
    [/^[^<>|`]*$/, 'without <, >, | and backticks, which are syntax of pages'],
    [/\S/, 'more than blanks'],
  );

/** A text, or one for each plural category of Unicode that the language has. */
const wordSchema = short(
  'other',
  z.strictObject({
    zero: doc(word(), 'For a {count} of the plural category "zero".', 'no steps'),
    one: doc(word(), 'For "one": in German and English, 1.', 'every second'),
    two: doc(word(), 'For "two".', 'two steps'),
    few: doc(word(), 'For "few".', '{count} kroky'),
    many: doc(word(), 'For "many".', '{count} kroku'),
    other: required(word(), 'For every other {count}.', 'every {count} seconds'),
  }),
);

const wordsSchema = record(wordSchema);

/** Words as read, by name: every scalar with its place. */
export type WordsShape = Located<z.infer<typeof wordsSchema>>;

/** Reads a file with words; all mistakes in its shape are reported at once. */
export const parseWords = (source: Source): Parsed<WordsShape> => parseAs(wordsSchema, 'a file with words', source);
