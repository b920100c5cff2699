import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { annotateFlow } from '../../src/model/annotate.js';
import { giveIds } from '../../src/model/step-ids.js';
import type { Step } from '../../src/model/step.js';
import { stepById, stepIds } from '../../src/model/steps.js';
import { flatSteps, flatWithNotes } from '../../src/model/tree.js';
import { flowOf, withSteps } from '../compile.js';
import * as make from '../template/flows.js';
import { english } from '../builders/english.js';

const idsOf = (steps: string): readonly string[] => stepIds(flowOf(withSteps(steps)));

describe('the id of a step is', () => {
  test.each([
    ["the author's", '  - { C -> AS: Hello, id: greet }', ['greet']],
    ['made of its text', '  - C -> AS: "POST /token (grant_type, code)"', ['post-token-grant-type-code']],
    ['without apostrophes', '  - C -> AS: "Check the client’s key"', ['check-the-clients-key']],
    [
      'in the letters of any script',
      '  - C -> AS: ログイン、認可\n  - C -> AS: हिन्दी Größe',
      ['ログイン-認可', 'हिन्दी-größe'],
    ],
    ['never a number alone', '  - AS --> C: 401', ['message-401']],
    ['its kind where it has no words', '  - C -> AS: "→"', ['message']],
    ['numbered where an earlier step has it', '  - C -> AS: A\n  - C -> AS: a!\n  - C -> AS: A', ['a', 'a-2', 'a-3']],
    ["left to the author's", '  - C -> AS: Go\n  - { C -> AS: Else, id: go }\n  - C -> AS: Go', ['go-2', 'go', 'go-3']],
    [
      "that of no author's number",
      '  - C -> AS: Go\n  - C -> AS: Go\n  - { C -> AS: x, id: go-2 }',
      ['go', 'go-3', 'go-2'],
    ],
    ['that of a message, for its notes', '  - { C -> AS: Go, note: [one, two] }', ['go', 'go-note', 'go-note-2']],
    ['made of the words of a note', '  - { note: "Keep it, *always*", over: C }', ['keep-it-always']],
    [
      "that of a fragment's first label",
      '  - alt: { well: [ { C -> AS: x } ], bad: [ { C -> AS: y } ] }',
      ['well', 'x', 'y'],
    ],
    ["a fragment's type where it has no label", '  - { opt: "", steps: [ { C -> AS: x } ] }', ['opt', 'x']],
    ['what happens, of an activation', '  - activate: AS\n  - deactivate: AS', ['activate-as', 'deactivate-as']],
    ['the kind of others', '  - { rect: theme, steps: [ numbering: none ] }', ['highlight', 'numbering']],
    ['not what a diagram explains itself with', '  - C -> AS: Legend', ['legend-2']],
  ])('%s', (_what, steps, ids) => {
    expect(idsOf(steps)).toEqual(ids);
  });

  it('short', () => {
    const [id = ''] = idsOf(`  - C -> AS: ${'A sentence that goes on. '.repeat(9)}`);
    expect(id).toBe('a-sentence-that-goes-on-a-sentence-that-goes-on-a-sentence');
    expect(idsOf(`  - C -> AS: ${'x'.repeat(99)}`)).toEqual(['x'.repeat(60)]);
  });
});

describe('of a redirect', () => {
  const participants = 'id: flow\ntitle: Flow\nparticipants: { AS: Server, B: { kind: browser }, C: Client }\nsteps:\n';
  const redirect = (more: string) => `${participants}  - { AS --> B -> C: 303, redirect: { to: /cb }, ${more} }\n`;

  it('the second message opens what the first one names', () => {
    const flow = flowOf(`${redirect('id: callback, note: words')}  - { C -> AS: x, id: callback-open }\n`);
    expect(stepIds(flow)).toEqual(['callback', 'callback-open-2', 'callback-open-2-note', 'callback-open']);
    expect([...flatSteps(flow.steps)].map(({ isNamed }) => isNamed)).toEqual([true, false, true]);
  });

  it('neither needs the author', () => {
    expect(stepIds(flowOf(redirect('channel: front')))).toEqual(['message-303', 'message-303-open']);
  });
});

