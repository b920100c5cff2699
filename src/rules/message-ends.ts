import type { Report, Span } from '../source/index.js';
import { allSteps, isNowhere } from '../syntax/index.js';
import type { Scalar, Step } from '../syntax/index.js';
import type { Rule } from './rule.js';

type MessageStep = Extract<Step, { from: Scalar }>;

/** A message has a participant at one end at least; nowhere (`[` and `]`) is none, and does nothing. */
export const messageEnds: Rule = {
  code: 'message-ends',
  check({ participants, steps }, report) {
    for (const { key } of participants ?? [])
      if (isNowhere(key))
        tell(
          `no participant can be called ${JSON.stringify(key.value)}`,
          'it is nowhere, in "[ -> A" and "A -> ]"',
          key.span,
          report,
        );
    for (const step of allSteps(steps ?? [])) if ('from' in step) checkEnds(step, report);
  },
};

function checkEnds({ from, via, to, activate, deactivate, create, redirect }: MessageStep, report: Report): void {
  const [isFound, isLost] = [isNowhere(from), isNowhere(to)];
  if (!isFound && !isLost && !(via && isNowhere(via))) return;
  if (isFound && isLost)
    tell('this message has no participant', 'write "[ -> A: text" or "A -> ]: text"', from.span, report);
  else if (via ?? redirect)
    tell('a redirect needs a sender, a browser and a receiver', 'write "AS --> B -> C"', (via ?? to).span, report);
  else if (activate?.value && isLost)
    tell("nowhere can't be activated", 'remove "activate", or the "+"', activate.span, report);
  else if (deactivate?.value && isFound)
    tell("nowhere can't be deactivated", 'remove "deactivate", or the "-"', deactivate.span, report);
  else if (create?.value)
    tell('a message from or to nowhere creates no participant', 'remove "create"', create.span, report);
}

const tell = (message: string, hint: string, span: Span, report: Report): void => {
  report({ code: messageEnds.code, severity: 'error', message, span, hint });
};
