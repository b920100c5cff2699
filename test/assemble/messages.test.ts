/** Messages from steps: text, arrow, channel, reply. */
import { describe, expect, test } from 'vitest';
import { flowOf, messagesIn, withSteps } from '../compile.js';
import type { Channel, Message, Step } from '../../src/model/step.js';

/** The last message of the steps. */
function message(steps: string): Message {
  const last = messagesIn(withSteps(steps)).at(-1);
  if (!last) throw new Error('no message');
  return last;
}

test.each([
  ['- C -> AS: Hi', '- { from: C, to: AS, text: Hi }'],
  ['- AS --> C: Hi', '- { from: AS, to: C, reply: true, text: Hi }'],
  ['- C ->+ AS: Hi\n  - deactivate: AS', '- { from: C, to: AS, text: Hi, activate: true }\n  - deactivate: AS'],
  [
    '- activate: AS\n  - AS -->- C: Hi',
    '- activate: AS\n  - { from: AS, to: C, reply: true, text: Hi, deactivate: true }',
  ],
  ['- C -> C: Hi\n    note: Ho', '- { from: C, to: C, text: Hi, note: [ { text: Ho } ] }'],
  ['- alt: { a: [ { C -> C: Hi } ] }', '- alt: [ { label: a, steps: [ { from: C, to: C, text: Hi } ] } ]'],
])('%j means %j', (short, long) => {
  const model = (steps: string): unknown =>
    JSON.parse(
      JSON.stringify(flowOf(withSteps(`  ${steps}`)).steps, (key, value: unknown) => (key === 'span' ? 0 : value)),
    );
  expect(model(short)).toEqual(model(long));
});

describe('the text', () => {
  test.each([
    ['the author’s', '- C -> AS: 401', '401'],
    ['the request line', '- C -> AS:\n    request: { method: get, url: /me }', 'GET /me'],
    ['the request line without a URL', '- C -> AS:\n    request: { form: { a: b } }', 'POST'],
    ['the status line', '- AS --> C:\n    response: { status: 401 }', '401 Unauthorized'],
    ['the status alone, where it has no name', '- AS --> C:\n    response: { status: 299 }', '299'],
    ['nothing', '- C -> AS:', ''],
  ])('is %s', (_, steps, text) => expect(message(`  ${steps}`).text.plain).toBe(text));
});

describe('a reply', () => {
  test('is dotted, and may say to what', () => {
    expect(message('  - AS --> C: 200')).toMatchObject({ isReply: true, replyTo: '', arrow: { line: 'dotted' } });
    const replies = (reply: string) => message(`  - { C -> AS: Hi, id: hi }\n  - ${reply}`);
    expect(replies('{ AS -> C: 200, replyTo: hi }')).toMatchObject({
      isReply: true,
      replyTo: 'hi',
      arrow: { line: 'dotted' },
    });
    expect(replies('{ AS -> C: 200, replyTo: hi, line: solid }').arrow.line).toBe('solid');
  });

  test('is never guessed', () => expect(message('  - C -> AS: POST\n  - AS -> C: 200').isReply).toBe(false));
});

test('both is a filled head at either end', () => {
  expect(message('  - { C -> AS: Hi, head: both }').arrow).toEqual({ line: 'solid', head: 'filled', both: true });
  expect(message('  - { C -> AS: Hi, head: async, line: dotted }').arrow).toEqual({
    line: 'dotted',
    head: 'async',
    both: false,
  });
});

describe('the channel', () => {
  const kinds = { U: 'user', B: 'browser', C: 'confidential-client', AS: 'authorization-server' };
  const participants = Object.entries(kinds).map(([id, kind]) => `${id}: { kind: ${kind} }`);
  const channelOf = (step: string): Channel | undefined =>
    messagesIn(`id: flow\ntitle: Flow\nparticipants: { ${participants.join(', ')} }\nsteps: [ { ${step} } ]`)[0]
      ?.channel;

  test.each([
    ['C -> C', 'local'],
    ['B -> B', 'local'],
    ['U -> B', 'local'],
    ['AS -> U', 'local'],
    ['B -> AS', 'front'],
    ['AS --> B', 'front'],
    ['C -> AS', 'back'],
  ])('of %s is %s', (arrow, channel) => expect(channelOf(`${arrow}: Hi`)).toBe(channel));

  test('is the author’s where given', () => expect(channelOf('C -> AS: Hi, channel: front')).toBe('front'));
});

describe('attached notes', () => {
  const places = (note: string, arrow = 'C -> AS') =>
    message(`  - ${arrow}: Hi\n    note: ${note}`).notes.map(({ placement, participants }) => [
      placement,
      ...participants,
    ]);

  test('stand over the ends of their message, or where the author says', () => {
    expect(places('Ho')).toEqual([['over', 'C', 'AS']]);
    expect(places('Ho', 'C -> C')).toEqual([['over', 'C']]);
    expect(places('[ { text: a, leftOf: C }, { text: b, rightOf: AS }, { text: c, over: AS } ]')).toEqual([
      ...[
        ['left', 'C'],
        ['right', 'AS'],
        ['over', 'AS'],
      ],
    ]);
  });

  test('may have other words, or none, in the text diagram', () => {
    const notes = message('  - C -> AS: Hi\n    note: [ { text: a, ascii: b }, { text: c, ascii: false }, d ]').notes;
    expect(notes.map(({ asciiText, inText }) => [asciiText?.plain, inText])).toEqual([
      ...[
        ['b', true],
        [undefined, false],
        [undefined, true],
      ],
    ]);
    const without = message('  - C -> AS: Hi\n    note: a\n    ascii: { text: Ho, note: false }');
    expect([without.asciiText?.plain, without.inText, without.notes[0]?.inText]).toEqual(['Ho', true, false]);
  });
});

describe('notes of their own', () => {
  const place = (note: string): readonly unknown[] => {
    const [step] = flowOf(withSteps(`  - { note: Hi, ${note} }`)).steps as readonly [Step];
    return step.kind === 'note' ? [step.placement, ...step.participants] : [];
  };
  test('keep the order of two, and span the outermost of more', () => {
    expect(place('over: [AS, C]')).toEqual(['over', 'AS', 'C']);
    expect(place('over: [C, C]')).toEqual(['over', 'C']);
    expect(place('over: [AS, C, AS]')).toEqual(['over', 'C', 'AS']);
    expect(place('leftOf: AS')).toEqual(['left', 'AS']);
  });
});
