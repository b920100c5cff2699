/** `include`: definitions to use, and steps in place. */
import { describe, expect, test } from 'vitest';
import { flowOf, messagesIn, mistakesIn } from '../compile.js';

const files = {
  'shared/parties.yaml': `
variables: { ID: The id, HOST: { value: "\${TENANT}.example.com" }, TENANT: The tenant, REST: Not used }
boxes: { ours: Ours, theirs: Theirs }
participants:
  AS: { label: "\${HOST}", kind: authorization-server, box: theirs }
  C: { label: Client, kind: confidential-client }
  RS: API
`,
  'shared/sign-in.yaml':
    'include: parties.yaml\nsteps:\n  - C -> AS: "POST /token ${ID}"\n  - include: deeper/reply.yaml\n',
  'shared/deeper/reply.yaml': 'participants: { KMS: Keys }\nsteps:\n  - AS -> KMS: Sign\n  - AS --> C: 200\n',
};
const flow = (rest: string): string => `id: flow\ntitle: Flow\n${rest}`;
const ids = (rest: string): readonly string[] => flowOf(flow(rest), files).participants.map(({ id }) => id);
const including = 'include: shared/parties.yaml\n';

describe('a participant of an included file', () => {
  test('is drawn where the flow lists it', () => {
    expect(ids(including + 'participants: { RS: }\nsteps: []')).toEqual(['RS']);
  });

  test('is drawn where a step names it, in the file’s order', () => {
    expect(ids(including + 'steps: [ { C -> AS: Hello } ]')).toEqual(['AS', 'C']);
  });

  test('stands after those that the flow lists, which keep their order', () => {
    expect(ids(including + 'participants: { B: Browser, C: }\nsteps: [ { C -> AS: Hello } ]')).toEqual([
      'B',
      'C',
      'AS',
    ]);
  });

  test('is drawn for a note, a redirect and an activation too', () => {
    const redirect = '{ RS --> C -> AS: 303, redirect: { to: "https://as.example.com" } }';
    expect(ids(including + `steps: [ ${redirect} ]`)).toEqual(['AS', 'C', 'RS']);
    expect(ids(including + 'steps: [ { note: Hi, over: RS }, { activate: AS }, { deactivate: AS } ]')).toEqual([
      'AS',
      'RS',
    ]);
    expect(ids(including + 'steps: [ { opt: maybe, steps: [ { C -> C: Hi } ] } ]')).toEqual(['C']);
  });

  test('takes what the flow says of it over what the file says', () => {
    const { participants } = flowOf(
      flow(including + 'participants: { C: { label: Shop, box: ours } }\nsteps: []'),
      files,
    );
    expect(participants).toMatchObject([{ label: { plain: 'Shop' }, kind: 'confidential-client' }]);
  });
});

test('a variable of an included file counts where a text needs it', () => {
  const names = (rest: string) => flowOf(flow(including + rest), files).variables.map(({ name }) => name);
  expect(names('participants: { C: }\nsteps: []')).toEqual([]);
  expect(names('steps: [ { C -> C: "${ID}" } ]')).toEqual(['ID']);
  expect(names('participants: { AS: }\nsteps: []')).toEqual(['HOST', 'TENANT']);
  expect(names('variables: { OWN: Mine, REST: Mine too }\nparticipants: { C: }\nsteps: []')).toEqual(['REST', 'OWN']);
});

test('included steps stand in place and bring their file’s definitions along', () => {
  const text = flow('steps:\n  - C -> C: First\n  - opt: later\n    steps: [ { include: shared/sign-in.yaml } ]\n');
  expect(messagesIn(text, files).map(({ text: { plain } }) => plain)).toEqual([
    ...['First', 'POST /token ${ID}', 'Sign', '200'],
  ]);
  expect(flowOf(text, files).participants.map(({ id }) => id)).toEqual(['AS', 'C', 'KMS']);
});

test('one file may be included twice', () => {
  const text = flow('include: [shared/parties.yaml, shared/sign-in.yaml]\nsteps:\n  - include: shared/sign-in.yaml\n');
  expect(messagesIn(text + '  - include: shared/sign-in.yaml\n', files)).toHaveLength(6);
});

describe('mistakes', () => {
  test('are reported once, in their file', () => {
    const broken = {
      'a.yaml': 'participants: { C: { knd: user } }',
      'b.yaml': 'include: a.yaml\nsteps: [ { C -> C: Hi } ]',
    };
    const base = { ...broken, 'base.yaml': flow('include: a.yaml\nsteps: [ { C -> C: Hi } ]') };
    const once = ['a.yaml:1:22 known-keys: "C" has no key "knd"'];
    expect(
      mistakesIn(flow('include: [a.yaml, b.yaml]\nsteps: [ { include: b.yaml }, { include: b.yaml } ]'), broken),
    ).toEqual(once);
    expect(mistakesIn('id: over\nextends: base\ninclude: a.yaml', base)).toEqual(once);
  });

  test('of a file that includes itself name the chain', () => {
    const loop = { 'a.yaml': 'include: b.yaml', 'b.yaml': 'include: a.yaml' };
    expect(mistakesIn(flow('include: a.yaml\nparticipants: { C: }\nsteps: []'), loop)).toEqual([
      'b.yaml:1:10 no-cycles: files include or extend each other in a circle: a.yaml → b.yaml → a.yaml',
    ]);
  });

  test('of included steps are in their file', () => {
    const broken = { 'a.yaml': 'steps:\n  - C -> XX: Hi' };
    expect(mistakesIn(flow('participants: { C: }\nsteps: [ { include: a.yaml } ]'), broken)).toEqual([
      'a.yaml:2:10 known-participants: unknown participant "XX"',
    ]);
  });
});

describe('limits', () => {
  /** Each file includes the next one twice. */
  const doubling = (key: string, last: string) =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `${at}.yaml`,
        at === 59 ? last : key.replaceAll('NEXT', `${at + 1}.yaml`),
      ]),
    );

  test('files that include each other again and again are read once each', () => {
    const files = doubling('include: [NEXT, ./NEXT]', 'participants: { C: Client }');
    expect(flowOf(flow('include: 0.yaml\nparticipants: { C: }\nsteps: []'), files).participants).toHaveLength(1);
  });

  test('steps that multiply are refused', () => {
    const files = doubling('steps: [ { include: NEXT }, { include: NEXT } ]', 'steps: [ { C -> C: Hi } ]');
    const text = flow('participants: { C: Client }\nsteps: [ { include: 0.yaml } ]');
    expect(mistakesIn(text, files)).toEqual([expect.stringMatching(/alias-expansion|more than 500,000/)]);
  });

  test('hold for every file', () => {
    const files = { 'a.yaml': `participants: { C: ${'x'.repeat(100)} }` };
    const text = flow('include: a.yaml\nparticipants: { C: }\nsteps: []');
    expect(mistakesIn(text, files, { limits: { size: 99, nodes: 100, depth: 10 } })).toEqual([
      expect.stringMatching(/^a.yaml:1:1 file-size: /),
    ]);
  });
});