it('is of notes for a review, too', () => {
  const flow = flowOf(
    withSteps(`
  - { C -> AS: Go, note: Beside, threats: [one, two] }
  - { opt: maybe, threats: [three], steps: [ { C -> AS: Stay } ] }
`),
  );
  const annotated = annotateFlow(flow, { threats: true }, english.say);
  expect(stepIds(annotated)).toEqual(['go', 'go-note', 'go-note-2', 'go-note-3', 'maybe', 'stay', 'maybe-note']);
});

/** Trees in which words, ids and kinds meet by chance. */
const words = fc.constantFrom('', 'a', 'A!', 'a 2', 'a-2', 'b', 'b note', 'ß', 'e\u0301', '→', '12', 'legend', 'alt');
const ids = fc.constantFrom('a', 'b', 'a-2', 'a-3', 'b-note', 'c', 'a-open');

const leaf: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(words, fc.array(words, { maxLength: 2 }))
    .map(([text, notes]) => make.message(text, { notes: notes.map((one) => make.note(one)) })),
  words.map((text) => make.note(text)),
  fc.boolean().map((active) => make.activation('C', active)),
);
const { steps } = fc.letrec<{ steps: readonly Step[]; step: Step }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.tuple(words, fc.array(tie('steps'), { minLength: 1, maxLength: 2 })).map(([label, lists]) =>
      make.fragment(
        'alt',
        lists.map((list) => [label, ...list] as const),
      ),
    ),
    tie('steps').map((list) => make.highlight(...list)),
  ),
  steps: fc.array(tie('step'), { maxLength: 4 }),
}));

/** The same steps, some of them with an author's id, each once. */
const authored = fc.tuple(steps, fc.uniqueArray(ids, { maxLength: 3 }), fc.nat(5)).map(([list, names, skip]) => {
  const free = [...names];
  const all = [...flatSteps(list)];
  const chosen = new Map(all.filter((_, index) => index % (skip + 1) === 0).map((step) => [step, free.pop() ?? '']));
  const name = (step: Step): Step => {
    const id = chosen.get(step) ?? '';
    const named = { ...step, id, isNamed: id !== '' };
    if (named.kind === 'highlight') return { ...named, steps: named.steps.map(name) };
    if (named.kind !== 'fragment') return named;
    return { ...named, branches: named.branches.map((branch) => ({ ...branch, steps: branch.steps.map(name) })) };
  };
  return list.map(name);
});

const allIds = (list: readonly Step[]) => [...flatWithNotes(list)].map(({ id }) => id);

describe('in any flow, ids', () => {
  it('are there, each once, in words that an address can hold', () => {
    fc.assert(
      fc.property(authored, (list) => {
        const given = allIds(giveIds(list));
        expect(new Set(given).size).toBe(given.length);
        for (const id of given)
          expect(id).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
      }),
    );
  });

  it("of the author's stay, and steps keep all else", () => {
    fc.assert(
      fc.property(authored, (list) => {
        const [before, after] = [[...flatSteps(list)], [...flatSteps(giveIds(list))]];
        expect(after.map(({ kind, isNamed }) => [kind, isNamed])).toEqual(
          before.map(({ kind, isNamed }) => [kind, isNamed]),
        );
        for (const [index, { id }] of before.entries()) if (id !== '') expect(after[index]?.id).toBe(id);
      }),
    );
  });

  it('are the same each time, and given only where there are none', () => {
    fc.assert(
      fc.property(authored, (list) => {
        const given = giveIds(list);
        expect(giveIds(list)).toEqual(given);
        expect(giveIds(given)).toEqual(given);
      }),
    );
  });

  it('do not change with a step that is added after them', () => {
    fc.assert(
      fc.property(authored, words, fc.boolean(), (list, text, isNamed) => {
        const added = make.message(text, isNamed ? { id: 'unrelated', isNamed } : {});
        const given = allIds(giveIds(list));
        expect(allIds(giveIds([...list, added])).slice(0, given.length)).toEqual(given);
      }),
    );
  });
});

test('a step is found by its id, and only by that', () => {
  const flow = flowOf(withSteps('  - { C -> AS: Go, note: Beside }\n'));
  expect(stepById(flow, 'go')).toBe(flow.steps[0]);
  expect(stepById(flow, 'go-note')).toMatchObject({ kind: 'note', body: { text: { plain: 'Beside' } } });
  expect(stepById(flow, 'Go')).toBeNull();
  expect(stepById(flow, '')).toBeNull();
});
