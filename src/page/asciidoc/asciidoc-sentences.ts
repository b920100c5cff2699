/** Prints sentences as lists of AsciiDoc, which nest by the length of their marks. */
import { isOrderedList } from '../sentence-list.js';
import type { ListedSentence } from '../sentence-list.js';

/** `paragraph`: prints a text at the start of a line. `depth`: of the lists of bullets around it. */
export function asciidocSentences(
  sentences: readonly ListedSentence[],
  paragraph: (text: string) => string,
  depth = 0,
): string {
  const isOrdered = isOrderedList(sentences);
  const mark = isOrdered ? '.' : '*'.repeat(depth + 1);
  return sentences
    .map(({ number, text, lines, inside }) => {
      const said = [text, ...lines].map(paragraph).join(' +\n');
      const numbered = isOrdered || number === '' ? said : `*${number}.* ${said}`;
      const list = inside.length > 0 ? [asciidocSentences(inside, paragraph, isOrdered ? depth : depth + 1)] : [];
      return [`${mark} ${numbered}`, ...list].join('\n');
    })
    .join('\n');
}
