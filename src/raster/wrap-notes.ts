/** Notes over several participants: Mermaid makes them as wide as their lifelines are apart, whatever they say. */

/** A note over two, as authflow writes it. */
const SPANNING_NOTE = /^(\s*Note over [^:,\n]+,[^:,\n]+: ?)(?=\S)/gim;

/**
 * Has Mermaid break the lines that such a note has no room for; others stay as they are.
 *
 * @see https://mermaid.js.org/syntax/sequenceDiagram.html, `wrap:`
 */
export const wrapSpanningNotes = (mermaid: string): string => mermaid.replaceAll(SPANNING_NOTE, '$1wrap:');
