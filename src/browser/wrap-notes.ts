/** Notes over several participants: Mermaid makes them as wide as their lifelines are apart, whatever they say. */

/** A note over two, as authflow writes it. */
const SPANNING_NOTE = /^(\s*Note over [^:,\n]+,[^:,\n]+: ?)(\S.*)$/gim;

/**
 * Mermaid hyphenates words that have no room in a line of their own, cuts through its own entities, and takes the words
 * around a line break for one.
 */
const isProse = (text: string): boolean => !/[#&%<]/.test(text) && text.split(' ').every((word) => word.length <= 20);

/**
 * Has Mermaid break the one line that such a note has no room for; others stay as they are. What it can't break is broken
 * once it is drawn (fit-labels.ts), which takes a second drawing.
 *
 * @see https://mermaid.js.org/syntax/sequenceDiagram.html, `wrap:`
 */
export const wrapSpanningNotes = (mermaid: string): string =>
  mermaid.replaceAll(SPANNING_NOTE, (line, start: string, text: string) =>
    isProse(text) ? `${start}wrap:${text}` : line,
  );
