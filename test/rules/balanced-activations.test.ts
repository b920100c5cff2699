import { expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { mistakesIn, withSteps } from '../compile.js';
import { renderFlow } from '../../src/render.js';

const endedInEachBranch = withSteps(`
  - C ->+ AS: POST /token
  - alt:
      accepted: [ { AS -->- C: 200 } ]
      refused: [ { AS -->- C: 400 } ]
`);

test('each branch begins as its fragment did', () => {
  expect(mistakesIn(endedInEachBranch)).toEqual([]);
  const { flow } = compileFlow({ path: 'flow.yaml', text: endedInEachBranch });
  expect(flow && renderFlow(flow).artifacts[0]?.content).toContain('else refused\n        activate');
});

test('what follows a fragment goes on from its last branch', () => {
  expect(mistakesIn(endedInEachBranch + '  - AS -->- C: once more')).toEqual([
    'flow.yaml:10:5 balanced-activations: "AS" is not active here',
  ]);
});

test('an activation of one branch is none of the next', () => {
  const text = withSteps(`
  - par:
      one: [ { C ->+ AS: 1 } ]
      two: [ { AS -->- C: 2 } ]
`);
  expect(mistakesIn(text)).toContain('flow.yaml:8:16 balanced-activations: "AS" is not active here');
});
