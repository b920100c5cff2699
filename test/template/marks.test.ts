import { packaged } from 'packaged:templates';
import { describe, expect, test } from 'vitest';
import type { BoxRun, Flow } from '../../src/model/flow.js';
import type { Message, Step } from '../../src/model/step.js';
import { messageLines, type Medium } from '../../src/model/script.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { putIntoWords } from '../../src/words/words.js';
import { textOf } from '../../src/source/filled-text.js';
import * as make from './flows.js';
import { english } from '../builders/english.js';

const templates = makeTemplates(packaged, english);

const front = make.message('front', { channel: 'front' });
const back = make.message('back', { channel: 'back' });
const local = make.message('local', { channel: 'local' });
const leg = (redirectLeg: Message['redirectLeg']) => make.message('leg', { channel: 'front', redirectLeg });
const redirect = [leg('response'), leg('request')];

const unnumbered = { numbering: make.numbered({}) };
const linesOf = (steps: readonly Step[], more: Partial<Flow> = {}, charset: 'unicode' | 'ascii' = 'unicode') =>
  putIntoWords(make.flow(steps, { ...unnumbered, ...more }), 'text', templates, { charset }).steps.map((step) =>
    step.kind === 'message' ? messageLines(step).join('|') : 'lines' in step ? step.lines.join('|') : step.kind,
  );

describe('marks', () => {
  test.each([
    { of: 'one channel', steps: [back, local], says: ['back', 'local'] },
    { of: 'the front channel alone', steps: [front, local], says: ['front', 'local'] },
    { of: 'both channels', steps: [front, back, local], says: ['• front', 'back', 'local'] },
    { of: 'a redirect alone', steps: redirect, says: ['↪ leg', '↪ leg'] },
    { of: 'a redirect and the front channel', steps: [front, ...redirect], says: ['front', '↪ leg', '↪ leg'] },
    { of: 'all', steps: [front, back, ...redirect], says: ['• front', 'back', '↪ leg', '↪ leg'] },
  ])('$of', ({ steps, says }) => expect(linesOf(steps)).toEqual(says));

  test('are found in fragments, and in steps that the text diagram leaves out', () => {
    const steps = [make.fragment('opt', [['x', { ...back, inText: false }]]), front];
    expect(linesOf(steps)).toEqual(['• front']);
  });

  test('are plain in ASCII', () => {
    expect(linesOf([front, back, ...redirect], {}, 'ascii')).toEqual(['* front', 'back', '=> leg', '=> leg']);
  });

  test('can be left out', () => {
    const channels = { channels: 'none' } as const;
    expect(linesOf([front, back, ...redirect], channels)).toEqual(['front', 'back', 'leg', 'leg']);
  });

  test('stand behind the number; further lines hang under them', () => {
    const steps = [make.message('one\ntwo', { channel: 'front' }), back];
    const [step] = putIntoWords(make.flow(steps), 'text', templates).steps;
    expect(step).toMatchObject({ prefix: '1. ', mark: '• ', lines: ['one', 'two'] });
  });
});

describe('a legend', () => {
  const legend = { channels: 'legend' } as const;

  test('explains the marks that are there, under the diagram', () => {
    expect(linesOf([front, back], legend).at(-1)).toBe('• front channel: through the browser');
    expect(linesOf(redirect, legend).at(-1)).toBe('↪ redirect: the browser is sent on');
    expect(linesOf([front, back, ...redirect], legend, 'ascii').at(-1)).toBe(
      '* front channel: through the browser|=> redirect: the browser is sent on',
    );
  });

  test('stands over all participants', () => {
    const over = (participants: Flow['participants']) =>
      putIntoWords(make.flow(redirect, { ...legend, participants }), 'mermaid', templates).steps.at(-1);
    const { participants } = make.flow([]);
    expect(over(participants)).toMatchObject({ kind: 'note', placement: 'over', participants: ['C', 'AS'] });
    expect(over(participants.slice(0, 1))).toMatchObject({ participants: ['C'] });
  });

  test('is not there where nothing is marked', () => expect(linesOf([back], legend)).toEqual(['back']));
});

describe('a legend of trust zones', () => {
  const box = (zone: string, at: number): BoxRun => ({
    ...{ id: zone, title: textOf(''), color: null, zone, zoneSpan: null, first: at, last: at },
  });
  const participants = ['A', 'B', 'C', 'D'].map((id) => make.participant(id, `${id}\nof it`));
  const flow = (legend: boolean) =>
    make.flow([], {
      participants,
      boxes: [box('ours', 0), box('', 1), box('theirs', 2), box('ours', 3)],
      theme: { ...make.flow([]).theme, legend },
    });
  const words = (medium: Medium, legend = true) => putIntoWords(flow(legend), medium, templates).steps;

  test('names who stands in which, in every run of boxes', () => {
    expect(words('text')).toEqual([
      {
        kind: 'note',
        step: 'legend',
        body: 'text',
        tone: null,
        placement: 'over',
        participants: ['A', 'D'],
        lines: ['trust zone ours: A of it, D of it', 'trust zone theirs: C of it'],
      },
    ]);
  });

  test('stands on the zones’ colours in Mermaid', () => {
    expect(words('mermaid')).toMatchObject([
      { kind: 'highlight', color: '', zone: 'ours', steps: [{ lines: ['trust zone ours: A of it, D of it'] }] },
      { kind: 'highlight', color: '', zone: 'theirs', steps: [{ lines: ['trust zone theirs: C of it'] }] },
    ]);
  });

  test('is asked for, and not needed in a description, which names zones where they are', () => {
    expect([...words('text', false), ...words('mermaid', false), ...words('alt')]).toEqual([]);
  });
});
