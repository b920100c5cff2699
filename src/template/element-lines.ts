/** The words of one element, printed by its template and cut into lines. */
import type { Lines } from '../model/script.js';
import type { Templates } from './templates.js';
import type { Element, WordsView } from './words-view.js';

export type WriteLines = <Name extends Element>(element: Name, view: WordsView<Name>) => Lines;

export function makeWriter(templates: Templates): WriteLines {
  return (element, view) => linesOf(templates.render(`words/${element}`, view));
}

function linesOf(printed: string): Lines {
  const words = trimBlankLines(printed);
  return words === '' ? [] : words.split('\n');
}

/** Indentation of the first line stays: it may be the author's. */
const trimBlankLines = (words: string): string => words.replace(/^(?:[ \t]*\n)+/, '').replace(/[ \t\n]+$/, '');

/** One line for where lines can't be: accessible texts, link labels. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** U+0002, START OF TEXT, travels with a message's text through the template. No flow file can hold it. */
const startOfText = '\u0002';

/**
 * A message's lines, and how much of the first stands before its text, wherever the template puts that. A text that
 * doesn't start on the first line has no hang.
 */
export function writeMessage(write: WriteLines, view: WordsView<'message'>): { lines: Lines; hang: number } {
  const words = trimBlankLines(view.text);
  const text = words === '' ? '' : startOfText + words;
  const marked = write('message', { ...view, text });
  return {
    lines: marked.map((line) => line.replaceAll(startOfText, '')),
    hang: Math.max(0, marked[0]?.indexOf(startOfText) ?? 0),
  };
}
