/** Which phase each step belongs to. */
import { expect, test } from 'vitest';
import { findExcerpt } from '../../src/model/excerpt.js';
import { phasesOf } from '../../src/model/phases.js';
import { flowOf, withSteps } from '../compile.js';

const flow = flowOf(
  withSteps(`
  - C -> AS: before
  - C -> AS: ask
    phase: Ask
  - alt:
      yes:
        - AS --> C: a code
        - C -> AS: redeem
          phase: Redeem
        - opt: it is new
          steps:
            - C -> C: store
              phase: Store
      no:
        - AS --> C: an error
  - C -> C: go on
  - loop: often
    steps:
      - C -> AS: call
        phase: Call
  - C -> C: the end
`),
);

const said = [...phasesOf(flow.steps)].flatMap(([step, phase]) =>
  step.kind === 'message' ? [`${phase?.plain ?? '-'}: ${step.text.plain}`] : [],
);

test('a phase ends at the next one, or with its branch; after that the phase around it continues', () => {
  expect(said).toEqual([
    '-: before',
    'Ask: ask',
    'Ask: a code',
    'Redeem: redeem',
    'Store: store',
    'Ask: an error',
    'Ask: go on',
    'Call: call',
    'Call: the end',
  ]);
});

test('an excerpt has all steps of a phase', () => {
  expect(findExcerpt(flow, 'redeem')).toEqual(new Set(['redeem']));
  expect([...(findExcerpt(flow, 'Ask') ?? [])]).toEqual(expect.arrayContaining(['ask', 'an-error', 'go-on']));
});
