import { expect, test } from 'vitest';
import type { ScriptStep } from '../../src/model/script.js';
import type { Step } from '../../src/model/step.js';
import { childrenOf, enclosedSteps, flatSteps, flatWithNotes, mapTree, stepLists } from '../../src/model/tree.js';
import { flowOf, withSteps } from '../compile.js';
import { fragment, highlight, message, note } from '../text-diagram/scripts.js';

const { steps } = flowOf(
  withSteps(`
  - { C -> AS: one, note: beside }
  - alt:
      good:
        - rect: theme
          steps: [ { AS --> C: two }, { opt: maybe, steps: [ { AS --> C: three } ] } ]
      bad: [ { AS --> C: four } ]
  - { note: after, over: C }
`),
);

const nameOf = (step: Step): string => {
  if (step.kind === 'message') return step.text.plain;
  if (step.kind === 'note') return step.body.kind === 'text' ? step.body.text.plain : step.body.kind;
  return step.kind === 'fragment' ? step.type : step.kind;
};

test('each step comes once, outer before inner', () => {
  expect([...flatSteps(steps)].map(nameOf)).toEqual([
    'one',
    'alt',
    'highlight',
    'two',
    'opt',
    'three',
    'four',
    'after',
  ]);
});

test('notes that stand with a message come right after it, where they are asked for', () => {
  expect([...flatWithNotes(steps)].map(nameOf).slice(0, 3)).toEqual(['one', 'beside', 'alt']);
});

test('a fragment has a list a branch, a region one, a message none', () => {
  const [first, alt] = steps as [Step, Step];
  expect(stepLists(first)).toEqual([]);
  expect(stepLists(alt).map((list) => list.map(nameOf))).toEqual([['highlight'], ['four']]);
  expect(childrenOf(alt).map(nameOf)).toEqual(['highlight', 'four']);
  expect(childrenOf(childrenOf(alt)[0] ?? first).map(nameOf)).toEqual(['two', 'opt']);
});

test('a step knows its branches; a region is none', () => {
  const places = [...enclosedSteps(steps)].map(
    ({ step, inside }) =>
      `${inside.map(({ fragment: { type }, branch }) => `${type}${branch}`).join(' ')}: ${nameOf(step)}`,
  );
  expect(places).toEqual([
    ': one',
    ': alt',
    'alt0: highlight',
    'alt0: two',
    'alt0: opt',
    'alt0 opt0: three',
    'alt1: four',
    ': after',
  ]);
});

test('a tree is mapped from the inside out', () => {
  const seen: string[] = [];
  const mapped = mapTree(steps, (step) => {
    seen.push(nameOf(step));
    return step.kind === 'message' ? [] : [step];
  });
  expect(seen).toEqual(['one', 'two', 'three', 'opt', 'highlight', 'four', 'alt', 'after']);
  expect([...flatSteps(mapped)].map(nameOf)).toEqual(['alt', 'highlight', 'opt', 'after']);
});

test("a script's steps are the same tree", () => {
  const script: readonly ScriptStep[] = [
    message('A -> B', 'one', { notes: [note('over A', 'beside')] }),
    fragment('alt', ['good', highlight(message('A -> B', 'two'))], ['bad', message('A -> B', 'three')]),
  ];
  const kinds = [...flatWithNotes(script)].map(({ kind }) => kind);
  expect(kinds).toEqual(['message', 'note', 'fragment', 'highlight', 'message', 'message']);
  expect(mapTree(script, (step) => (step.kind === 'note' ? [] : [step]))).toEqual(script);
});
