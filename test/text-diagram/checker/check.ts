/** Proves that a text diagram says all of a script, and only that. */
import { glyphsOf, type AsciiOptions } from '../../../src/text-diagram/options.js';
import { Page, Unreadable } from './page.js';
import { readBottom, readTop } from './read-heads.js';
import { readSteps } from './read-steps.js';
import { Reader } from './reader.js';
import type { Fitted } from '../../../src/text-diagram/measure/measure.js';

/** What is wrong with a printed diagram; nothing when it is right. */
export function checkDiagram(script: Fitted, options: AsciiOptions, text: string): readonly string[] {
  const page = new Page(text, glyphsOf(options));
  const reader = new Reader(page, script, options);
  try {
    readTop(reader);
    readSteps(script.steps, reader);
    readBottom(reader);
    reader.settleLifelines();
    if (reader.selfEdge !== undefined && reader.selfEnd !== reader.column(script.participants.length - 1) - 1)
      page.find('the widest self-message does not end a cell before its lifeline');
    page.settle();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    page.find(error.message);
  }
  return page.findings;
}
