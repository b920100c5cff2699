/** One script for each construct; their Mermaid is in golden/. */
import type { ParticipantShape } from '../../src/model/flow.js';
import { participantShapes } from '../../src/model/flow.js';
import type { Script } from '../../src/model/script.js';
import type { PrintOptions } from './print.js';
import { activation, box, fragment, highlight, message, note, numbering, participant, script } from './script.js';
import { delay, phase, reference } from '../builders/script-steps.js';
import { themeOf } from '../theme/preset.js';
import { arrowHeads, type Arrow } from '../../src/model/step.js';

export interface Construct {
  readonly script: Script;
  readonly options?: PrintOptions;
}

const abc = [participant('A'), participant('B'), participant('C')];

const arrow = (line: Arrow['line'], head: Arrow['head'], both = false): Arrow => ({ line, head, both });

const arrows = script({
  steps: (['solid', 'dotted'] as const).flatMap((line) => [
    ...arrowHeads.map((head) => message('A', 'B', `${line} ${head}`, { arrow: arrow(line, head) })),
    message('A', 'B', `${line} both`, { arrow: arrow(line, 'filled', true) }),
  ]),
});

const shapes = script({
  participants: participantShapes.map((shape: ParticipantShape) =>
    participant(shape.toUpperCase(), { shape, label: `The "${shape}"` }),
  ),
});

const ask = message('A', 'B', 'ask', { activate: true });
const answer = message('B', 'A', 'answer', { deactivate: true, arrow: arrow('dotted', 'filled') });

export const createBetween = script({
  participants: [
    participant('A'),
    participant('NEW', { label: 'Session' }),
    participant('X', { label: 'Sender', shape: 'actor' }),
    participant('LATE', { links: [{ label: 'Docs', url: 'https://docs.example' }] }),
    participant('NEXT'),
    participant('LAST'),
  ],
  steps: [
    message('A', 'A', 'ask'),
    message('X', 'NEW', 'start', { create: true }),
    message('LATE', 'NEXT', 'start', { create: true }),
    message('NEXT', 'NEW', 'use'),
  ],
});

