import { packaged } from 'packaged:templates';
import { describe, expect, test } from 'vitest';
import type { Flow } from '../../src/model/flow.js';
import { findExcerpt } from '../../src/model/excerpt.js';
import { stepIds } from '../../src/model/steps.js';
import { flatWithNotes } from '../../src/model/tree.js';
import type { Step } from '../../src/model/step.js';
import { messageLines, type Medium, type ScriptStep } from '../../src/model/script.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { putIntoWords } from '../../src/words/words.js';
import { emptyText, textOf } from '../../src/source/filled-text.js';
import { flowOf, withSteps } from '../compile.js';
import * as make from './flows.js';
import { english } from '../builders/english.js';

const templates = makeTemplates(packaged, english);
const script = (flow: Flow, medium: Medium = 'mermaid') => putIntoWords(flow, medium, templates);

/** Every step in one line: kind, lines joined by `|`, and what is inside. */
function outline(steps: readonly ScriptStep[]): string[] {
  return steps.flatMap((step) => {
    switch (step.kind) {
      case 'message':
        return [messageLines(step).join('|'), ...outline(step.notes).map((line) => `  ${line}`)];
      case 'note':
        return [`note ${step.lines.join('|')}`];
      case 'phase':
      case 'delay':
      case 'ref':
        return [`${step.kind} ${step.lines.join('|')}`];
      case 'fragment':
        return step.branches.flatMap(({ lines, steps: inner }, index) => [
          `${index === 0 ? step.type : '---'} ${lines.join('|')}`.trim(),
          ...outline(inner).map((line) => `  ${line}`),
        ]);
      case 'highlight':
        return ['highlight', ...outline(step.steps).map((line) => `  ${line}`)];
      case 'activation':
        return [`${step.active ? 'activate' : 'deactivate'} ${step.participant}`];
      case 'numbering':
        return [`autonumber ${step.autonumber ? `${step.autonumber.start} ${step.autonumber.step}` : 'off'}`];
    }
  });
}

const stepsOf = (steps: readonly Step[], medium: Medium, more: Partial<Flow> = {}) =>
  outline(script(make.flow(steps, more), medium).steps);

const noteOf = (body: Parameters<typeof make.note>[0]) => {
  const [step] = script(make.flow([make.note(body)])).steps;
  return step?.kind === 'note' ? step.lines : [];
};

describe('numbers', () => {
  const three = [make.message('one'), make.message('two'), make.message('three')];
  const labelled = ['1. one', '2. two', '3. three'];
  const plain = ['one', 'two', 'three'];

  test.each([
    { show: {}, mermaid: plain, text: plain, badge: null, counted: '' },
    { show: { badge: true }, mermaid: plain, text: labelled, badge: { start: 1, step: 1 }, counted: '1' },
    { show: { label: true }, mermaid: labelled, text: labelled, badge: null, counted: '1' },
    {
      show: { badge: true, label: true },
      mermaid: labelled,
      text: labelled,
      badge: { start: 1, step: 1 },
      counted: '1',
    },
  ])('$show', ({ show, mermaid, text, badge, counted }) => {
    const flow = make.flow(three, { numbering: make.numbered(show) });
    expect(outline(script(flow, 'mermaid').steps)).toEqual(mermaid);
    expect(outline(script(flow, 'text').steps)).toEqual(text);
    expect(script(flow, 'mermaid').autonumber).toEqual(badge);
    expect(script(flow, 'text').autonumber).toBeNull();
    expect(script(flow, 'mermaid').steps[0]).toMatchObject({ number: counted });
  });

  test('count from start by step, through fragments', () => {
    const steps = [
      make.message('a'),
      make.fragment('alt', [
        ['x', make.message('b')],
        ['y', make.message('c')],
      ]),
      make.message('d'),
    ];
    const numbering = make.numbered({ label: true }, 10, 5);
    expect(stepsOf(steps, 'mermaid', { numbering })).toEqual([
      '10. a',
      'alt x',
      '  15. b',
      '--- y',
      '  20. c',
      '25. d',
    ]);
  });

  test('change on the way', () => {
    const steps = [
      make.message('a'),
      make.numbering(make.numbered({})),
      make.message('b'),
      make.numbering(make.numbered({ badge: true, label: true }, 7)),
      make.message('c'),
    ];
    expect(stepsOf(steps, 'mermaid')).toEqual(['a', 'autonumber off', 'b', 'autonumber 7 1', '7. c']);
    expect(stepsOf(steps, 'text')).toEqual(['1. a', 'b', '7. c']);
  });

  test.each([
    ['1. a', '1. a'],
    ['1.  a', '1. a'],
    ['(1) a', '(1) a'],
    ['1) a', '1) a'],
    ['[1] a', '[1] a'],
    ['1: a', '1: a'],
    ['Step 1: a', 'Step 1: a'],
    ['2a. a', '2a. a'],
    ['3.1) a', '3.1) a'],
    ['2.5 seconds later', '1. 2.5 seconds later'],
    ['1 token', '1. 1 token'],
    ['1.10 a', '1. 1.10 a'],
    ['11. a', '1. 11. a'],
    ['2. a', '1. 2. a'],
  ])('are not written twice: %j', (text, said) => {
    expect(stepsOf([make.message(text)], 'text')).toEqual([said]);
    expect(stepsOf([make.message(text)], 'mermaid')).toEqual([text]);
  });

  test('a change that concerns labels only is no statement', () => {
    const steps = [make.numbering(make.numbered({ label: true }, 5)), make.message('a')];
    expect(stepsOf(steps, 'mermaid', { numbering: make.numbered({}) })).toEqual(['5. a']);
  });
});

