/** Prepares a script's lines for placement: tabs, hanging indent, writing direction, width. */
import { messageLines } from '../../model/index.js';
import type { Lines, ScriptMessage } from '../../model/index.js';
import { isPlain, lazily } from '../../source/index.js';
import { widthOf } from '../cells.js';

/** One line of an element, ready to be placed. */
export interface Line {
  readonly text: string;
  /** In cells. */
  readonly width: number;
}

// A literal would be compiled at every start.
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

const spreadTabs = (text: string): string => text.replaceAll('\t', '    ');

/** `hang`: the blank cells before it. */
function finishLine(line: string, hang = 0): Line {
  const text = spreadTabs(line).trimEnd();
  return lineOf(text === '' ? '' : ' '.repeat(hang) + isolate(text));
}

export const finishLines = (lines: Lines): readonly Line[] => lines.map((line) => finishLine(line));

/** The cells before a message's text, by which its further lines are indented. */
export const hangOf = ({ prefix }: Pick<ScriptMessage, 'prefix'>): number => widthOf(spreadTabs(prefix));

export function finishMessage(message: Pick<ScriptMessage, 'prefix' | 'mark' | 'lines'>): readonly Line[] {
  const hang = hangOf(message);
  return messageLines(message).map((line, index) => finishLine(line, index === 0 ? 0 : hang));
}

interface Leg {
  /** What stands in the stem before the text: the number, in whatever the template writes around it; no text for none. */
  readonly leg: Line;
  readonly label: readonly Line[];
}

/** Splits a message whose text stands in its stem. */
export function splitLeg(message: Pick<ScriptMessage, 'prefix' | 'mark' | 'lines'>): Leg {
  const bare = message.prefix.trim();
  const leg = message.prefix.startsWith(bare) && bare !== message.prefix ? bare : '';
  const label = finishMessage(leg === '' || message.lines.length === 0 ? message : { ...message, prefix: '' });
  return { leg: lineOf(message.lines.length === 0 ? '' : spreadTabs(leg)), label };
}

/**
 * The cells by which a line below a stem may be longer than the text in it: it begins under the leg if it needs to, and no end of
 * the stem follows it. `hang`: the cells of the number before the text.
 */
export const moreBelow = (hang: number): number => hang + 3;

/** The width of a message's text and number, as far as its stem needs it. */
export const widthInStem = ({ leg, label: [first, ...others] }: Leg): number =>
  Math.max((leg.width === 0 ? 0 : leg.width + 1) + (first?.width ?? 0), widest(others) - moreBelow(0));

/** The width of the widest line, in cells. */
export const widest = (lines: readonly Line[]): number => lines.reduce((most, line) => Math.max(most, line.width), 0);
