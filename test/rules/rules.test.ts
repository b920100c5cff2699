/** What the rules let pass, and what they don't; their exact words are in test/diagnostics/cases/. */
import { describe, expect, test } from 'vitest';
import { mistakesIn, withSteps } from '../compile.js';

/** The places and codes of what is wrong with the steps; the first one stands in line 5. */
const findings = (steps: string): readonly string[] =>
  mistakesIn(withSteps(steps)).map((told) => told.replace(/^flow\.yaml:|: .*$/g, ''));

const expectValid = (steps: string): void => {
  expect(findings(steps)).toEqual([]);
};
const expectErrors = (steps: string, errors: readonly string[]): void => {
  expect(findings(steps)).toEqual(errors);
};

describe('complete-flow', () => {
  test('takes a flow without steps, but not one without participants', () => {
    expect(mistakesIn('id: a\ntitle: A\nparticipants: { C: }\nsteps: []')).toEqual([]);
    expect(mistakesIn('id: a\ntitle: A\nparticipants: {}\nsteps: []')).toHaveLength(1);
  });
});

describe('branched-fragments', () => {
  test('takes an empty branch, but not an empty fragment', () => {
    expectValid('  - alt: { later: [] }');
    expectErrors('  - alt: {}\n  - par: []\n    id: later', ['5:5 branched-fragments', '6:5 branched-fragments']);
  });
});

describe('created-once', () => {
  test('takes a participant that lives once', () => {
    expectValid('  - { C -> AS: Hello, create: true }\n  - { AS -> C: Bye, destroy: AS }');
  });

  const twice = (rest: string) => `
  - alt:
      one: [ { AS --> C: a, destroy: AS } ]
      other: [ { AS --> C: b, destroy: AS } ]
${rest}`;

  test('takes one that every branch ends, but not after them', () => {
    expectValid(twice(''));
    expectErrors(twice('  - C -> AS: again'), ['9:10 created-once']);
    expectErrors(twice('').replace('alt', 'par'), ['8:18 created-once', '8:40 created-once']);
  });

  test('takes one again that a branch leaves, or that a break ends', () => {
    expectValid(twice('  - C -> AS: again').replace('b, destroy: AS', 'b'));
    expectValid('  - { break: failed, steps: [ { AS --> C: a, destroy: AS } ] }\n  - C -> AS: again');
    expectErrors('  - { opt: failed, steps: [ { AS --> C: a, destroy: AS } ] }\n  - C -> AS: again', [
      '6:10 created-once',
    ]);
  });

  test('refuses one that creates itself', () => {
    expectErrors('  - { C -> C: Hello, create: true }', ['5:12 created-once']);
  });
});

describe('note-placement', () => {
  const redirect = 'redirect: { to: "https://example.com" }';

  test('takes a note of data that is there', () => {
    expectValid('  - { C -> AS: Hi, request: {}, note: { draw: request } }');
    expectValid(`  - { AS --> C: 303, ${redirect}, note: { draw: response } }`);
    expectValid(`  - { AS --> C -> AS: 303, ${redirect}, note: [ { draw: response }, { draw: request } ] }`);
  });

  test('refuses a note of data that is not', () => {
    expectErrors('  - { C -> AS: Hi, request: {}, note: { draw: response } }', ['5:47 note-placement']);
    expectErrors(`  - { AS --> C: 303, ${redirect}, note: { draw: request } }`, ['5:77 note-placement']);
  });
});

describe('redirect-target', () => {
  test('refuses parameters in the query and in the fragment', () => {
    const both = 'redirect: { to: /cb, query: { a: 1 }, fragment: { b: 2 } }';
    expectErrors(`  - { AS --> C -> AS: 303, ${both} }`, ['5:44 redirect-target']);
  });
});
