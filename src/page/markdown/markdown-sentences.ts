/** Prints sentences as lists of Markdown, as Prettier sets them. */
import { isOrderedList } from '../sentence-list.js';
import type { ListedSentence } from '../sentence-list.js';

/** Unlike Markdown's own break, it is one everywhere; where HTML is left out, the blank remains. */
const BREAK = '<br /> ';

/** `paragraph`: prints a text at the start of a line. */
export function markdownSentences(sentences: readonly ListedSentence[], paragraph: (text: string) => string): string {
  const isOrdered = isOrderedList(sentences);
  return sentences
    .map(({ number, text, lines, inside }, index) => {
      const mark = isOrdered ? `${index + 1}. ` : '- ';
      const said = [text, ...lines].map(paragraph).join(BREAK);
      const numbered = isOrdered || number === '' ? said : `**${number}.** ${said}`;
      const list = inside.length > 0 ? [indent(markdownSentences(inside, paragraph), mark.length)] : [];
      return [mark + numbered, ...list].join('\n');
    })
    .join('\n');
}

const indent = (text: string, width: number): string => text.replace(/^/gm, ' '.repeat(width));
