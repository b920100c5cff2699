/** Fills in the numbers of the steps that a flow's texts refer to, as one medium shows them. */
import { numberSteps, stepLists } from '../model/index.js';
import type { AsciiChoice, Flow, Medium, Step } from '../model/index.js';
import { isLeftOut } from './cut.js';
import { legOf, makeCounter, ownNumberOf } from './counter.js';
import { phaseNumbers } from './phase-numbers.js';

/** How the style `rfc` numbers messages; null for plain numbers. */
export type Legs = AsciiChoice['legs'] | null;

/** `legs`: how messages are numbered by legs. A part of a flow has the numbers of the whole. */
export function fillStepNumbers(flow: Flow, medium: Medium, legs: Legs = null): Flow {
  return flow.refersToSteps ? numberSteps(flow, shownNumbers(flow, medium, legs)) : flow;
}

/** By the step's id. Of a redirect, the number of its first message. */
function shownNumbers(flow: Flow, medium: Medium, legs: Legs): ReadonlyMap<string, string> {
  const counter = makeCounter(flow.numbering, {
    medium,
    phases: phaseNumbers(flow.steps),
    oneForRedirects: legs !== null,
  });
  const numbers = new Map<string, string>();
  const walk = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (isLeftOut(step, { medium })) continue;
      if (step.kind === 'numbering') counter.change(step.numbering);
      if (step.kind === 'message') {
        const { number } = counter.count(step, true);
        const text = (medium === 'text' ? step.asciiText : null) ?? step.text;
        const shown = number === '' ? '' : sayNumber(number, text.plain, legs);
        if (shown !== '') numbers.set(step.id, shown);
      }
      stepLists<Step>(step).forEach(walk);
    }
  };
  walk(flow.steps);
  return numbers;
}

function sayNumber(number: string, text: string, legs: Legs): string {
  if (legs === null) return ownNumberOf(text) ?? number;
  return `(${legs === 'letters' ? legOf(number) : number})`;
}
