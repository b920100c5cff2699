/** `ref`: another flow that happens inside this one. */
import { describe, expect, test } from 'vitest';
import { flatSteps } from '../../src/model/tree.js';
import type { FlowReference } from '../../src/model/step.js';
import { flowOf, mistakesIn, withSteps } from '../compile.js';

const parties = 'participants: { A: , B: }\nsteps: [ A -> B: x ]\n';
const files = {
  'logout.yaml': `id: logout\ntitle: Sign out of \${HOST}\nvariables: { HOST: { value: example.com } }\n${parties}page: { whenToUse: [x] }\n`,
  'plain.yaml': `id: plain\n${parties}`,
  'circle.yaml': `id: circle\ntitle: Circle\nparticipants: { A: , B: }\nsteps: [ { ref: flow } ]\n`,
  'child.yaml': 'id: child\nextends: logout\n',
  'wrong.yaml': 'id: wrong\ntitle: Wrong\nsteps: [ nonsense ]\n',
  'shared.yaml': 'variables: { X: y }\n',
  'shipped:signed-in': `id: signed-in\ntitle: Signed in\n${parties}page: { whenToUse: [x] }\n`,
};

const referenceIn = (steps: string): FlowReference => {
  const found = [...flatSteps(flowOf(withSteps(steps), files).steps)].find((step) => step.kind === 'ref');
  if (!found) throw new Error('no reference');
  return found;
};
const said = (steps: string) => {
  const { flow, text, hasPage } = referenceIn(steps);
  return { flow, text: text.plain, hasPage };
};

describe('says', () => {
  test('the title of the other flow, with its own variables', () =>
    expect(said('  - ref: logout')).toEqual({ flow: 'logout', text: 'Sign out of example.com', hasPage: true }));
  test('the title that the other flow has from its base', () =>
    expect(said('  - ref: child')).toEqual({ flow: 'child', text: 'Sign out of example.com', hasPage: true }));
  test('its id where it has no title', () =>
    expect(said('  - ref: plain.yaml')).toEqual({ flow: 'plain', text: 'plain', hasPage: false }));
  test('the author’s text', () => expect(said('  - { ref: logout, text: Bye }').text).toBe('Bye'));
  test('that a shipped flow has no page in the project', () =>
    expect(said('  - ref: signed-in')).toEqual({ flow: 'signed-in', text: 'Signed in', hasPage: false }));
});

describe('spans', () => {
  test('all participants', () => expect(referenceIn('  - ref: plain').participants).toEqual(['C', 'AS']));
  test('those that it names', () => expect(referenceIn('  - { ref: plain, over: AS }').participants).toEqual(['AS']));
});

test('a circle of references is no mistake', () => expect(said('  - ref: circle').text).toBe('Circle'));

test('the mistakes of the other flow are not reported here', () =>
  expect(mistakesIn(withSteps('  - ref: wrong'), files)).toEqual([]));

test('a file that is no flow, and one that is not there, are mistakes', () =>
  expect(mistakesIn(withSteps('  - ref: shared\n  - ref: nowhere'), files)).toEqual([
    'flow.yaml:5:10 known-files: "shared.yaml" is not a flow that can be referred to: it has no id',
    'flow.yaml:6:10 known-files: "nowhere" does not exist',
  ]));
