/** The words of one element, printed by its template and cut into lines. */
import type { Lines } from '../model/index.js';
import type { Templates } from '../template/index.js';
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

/** U+0001 and U+0002 travel with a message's mark and text through the template. No flow file can hold them. */
const startOfMark = '\u0001';
const startOfText = '\u0002';

/**
 * A message's lines, and how much of the first stands before its text and before its mark, wherever the template puts
 * them. A text that doesn't start on the first line has no label and no hang.
 */
export function writeMessage(
  write: WriteLines,
  view: WordsView<'message'>,
): { readonly lines: Lines; readonly label: number; readonly hang: number } {
  const words = trimBlankLines(view.text);
  const text = words === '' ? '' : startOfText + words;
  const mark = view.mark === '' ? '' : startOfMark + view.mark;
  const marked = write('message', { ...view, mark, text });
  const [first = ''] = marked;
  const before = first.slice(0, Math.max(0, first.indexOf(startOfText)));
  const lengthOf = (part: string): number => part.replaceAll(startOfMark, '').length;
  return {
    lines: marked.map((line) => line.replaceAll(startOfText, '').replaceAll(startOfMark, '')),
    label: lengthOf(before),
    hang: before.includes(startOfMark) ? before.indexOf(startOfMark) : lengthOf(before),
  };
}
