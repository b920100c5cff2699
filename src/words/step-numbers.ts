/** Fills in the numbers of the steps that a flow's texts refer to, as one medium shows them. */
import { numberSteps, stepLists } from '../model/index.js';
import type { Flow, Medium, Step } from '../model/index.js';
import { isLeftOut } from './cut.js';
import { legOf, makeCounter, ownNumberOf } from './counter.js';
import { phaseNumbers } from './phase-numbers.js';

/** `legs`: whether messages are numbered with letters. A part of a flow has the numbers of the whole. */
export function fillStepNumbers(flow: Flow, medium: Medium, legs = false): Flow {
  return flow.refersToSteps ? numberSteps(flow, shownNumbers(flow, medium, legs)) : flow;
}

/** By the step's id. Of a redirect, the number of its first message. */
function shownNumbers(flow: Flow, medium: Medium, legs: boolean): ReadonlyMap<string, string> {
  const counter = makeCounter(flow.numbering, { medium, phases: phaseNumbers(flow.steps), oneForRedirects: legs });
  const numbers = new Map<string, string>();
  const walk = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if (isLeftOut(step, { medium })) continue;
      if (step.kind === 'numbering') counter.change(step.numbering);
      if (step.kind === 'message') {
        const { number } = counter.count(step, true);
        const text = (medium === 'text' ? step.asciiText : null) ?? step.text;
        const shown = number === '' ? '' : legs ? `(${legOf(number)})` : (ownNumberOf(text.plain) ?? number);
        if (shown !== '') numbers.set(step.id, shown);
      }
      stepLists<Step>(step).forEach(walk);
    }
  };
  walk(flow.steps);
  return numbers;
}
