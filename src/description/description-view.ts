/** The view that templates/alt/ receives, and its shapes. Experimental: it may change between releases. */
import { anyOf, flag, many, text, texts } from '../model/index.js';
import type { ViewOf, ViewShapes } from '../model/index.js';

const steps = anyOf(
  [
    'ask',
    'reply',
    'self',
    'found',
    'lost',
    'exchange',
    'redirect',
    'follow',
    'note',
    'alt',
    'opt',
    'loop',
    'par',
    'critical',
    'break',
    'group',
    'highlight',
    'phase',
    'delay',
    'ref',
  ],
  'In order.',
);

const tone = text('The word for its tone: danger, success, muted or accent; empty where it has none.');

const message = {
  number: text('The number; that of the Mermaid diagram where it numbers its messages.'),
  from: text("The sender's label, in one line."),
  to: text("The receiver's label, in one line."),
  text: text('The text, in one line; may be empty.'),
  stop: text('The full stop; empty where the text has one of its own.'),
  isFront: flag('It goes through the front channel, others through the back channel, and it is no redirect.'),
  isCrossed: flag('Its arrow ends in a cross.'),
  how: text('How it is sent, after a blank: through the front channel, in vain; empty where neither is so.'),
  creates: flag('It creates the receiver.'),
  ends: text('The label of the participant that it destroys; empty where there is none.'),
  tone,
  notes: many('note', 'The notes that belong to it.'),
};

const only = {
  label: text('When it happens, in one line; may be empty.'),
  tone,
  steps,
};

const branches = { branches: many('branch', 'In order; at least one.') };

export const altShapes = {
  folder: 'alt',
  types: {
    description: {
      title: text('The title; the id where there is none.'),
      summary: text('The summary, in one line; empty where there is none.'),
      participants: many('participant', 'From left to right.'),
      steps,
    },
    excerpt: { steps },
    participant: {
      label: text('The label, in one line.'),
      kind: text('`user`, `public client` …; empty where it is `other`, or the label says it.'),
      box: text('The title of its box; empty where there is none.'),
      zone: text('The trust zone of that box; empty where there is none.'),
      links: many('link', 'Its links.'),
    },
    link: {
      label: text('The text.'),
      url: text('The address.'),
    },
    ask: message,
    reply: message,
    self: message,
    found: message,
    lost: message,
    exchange: message,
    redirect: {
      ...message,
      target: text('The label of the participant that the browser is sent to; empty where no step names one.'),
    },
    follow: message,
    note: {
      participants: texts('The labels of the one or two participants that it is at.'),
      list: text('The same, as one text.'),
      tone,
      text: text('The text, if it is one line; otherwise empty.'),
      lines: texts('The lines, if there are several.'),
    },
    alt: branches,
    opt: only,
    loop: only,
    par: branches,
    critical: { ...only, options: many('branch', 'The options.') },
    break: only,
    group: only,
    highlight: { tone, steps },
    phase: { title: text('The title of the phase that begins, in one line.') },
    delay: { text: text('How much time passes, in one line.') },
    ref: {
      text: text('The title of the other flow that happens here, in one line.'),
      participants: texts('The labels of the one participant, or of the first and last, that it spans.'),
    },
    branch: {
      number: text('`1`; `1.2` for the second of those inside the first.'),
      ...only,
    },
  },
} satisfies ViewShapes;

type Name = keyof typeof altShapes.types;
export type AltView<Type extends Name> = ViewOf<typeof altShapes, Type>;
export type StepView = AltView<'description'>['steps'][number];
