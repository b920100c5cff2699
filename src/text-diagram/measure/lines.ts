/** From a script's lines to lines that can be placed: emoji, tabs, hanging indent, writing direction, width. */
import type { ScriptMessage } from '../../model/index.js';
import { dropEmoji, isPlain, lazily } from '../../source/index.js';
import { widthOf } from '../cells.js';

/** One line of an element, ready to be placed. */
export interface Line {
  readonly text: string;
  /** Cells. */
  readonly width: number;
}

// A literal would build its tables at every start.
const rightToLeft = lazily(
  () =>
    new RegExp(
      String.raw`[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]`,
      'u',
    ),
);
const isolateStart = '\u2068';
const isolateEnd = '\u2069';
const startsIsolate = /[\u2066-\u2068]/;

/**
 * Right-to-left text reorders the frames beside it unless it is isolated (Unicode UAX #9, 2.4). A label's own unpaired
 * isolates are paired, so that it can't break out of ours.
 */
function isolate(text: string): string {
  if (isPlain(text) || !rightToLeft().test(text)) return text;
  let open = 1;
  let starts = 1;
  for (const character of text) {
    if (startsIsolate.test(character)) open += 1;
    else if (character === isolateEnd && open > 1) open -= 1;
    else if (character === isolateEnd) starts += 1;
  }
  return isolateStart.repeat(starts) + text + isolateEnd.repeat(open);
}

export const lineOf = (text: string): Line => ({ text, width: widthOf(text) });

const noLabel = { label: 0, hang: 0 };
export type Labelled = Pick<ScriptMessage, 'label' | 'hang'>;

export function finishLines(
  lines: readonly string[],
  emoji: 'drop' | 'keep',
  { label, hang }: Labelled = noLabel,
): readonly Line[] {
  const kept = emoji === 'drop' ? dropEmoji(lines, label) : lines;
  return kept.map((line, index) => {
    const text = line.replaceAll('\t', '    ').trimEnd();
    return lineOf(index === 0 || text === '' ? isolate(text) : ' '.repeat(hang) + isolate(text));
  });
}

/** The width of the widest line, in cells. */
export const widest = (lines: readonly Line[]): number => lines.reduce((most, line) => Math.max(most, line.width), 0);
