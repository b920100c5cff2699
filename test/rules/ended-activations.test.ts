import { expect, test } from 'vitest';
import { mistakesIn, withSteps } from '../compile.js';

const findings = (steps: string): readonly string[] => mistakesIn(withSteps(steps));

test('an activation that is ended in every branch, or with its participant, is ended', () => {
  expect(
    findings(`
  - C ->+ AS: POST /token
  - alt:
      accepted: [ { AS -->- C: 200 } ]
      refused: [ { AS -->- C: 400 } ]
`),
  ).toEqual([]);
  expect(findings('  - C ->+ AS: hello\n  - { AS --> C: bye, destroy: AS }')).toEqual([]);
});

test('an activation that is ended in some branches only is open', () => {
  const open = (first: string, second: string) => `
  - C ->+ AS: POST /token
  - alt:
      one: [ { ${first} } ]
      other: [ { ${second} } ]
`;
  const warning = ['flow.yaml:6:11 ended-activations: nothing ends this activation of "AS"'];
  expect(findings(open('AS -->- C: 200', 'AS --> C: 400'))).toEqual(warning);
  expect(findings(open('AS --> C: 200', 'AS -->- C: 400'))).toEqual(warning);
});

test('a branch that activates more than the last one leaves that open', () => {
  expect(findings('\n  - alt:\n      one: [ { C ->+ AS: a } ]\n      other: [ { C -> AS: b } ]')).toEqual([
    'flow.yaml:7:22 ended-activations: nothing ends this activation of "AS"',
  ]);
});