describe('the text diagram', () => {
  test('has its own words', () => {
    const flow = make.flow(
      [
        make.message('long text', {
          asciiText: textOf('short'),
          notes: [make.note('long note', { asciiText: textOf('brief') })],
        }),
      ],
      {
        participants: [
          make.participant('C', 'Client', { asciiLabel: textOf('C\n(short)') }),
          make.participant('AS', 'Server'),
        ],
      },
    );
    expect(outline(script(flow, 'text').steps)).toEqual(['1. short', '  note brief']);
    expect(script(flow, 'text').participants[0]?.lines).toEqual(['C', '(short)']);
    expect(outline(script(flow, 'mermaid').steps)).toEqual(['long text', '  note long note']);
    expect(script(flow, 'mermaid').participants[0]?.lines).toEqual(['Client']);
  });

  test('leaves out what the author leaves out, and counts what is left', () => {
    const hidden = { inText: false };
    const steps = [
      make.message('a', { notes: [make.note('n', hidden), make.note('m')] }),
      make.message('b', { ...hidden, notes: [make.note('gone')] }),
      make.note('gone', hidden),
      make.fragment('opt', [['gone', make.message('c', hidden)]]),
      make.highlight(make.fragment('loop', [['gone', make.message('d', hidden)]])),
      make.fragment('alt', [
        ['kept', make.message('e')],
        ['without steps', make.message('f', hidden)],
      ]),
      make.message('g'),
    ];
    expect(stepsOf(steps, 'text')).toEqual(['1. a', '  note m', 'alt kept', '  2. e', '--- without steps', '3. g']);
    expect(stepsOf(steps, 'mermaid')).toHaveLength(16);
  });

  test('keeps activations in balance where a message is left out', () => {
    const steps = [
      make.message('ask', { activate: true, inText: false }),
      make.fragment('opt', [['gone', make.message('x', { from: 'AS', to: 'C', deactivate: true, inText: false })]]),
      make.fragment('alt', [['y', make.activation('C', true), make.message('z')]], { inText: false }),
    ];
    expect(stepsOf(steps, 'text')).toEqual(['activate AS', 'deactivate AS', 'activate C', 'deactivate C']);
  });

  test('draws an empty fragment that its author left empty', () => {
    expect(stepsOf([make.fragment('opt', [['nothing']])], 'text')).toEqual(['opt nothing']);
  });
});