export const constructs: Readonly<Record<string, Construct>> = {
  messages: { script: arrows },
  'messages-for-mermaid-11': { script: arrows, options: { target: '11.0' } },
  'self-message': { script: script({ steps: [message('A', 'A', 'think')] }) },
  'multi-line': {
    script: script({
      participants: [participant('A', { label: 'Service\n(back end)' }), participant('B')],
      steps: [message('A', 'B', 'one\ntwo', { notes: [note(['A', 'B'], '{\n  "a": 1\n}')] })],
    }),
  },
  'without-text': {
    script: script({
      participants: [participant('A', { label: '' }), participant('B')],
      boxes: [box(0, 0)],
      steps: [message('A', 'B', ''), fragment('opt', [['', []]])],
    }),
  },
  participants: { script: shapes },
  'participants-for-mermaid-11.13': { script: shapes, options: { target: '11.13' } },
  'participant-ids': {
    script: script({
      participants: [
        'end',
        'auth-server',
        'auth_server',
        'Zugänge',
        '日本',
        '1st',
        'mystyle',
        'constructor',
        'Note',
        'X',
      ].map((id) => participant(id)),
      steps: [message('end', 'auth-server', 'a'), message('1st', 'X', 'b', { deactivate: false })],
    }),
  },
  boxes: {
    script: script({
      participants: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => participant(id)),
      boxes: [
        box(0, 0, 'Own colour', { color: 'rgba(221,214,254,0.3)' }),
        box(2, 3, 'Aqua app'),
        box(4, 4, 'Zone (trusted)', { zone: 'server' }),
        box(5, 5, '', { color: '#a7f3d0' }),
      ],
    }),
  },
  heading: { script: script({ heading: ['Client credentials', 'in short'] }) },
  accessibility: { script: script({ accTitle: 'Client credentials', accDescr: 'A service gets a token.' }) },
  links: {
    script: script({
      participants: [
        participant('A', {
          links: [
            { label: 'Docs', url: 'https://docs.example/?a=b&c=d#e' },
            { label: 'Mail me @ work', url: 'mailto:a@example.com' },
          ],
        }),
        participant('B'),
      ],
    }),
  },
  notes: {
    script: script({
      participants: abc,
      steps: [
        note(['A'], 'over one'),
        note(['C', 'A'], 'over all'),
        note(['B'], 'left', 'left'),
        note(['B'], 'right', 'right'),
      ],
    }),
  },
  'activation-shorthand': {
    script: script({ steps: [ask, message('B', 'B', 'deeper', { activate: true }), answer, answer] }),
  },
  'activation-statements': {
    script: script({
      steps: [message('A', 'B', 'ask'), activation('B', true), message('B', 'A', 'answer'), activation('B', false)],
    }),
  },
  'activation-passed-on': {
    script: script({
      participants: abc,
      steps: [
        ask,
        message('B', 'C', 'pass on', { activate: true, deactivate: true }),
        message('C', 'A', 'answer', { deactivate: true }),
      ],
    }),
  },
  'activation-ended-by-a-message-to-x': {
    script: script({
      participants: [participant('A'), participant('XS')],
      steps: [message('XS', 'A', 'ask', { activate: true }), message('A', 'XS', 'answer', { deactivate: true })],
    }),
  },
  'activation-ended-in-each-branch': {
    script: script({
      steps: [
        ask,
        fragment('alt', [
          ['good', [answer]],
          ['bad', [answer]],
        ]),
      ],
    }),
  },
  'create-and-destroy': {
    script: script({
      participants: [
        participant('A'),
        participant('B', { label: 'Session', links: [{ label: 'Docs', url: 'https://docs.example' }] }),
      ],
      steps: [
        message('A', 'B', 'start', { create: true, notes: [note(['B'], 'new')] }),
        message('A', 'B', 'stop', { destroy: 'B', arrow: arrow('solid', 'cross') }),
      ],
    }),
  },
  'create-between': { script: createBetween },
  'create-in-each-branch': {
    script: script({
      steps: [
        fragment('alt', [
          ['good', [message('A', 'B', 'start', { create: true })]],
          ['bad', [message('A', 'B', 'start', { create: true })]],
        ]),
      ],
    }),
  },
  alt: {
    script: script({
      steps: [
        fragment('alt', [
          ['good', [message('A', 'B', 'a')]],
          ['bad', [message('A', 'B', 'b')]],
          ['else', []],
        ]),
      ],
    }),
  },
  opt: { script: script({ steps: [fragment('opt', [['if asked', [message('A', 'B', 'a')]]])] }) },
  loop: { script: script({ steps: [fragment('loop', [['every 5 seconds\nat most', [message('A', 'B', 'a')]]])] }) },
  par: {
    script: script({
      steps: [
        fragment('par', [
          ['one', [message('A', 'B', 'a')]],
          ['two', [message('B', 'A', 'b')]],
        ]),
      ],
    }),
  },
  critical: {
    script: script({
      steps: [
        fragment('critical', [
          ['one', [message('A', 'B', 'a')]],
          ['timeout', [message('B', 'A', 'b')]],
        ]),
      ],
    }),
  },
  break: {
    script: script({
      steps: [fragment('break', [['denied', [message('A', 'B', 'a', { notes: [note(['A'], 'n')] })]]])],
    }),
  },
  nested: {
    script: script({
      steps: [
        fragment('loop', [
          [
            '',
            [
              fragment('alt', [
                ['good', [message('A', 'B', 'a', { notes: [note(['A'], 'n')] })]],
                ['bad', [highlight('#eee', [note(['B'], 'n')])]],
              ]),
            ],
          ],
        ]),
      ],
    }),
  },
  group: { script: script({ steps: [fragment('group', [['Sign in', [message('A', 'B', 'a')]]])] }) },
  phases: {
    script: script({
      steps: [
        phase('Sign in'),
        message('A', 'B', 'a'),
        fragment('opt', [['if asked', [message('A', 'A', 'b'), phase('end: wrap:\n%% later')]]]),
      ],
    }),
  },
  delay: { script: script({ steps: [delay('5 minutes'), fragment('loop', [['', [delay('a\nb')]]])] }) },
  ref: { script: script({ steps: [reference(['A', 'B'], 'Log out'), reference(['B'], '; end')] }) },
  outside: {
    script: script({
      boxes: [box(0, 0, 'Left')],
      steps: [
        message('[', 'A', 'found', { activate: true }),
        message('A', ']', 'lost', { deactivate: true }),
        phase('x'),
      ],
    }),
  },
  highlight: {
    script: script({
      steps: [highlight('', [message('A', 'B', 'a')]), highlight('rgb(200, 220, 255)', [message('A', 'B', 'b')])],
    }),
  },
  numbering: {
    script: script({
      autonumber: { start: 1, step: 1 },
      steps: [message('A', 'B', 'a'), numbering(null), message('A', 'B', 'b'), numbering({ start: 1, step: 1 })],
    }),
  },
  'numbering-from-10': { script: script({ autonumber: { start: 10, step: 5 }, steps: [message('A', 'B', 'a')] }) },
  syntax: {
    script: script({
      heading: ['a; b'],
      steps: [message('A', 'B', 'x; y #access_token= %%{init: {}}%% <script> &amp; "quoted" {a: b} $$x$$ end')],
    }),
  },
  theme: { script: script({ steps: [message('A', 'B', 'a')] }), options: { theme: themeOf('dark') } },
};
