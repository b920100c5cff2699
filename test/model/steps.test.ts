import { describe, expect, it, test } from 'vitest';
import { defaultBranches, stepIds, stepsOnPath, stepsWithPaths } from '../../src/model/steps.js';
import type { Choices } from '../../src/model/steps.js';
import type { Flow } from '../../src/model/flow.js';
import { flowOf, withSteps } from '../compile.js';
import { flowIds, loadFlow } from '../flows/load.js';

const of = (steps: string): Flow => flowOf(withSteps(steps));

const onPath = (flow: Flow, choices: Record<string, number | null> = {}): string =>
  stepsOnPath(flow, new Map(Object.entries(choices)))
    .filter(({ kind }) => kind !== 'fragment')
    .map(({ id }) => id)
    .join(' ');

const branched = of(`
  - { C -> AS: one, note: beside }
  - id: outer
    alt:
      well:
        - rect: theme
          steps: [ { AS --> C: two } ]
        - { id: inner, opt: maybe, steps: [ { C -> AS: three } ] }
      badly: [ { AS --> C: "400 no" } ]
  - C -> AS: four
`);

test('a step knows the branches that lead to it, and so does its note', () => {
  expect(
    stepsWithPaths(branched).map(({ step, path }) => [step.id, ...path.map((one) => `${one.fragment}:${one.branch}`)]),
  ).toEqual([
    ['one'],
    ['one-note'],
    ['outer'],
    ['highlight', 'outer:0'],
    ['two', 'outer:0'],
    ['inner', 'outer:0'],
    ['three', 'outer:0', 'inner:0'],
    ['400-no', 'outer:1'],
    ['four'],
  ]);
  expect(stepIds(branched)).toEqual(stepsWithPaths(branched).map(({ step }) => step.id));
});

describe('where nobody chooses', () => {
  const branches = (steps: string) => Object.fromEntries(defaultBranches(of(steps)));

  test.each([
    ['an alt takes its first branch', 'alt: { a: [ { AS --> C: 200 } ], b: [ { AS --> C: 201 } ] }', 0],
    ['an alt takes none that ends in an error', 'alt: { a: [ { AS --> C: 400 } ], b: [ { AS --> C: 200 } ] }', 1],
    [
      'the data says what an error is, too',
      'alt: { a: [ { AS --> C: No, response: { status: 403 } } ], b: [ { AS --> C: Yes } ] }',
      1,
    ],
    [
      'a challenge is no end',
      'alt: { a: [ { AS --> C: 401 }, { C -> AS: Again }, { AS --> C: 200 } ], b: [ { AS --> C: 404 } ] }',
      0,
    ],
    [
      'what need not happen is no end',
      'alt: { a: [ { AS --> C: 200 }, { break: x, steps: [ { AS --> C: 500 } ] } ], b: [ { AS --> C: 200 } ] }',
      0,
    ],
    ['of errors alone the first is taken', 'alt: { a: [ { AS --> C: 400 } ], b: [ { AS --> C: 401 } ] }', 0],
    ['an opt happens', 'opt: a\n    steps: [ { C -> AS: x } ]', 0],
    ['a loop happens', 'loop: a\n    steps: [ { C -> AS: x } ]', 0],
    ['what is critical happens', 'critical: { a: [ { C -> AS: x } ], b: [ { C -> AS: y } ] }', 0],
    ['a break does not', 'break: a\n    steps: [ { C -> AS: x } ]', null],
    ['a par has no choice', 'par: { a: [ { C -> AS: x } ], b: [ { C -> AS: y } ] }', undefined],
  ])('%s', (_what, fragment, branch) => {
    expect(branches(`  - id: f\n    ${fragment}`).f).toBe(branch);
  });
});

describe('on a path', () => {
  it('a fragment comes before its steps', () => {
    expect(stepsOnPath(branched).map(({ id }) => id)).toEqual([
      'one',
      'outer',
      'highlight',
      'two',
      'inner',
      'three',
      'four',
    ]);
  });

  it('one branch of an alt happens', () => {
    expect(onPath(branched, { outer: 1 })).toBe('one 400-no four');
    expect(onPath(branched, { inner: null })).toBe('one highlight two four');
    expect(onPath(branched, { outer: null })).toBe('one four');
    expect(onPath(branched, { outer: 9 })).toBe('one four');
  });

  it('all branches of a par happen, one after the other', () => {
    const flow = of('  - { id: p, par: { a: [ { C -> AS: x } ], b: [ { C -> AS: y } ] } }');
    expect(onPath(flow, { p: 1 })).toBe('x y');
  });

  it('an option stands for what is critical', () => {
    const flow = of('  - { id: c, critical: { a: [ { C -> AS: x } ], b: [ { C -> AS: y } ] } }');
    expect(onPath(flow)).toBe('x');
    expect(onPath(flow, { c: 1 })).toBe('y');
  });

  it('a break ends the branch that it stands in', () => {
    const flow = of(`
  - id: l
    loop: again
    steps:
      - rect: theme
        steps:
          - { id: b, break: enough, steps: [ { C -> AS: stop } ] }
          - C -> AS: more
      - C -> AS: still
  - C -> AS: after
  - { id: e, break: broken, steps: [ { C -> AS: end } ] }
  - C -> AS: never
`);
    expect(onPath(flow)).toBe('highlight more still after never');
    expect(onPath(flow, { b: 0 })).toBe('highlight stop after never');
    expect(onPath(flow, { e: 0 })).toBe('highlight more still after end');
  });
});

test('in each shipped flow every message is reached by its own path', () => {
  for (const flow of flowIds.map((id) => loadFlow(id))) {
    for (const { step, path } of stepsWithPaths(flow).filter((one) => one.step.kind === 'message')) {
      const choices: Choices = new Map(path.map(({ fragment, branch }) => [fragment, branch]));
      expect(stepsOnPath(flow, choices), `${flow.id} ${step.id}`).toContain(step);
    }
  }
});
