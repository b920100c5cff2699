/** Takes Markdown apart at its fenced code, line by line. */

export interface FencedPart {
  /** Whole lines; those of code include the fences. All parts, joined, are the text. */
  readonly text: string;
  readonly isCode: boolean;
}

/** CommonMark §4.5: the closing fence has at least as many marks; without one, code extends to the end. */
export function fencedParts(markdown: string): readonly FencedPart[] {
  const parts: { lines: string[]; isCode: boolean }[] = [];
  let fence: string | null = null;
  for (const line of markdown.split(/(?<=\n)/)) {
    const marks = marksOf(line);
    const isFirst = fence === null && marks !== null;
    const isLast = fence !== null && marks?.startsWith(fence) === true && line.trim() === marks;
    const isCode = isFirst || fence !== null;
    const last = parts.at(-1);
    if (!last || isFirst || last.isCode !== isCode) parts.push({ lines: [line], isCode });
    else last.lines.push(line);
    if (isFirst) fence = marks;
    else if (isLast) {
      fence = null;
      parts.push({ lines: [], isCode: false });
    }
  }
  return parts.map(({ lines, isCode }) => ({ text: lines.join(''), isCode })).filter(({ text }) => text !== '');
}

/** The marks of a line that is a fence. Backticks after those of an opening fence make it inline code. */
function marksOf(line: string): string | null {
  const [, marks = null] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
  return marks;
}