describe('lines', () => {
  const labelled = { numbering: make.numbered({ label: true }, 99) };
  const first = (text: string, more: Partial<Flow> = labelled) =>
    script(make.flow([make.message(text)], more)).steps[0];

  test('hang under the text, behind the number', () => {
    expect(first('one\n  two\n\nthree')).toMatchObject({
      ...{ prefix: '99. ', mark: '', lines: ['one', '  two', '', 'three'], shownNumber: '99' },
    });
    expect(first('one', {})).toMatchObject({ prefix: '', lines: ['one'], shownNumber: '' });
  });

  test('of an empty text', () => {
    expect(first('')).toMatchObject({ prefix: '', lines: ['99.'] });
    expect(first('', {})).toMatchObject({ prefix: '', lines: [] });
  });

  test('blank ones around the text are not part of it', () => {
    expect(first('\n \n one \n\n', {})).toMatchObject({ lines: [' one'] });
  });

  test('hang wherever the template puts the text', () => {
    const swapped = makeTemplates({ ...packaged, 'words/message.hbs': '({{number}}) «{{text}}»' }, english);
    const [step] = putIntoWords(make.flow([make.message('a\nb')], labelled), 'mermaid', swapped).steps;
    expect(step).toMatchObject({ prefix: '(99) «', lines: ['a', 'b»'], shownNumber: '99' });
  });

  test('syntax of Handlebars and HTML in a text is text', () => {
    expect(first('{{text}} <b>&amp;"\'', {})).toMatchObject({ lines: ['{{text}} <b>&amp;"\''] });
  });
});

describe('notes drawn from data', () => {
  test('a request: headers, query, form', () => {
    const request = make.request({
      headers: make.fields({ Authorization: 'Bearer ACCESS_TOKEN' }),
      query: make.fields({ resource: ['https://a.example', 'https://b.example'] }),
      form: make.fields({ grant_type: 'client_credentials' }),
    });
    expect(noteOf({ kind: 'request', only: null, request })).toEqual([
      'Authorization: Bearer ACCESS_TOKEN',
      'resource=https://a.example',
      'resource=https://b.example',
      'grant_type=client_credentials',
    ]);
  });

  test('JSON, laid out', () => {
    const value = {
      name: 'a "b"',
      deep: { list: ['x', { y: null }], none: {}, empty: [] },
      age: 1.1,
      big: 31,
      yes: true,
    };
    const request = make.request({ json: make.json(value, { '1.1': '1.10', '31': '0x1F', null: '~' }) });
    expect(noteOf({ kind: 'request', only: null, request })).toEqual(
      JSON.stringify(value, null, 2).replace('1.1', '1.10').split('\n'),
    );
  });

  test('a response: no status beside its content', () => {
    const response = make.response({
      status: 303,
      headers: make.fields({ 'Cache-Control': 'no-store' }),
      location: textOf('com.example.app:/cb'),
      params: make.fields({ code: 'CODE', state: 'STATE' }),
    });
    expect(noteOf({ kind: 'response', only: null, response })).toEqual([
      'Cache-Control: no-store',
      'Location: com.example.app:/cb',
      'code=CODE',
      'state=STATE',
    ]);
    expect(noteOf({ kind: 'response', only: null, response: make.response({ status: 204 }) })).toEqual(['204']);
  });

  test('with nothing to say is no note', () => {
    expect(
      script(make.flow([make.note({ kind: 'request', only: null, request: make.request({}) }), make.note(' \n')]))
        .steps,
    ).toEqual([]);
  });
});

