/** What Mermaid, or the oldest Mermaid that must draw the diagram, can't draw as it is meant. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { nameParticipants } from '../../src/mermaid/ids.js';
import { constructs } from './constructs.js';
import { printMermaid } from './print.js';
import { box, message, participant, script } from './script.js';
import { checkSize, maxTextSize } from '../../src/mermaid/target.js';

function notices(drawn: (typeof constructs)[string]['script'], target: string | null = null): readonly string[] {
  const found: Diagnostic[] = [];
  printMermaid(drawn, { target, report: (diagnostic) => found.push(diagnostic) });
  return found.map(({ severity, message: text }) => `${severity}: ${text}`);
}

describe('arrows with two heads', () => {
  test('before 11', () => {
    expect(notices(constructs.messages!.script)).toEqual(
      Array(2).fill('info: the message from "A" to "B" has only one arrow head: two need Mermaid 11.0'),
    );
    expect(notices(constructs.messages!.script, '10.9')).toHaveLength(2);
  });
  test('since', () => {
    expect(notices(constructs.messages!.script, '11.0')).toEqual([]);
  });
});

describe('shapes', () => {
  const shaped = script({
    participants: [participant('DB', { shape: 'database' }), participant('Q', { shape: 'queue', label: 'Jobs' })],
  });
  test.each(['Session and token store', 'Two\nlines', '用户会话令牌存储服务'])(
    'not for a database named %j',
    (label) => {
      const database = script({ participants: [participant('DB', { shape: 'database', label })] });
      expect(notices(database, '11.14')).toEqual([
        'info: Mermaid draws participant "DB" as a plain box: it would draw so long a label across the database',
      ]);
      expect(
        notices(script({ participants: [participant('DB', { shape: 'database', label: 'Session store' })] }), '11.14'),
      ).toEqual([]);
    },
  );
  test('before 11.12', () => {
    expect(notices(shaped, '11.4')).toEqual([
      'info: Mermaid draws participant "DB" as a plain box: the shape database needs Mermaid 11.12',
      'info: Mermaid draws participant "Q" as a plain box: the shape queue needs Mermaid 11.12',
    ]);
  });
  test('in 11.12', () => {
    expect(notices(shaped, '11.12')).toEqual(['info: Mermaid 11.12 draws participant "Q" with its id as the label']);
  });
  test('since', () => {
    expect(notices(shaped, '11.13')).toEqual([]);
    expect(notices(shaped, '12')).toEqual([]);
  });
});

describe('what Mermaid has no statement for', () => {
  test.each([
    ['delay', 'Mermaid has no delays: they are drawn as notes'],
    ['ref', 'Mermaid has no references to other flows: they are drawn as notes'],
    ['group', 'Mermaid has no groups: they are drawn as regions, with their label as a note'],
    ['outside', 'Mermaid has no messages from or to nowhere: they have a participant “●” at the edge'],
  ])('%s, once', (name, text) => {
    expect(notices(constructs[name]!.script)).toEqual([`info: ${text}`]);
  });
  test('but a title of a phase is a note without a word', () => {
    expect(notices(constructs.phases!.script)).toEqual([]);
  });
});

describe('created participants', () => {
  const create = (parts = {}) => [message('A', 'B', 'start', { create: true, ...parts })];
  test('stand where they do anyway', () => {
    expect(notices(script({ steps: create() }))).toEqual([]);
  });
  test('move to the right', () => {
    const moved =
      'info: Mermaid draws participant "B" at the right end and outside of boxes, because a message creates it';
    const participants = [participant('B'), participant('A')];
    expect(notices(script({ participants, steps: create() }))).toEqual([]);
    expect(notices(script({ participants, steps: [message('A', 'A', 'ask'), ...create()] }))).toEqual([moved]);
    expect(notices(script({ boxes: [box(0, 1)], steps: create() }))).toEqual([moved]);
  });
  test('are drawn from the top where a step names them before', () => {
    expect(notices(script({ steps: [message('B', 'A', 'x'), ...create()] }))).toEqual([
      'info: Mermaid draws participant "B" from the top: an earlier step names it',
    ]);
  });
  test('end no other one', () => {
    expect(notices(script({ steps: create({ destroy: 'A' }) }))).toEqual([
      'info: Mermaid cannot destroy participant "A" in a message that creates another one',
    ]);
  });
});

test('the size that Mermaid draws', () => {
  const directive = "%%{init: {'theme': 'base'}}%%\n";
  expect(checkSize(directive + 'x'.repeat(maxTextSize))).toBeNull();
  expect(checkSize(directive + 'x'.repeat(maxTextSize + 1))?.message).toBe(
    'the Mermaid diagram has 50001 characters, and Mermaid draws an error for more than 50000',
  );
});

test('ids are kept where Mermaid can read them, and always differ', () => {
  const ids = ['A', 'a b', 'a_b', 'a-b', 'P1', '日本', '...', '2FA', 'end', 'END', '__proto__', 'x'.repeat(3)];
  const names = nameParticipants(ids);
  expect([...names].map(([id, name]) => `${id} ${name}`)).toEqual([
    'A A',
    'a_b a_b',
    'P1 P1',
    'xxx xxx',
    'a b a_b_2',
    'a-b a_b_3',
    '日本 P2',
    '... P3',
    '2FA _2FA',
    'end end_',
    'END END_',
    '__proto__ __proto___',
  ]);
  expect(new Set(names.values()).size).toBe(ids.length);
});
