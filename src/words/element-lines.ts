/** Prints the words of one element by its template, and splits them into lines. */
import type { AsciiChoice, Lines, ScriptMessage } from '../model/index.js';
import { cutEnd, dropEmoji, inOneLine, withoutEmoji } from '../source/index.js';
import type { Templates } from '../template/index.js';
import type { Element, WordsView } from './words-view.js';

type EmojiChoice = AsciiChoice['emoji'];

/** Writes the words of elements. */
export interface Writer {
  readonly lines: <Name extends Element>(element: Name, view: WordsView<Name>) => Lines;
  readonly message: (view: WordsView<'message'>) => MessageWords;
  /** Writes a text that has no template, in one line. */
  readonly text: (text: string) => string;
}

type MessageWords = Pick<ScriptMessage, 'prefix' | 'mark' | 'lines' | 'shownNumber'>;

/** `emoji`: whether the words keep emoji. This is the only place that drops them from a diagram. */
export function makeWriter(templates: Templates, emoji: EmojiChoice): Writer {
  const keptIn = (lines: Lines): Lines => (emoji === 'drop' ? dropEmoji(lines) : lines);
  const keptBefore = (text: string): string => (emoji === 'drop' ? withoutEmoji(text) : text);
  const print = <Name extends Element>(element: Name, view: WordsView<Name>): Lines =>
    linesOf(templates.render(`words/${element}`, view));
  return {
    lines: (element, view) => keptIn(print(element, view)),
    message(view) {
      const { prefix, mark, lines, shownNumber } = splitMessage(print('message', markParts(view)), view);
      return { prefix: keptBefore(prefix), mark: keptBefore(mark), lines: keptIn(lines), shownNumber };
    },
    text: (text) => keptIn([oneLine(text)]).join(''),
  };
}

function linesOf(printed: string): Lines {
  const words = trimBlankLines(printed);
  return words === '' ? [] : words.split('\n');
}

/** Keeps the indentation of the first line: it may be the author's. */
const trimBlankLines = (words: string): string => cutEnd(words.replace(/^(?:[ \t]*\n)+/, ''), ' \t\n');

/** Joins lines for places that allow only one: accessible texts, link labels. */
export const oneLine = (text: string): string => inOneLine(text).trim();

/** These characters mark a message's parts on their way through the template. No flow file can contain them. */
const start = { mark: '\u0001', text: '\u0002', number: '\u0003' } as const;

function markParts(view: WordsView<'message'>): WordsView<'message'> {
  const begun = (at: string, part: string): string => (part === '' ? '' : at + part);
  return {
    ...view,
    number: begun(start.number, view.number),
    leg: begun(start.number, view.leg),
    mark: begun(start.mark, view.mark),
    text: begun(start.text, trimBlankLines(view.text)),
  };
}

const unmark = (part: string): string =>
  Object.values(start).reduce((rest, character) => rest.replaceAll(character, ''), part);

/** Finds the parts of a message, wherever its template puts them. A text that doesn't start on the first line has no prefix. */
function splitMessage(printed: Lines, { number, leg }: WordsView<'message'>): MessageWords {
  const [first = '', ...others] = printed;
  const text = Math.max(0, first.indexOf(start.text));
  const before = first.slice(0, text);
  const mark = before.includes(start.mark) ? before.indexOf(start.mark) : text;
  return {
    prefix: unmark(before.slice(0, mark)),
    mark: unmark(before.slice(mark)),
    lines: printed.length === 0 ? [] : [first.slice(text), ...others].map(unmark),
    shownNumber: before.includes(start.number) ? leg || number : '',
  };
}