describe('a flow', () => {
  const box = {
    id: 'b',
    title: textOf('Their\nside'),
    color: null,
    zone: 'partner',
    zoneSpan: null,
    first: 0,
    last: 1,
  };
  const links = [{ label: textOf('Sign-in\nguide'), url: textOf('https://example.com') }];

  test('in words', () => {
    const flow = make.flow([], {
      title: textOf('Two\nlines'),
      heading: true,
      summary: textOf('What it\ndoes.'),
      boxes: [box, { ...box, title: emptyText, color: textOf('red') }],
      participants: [make.participant('C', 'Client\n(backend)', { kind: 'user', shape: 'actor', links })],
    });
    expect(script(flow)).toEqual({
      id: 'test',
      heading: ['Two', 'lines'],
      accTitle: 'Two lines',
      accDescr: 'What it does.',
      autonumber: { start: 1, step: 1 },
      participants: [
        {
          id: 'C',
          lines: ['Client', '(backend)'],
          kind: 'user',
          shape: 'actor',
          shapeName: 'actor',
          links: [{ label: 'Sign-in guide', url: 'https://example.com' }],
          span: { source: { path: 'flow.yaml', text: '' }, start: 0, end: 0 },
        },
      ],
      boxes: [
        { lines: ['Their', 'side'], color: '', zone: 'partner', zoneName: 'partner', first: 0, last: 1 },
        { lines: [], color: 'red', zone: 'partner', zoneName: 'partner', first: 0, last: 1 },
      ],
      unnamedBox: 'Box',
      steps: [],
    });
    expect(script({ ...flow, heading: false }).heading).toEqual([]);
  });

  test.each([
    { texts: [], says: 'Messages: 0.' },
    { texts: ['Ask'], says: 'Messages: 1, first “Ask”.' },
    { texts: ['Ask', 'Think', 'Answer\nat last'], says: 'Messages: 3, first “Ask”, last “Answer at last”.' },
  ])('without a summary is described by its steps: $says', ({ texts, says }) => {
    const steps = texts.map((text) => make.highlight(make.fragment('opt', [['', make.message(text)]])));
    expect(script(make.flow(steps)).accDescr).toBe(`Participants: Client (backend), Authorization server. ${says}`);
  });

  test('its messages keep what the drawings need', () => {
    const step = make.message('go', {
      id: 'go',
      isNamed: true,
      from: 'AS',
      to: 'C',
      channel: 'front',
      redirectLeg: 'request',
      isReply: true,
      arrow: { line: 'dotted', head: 'async', both: false },
      deactivate: true,
      create: true,
      destroy: 'C',
    });
    expect(script(make.flow([step])).steps).toEqual([
      {
        kind: 'message',
        span: { source: { path: 'flow.yaml', text: '' }, start: 0, end: 0 },
        step: 'go',
        id: 'go',
        from: 'AS',
        to: 'C',
        prefix: '',
        mark: '↪ ',
        lines: ['go'],
        number: '1',
        shownNumber: '',
        arrow: { line: 'dotted', head: 'async', both: false },
        isReply: true,
        channel: 'front',
        redirectLeg: 'request',
        activate: false,
        deactivate: true,
        create: true,
        destroy: 'C',
        tone: null,
        notes: [],
      },
    ]);
  });

  test.each([
    { label: 'until done', interval: null, says: 'loop until done' },
    { label: '', interval: textOf('5'), says: 'loop every 5 seconds' },
    { label: '', interval: null, says: 'loop' },
  ])('labels a branch: $says', ({ label, interval, says }) => {
    expect(stepsOf([make.fragment('loop', [[label, make.message('poll')]], { interval })], 'mermaid')[0]).toBe(says);
  });
});

describe('each step of a script names the step that it says', () => {
  const whole = flowOf(
    withSteps(`
  - { C -> AS: Go, id: go, note: beside, activate: true }
  - activate: C
  - opt: maybe
    steps: [ { note: Here, over: C }, numbering: none ]
  - { rect: theme, steps: [ { AS --> C: Back, deactivate: true, ascii: false } ] }
  - deactivate: C
`),
  );
  const named = (steps: readonly ScriptStep[]): string[] => [...flatWithNotes(steps)].map(({ step }) => step);

  test('by its id', () => {
    expect(named(script(whole).steps)).toEqual(stepIds(whole));
  });

  test('whatever is left of it', () => {
    const inText = ['go', 'go-note', 'activate-c', 'maybe', 'here', 'back', 'deactivate-c'];
    expect(named(script(whole, 'text').steps)).toEqual(inText);
    const excerpt = findExcerpt(whole, 'here');
    expect(named(putIntoWords(whole, 'mermaid', templates, { excerpt }).steps)).toContain('here');
    expect(named(putIntoWords(whole, 'mermaid', templates, { excerpt }).steps).slice(0, 2)).toEqual([
      'go',
      'activate-c',
    ]);
  });

  test("and its template, only the author's", () => {
    const ids = [...flatWithNotes(script(whole).steps)].flatMap((step) => (step.kind === 'message' ? [step.id] : []));
    expect(ids).toEqual(['go', '']);
  });
});
