/**
 * What comments in JavaScript cost MDX: before it parses an expression, it looks for them with expressions that search for the end of
 * each from its beginning, whether there is one or not.
 */

/** Steps of a search that take as long as parsing one character. */
const STEPS = 64;

/** Beginnings of comments that do not end, each of which is searched to the end: in characters that could be parsed meanwhile. */
export function wastedOnComments(expression: string): number {
  const open = expression.slice(expression.lastIndexOf('*/') + 1);
  const line = expression.slice(expression.lastIndexOf('\n') + 1);
  return (searched(open, '/*') + searched(line, '//')) / STEPS;
}

/** The most that it can be in a document, where an expression may end anywhere, and where. */
export function mostWastedOnComments(text: string): { readonly offset: number; readonly wasted: number } {
  const most = { offset: 0, wasted: 0 };
  for (const [beginning, end] of [
    ['/*', '*/'],
    ['//', '\n'],
  ] as const) {
    let offset = 0;
    for (const part of text.split(end)) {
      const wasted = searched(part, beginning) / STEPS;
      if (wasted > most.wasted) Object.assign(most, { offset, wasted });
      offset += part.length + end.length;
    }
  }
  return most;
}

const searched = (text: string, beginning: string): number => (text.split(beginning).length - 1) * text.length;
