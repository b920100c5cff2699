/** Scripts for tests, in few words. */
import type {
  Script,
  ScriptActivation,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptNote,
  ScriptParticipant,
  ScriptStep,
} from '../../src/model/script.js';
import { dropEmoji } from '../../src/source/emoji.js';
import type { AsciiOptions } from '../../src/text-diagram/options.js';
import type { Arrow } from '../../src/model/step.js';
import { span } from '../builders/flow.js';
import { linesOf } from '../builders/script-steps.js';
import { operatorOf } from '../builders/english.js';

export const fullStyle: AsciiOptions = {
  style: 'full',
  boxes: true,
  self: 'loop',
  charset: 'unicode',
  corners: 'square',
  width: null,
};

export const arrow = (line: Arrow['line'] = 'solid', head: Arrow['head'] = 'filled', both = false): Arrow => ({
  line,
  head,
  both,
});

export function participant(id: string, label = id, extra: Partial<ScriptParticipant> = {}): ScriptParticipant {
  const { shape = 'participant' } = extra;
  const shapeName = shape === 'participant' ? '' : shape;
  return { id, lines: linesOf(label), kind: 'other', shape, shapeName, links: [], span, ...extra };
}

/** `route` is `A -> B`, or `A --> B` for a dotted reply; `1. text` hangs at its number. */
export function message(route: string, text = '', extra: Partial<ScriptMessage> = {}): ScriptMessage {
  const [from = '', sign = '', to = ''] = route.split(' ');
  const number = /^\d+\. /.exec(text)?.[0] ?? '';
  return {
    kind: 'message',
    step: '',
    id: '',
    span,
    from,
    to,
    prefix: number,
    mark: '',
    lines: linesOf(text.slice(number.length)),
    number: number.slice(0, -2),
    shownNumber: number.slice(0, -2),
    arrow: arrow(sign === '-->' ? 'dotted' : 'solid'),
    isReply: sign === '-->',
    channel: 'back',
    redirectLeg: null,
    activate: false,
    deactivate: false,
    create: false,
    destroy: '',
    tone: null,
    notes: [],
    ...extra,
  };
}

/** `where` is `over A`, `over A,B`, `left A` or `right A`. */
export function note(where: string, text: string): ScriptNote {
  const [placement = '', ids = ''] = where.split(' ');
  return {
    kind: 'note',
    body: 'text',
    step: '',
    tone: null,
    placement: placement as ScriptNote['placement'],
    participants: ids.split(',') as [string],
    lines: linesOf(text),
  };
}

export const fragment = (
  type: ScriptFragment['type'],
  ...branches: readonly (readonly [label: string, ...steps: ScriptStep[]])[]
): ScriptFragment => ({
  kind: 'fragment',
  step: '',
  span,
  type,
  branches: branches.map(([label, ...steps], index) => ({
    operator: operatorOf(type, index),
    lines: linesOf(label),
    tone: null,
    steps,
  })),
});

export const highlight = (...steps: ScriptStep[]): ScriptHighlight => ({
  kind: 'highlight',
  step: '',
  color: '',
  zone: '',
  tone: null,
  lines: [],
  steps,
});

export const activate = (id: string, active = true): ScriptActivation => ({
  kind: 'activation',
  step: '',
  participant: id,
  active,
});

export function script(
  participants: readonly (ScriptParticipant | string)[],
  steps: readonly ScriptStep[],
  extra: Partial<Script> = {},
): Script {
  return {
    id: 'test',
    heading: [],
    accTitle: '',
    accDescr: '',
    autonumber: null,
    participants: participants.map((one) => (typeof one === 'string' ? participant(one) : one)),
    boxes: [],
    unnamedBox: 'Box',
    steps,
    ...extra,
  };
}

/** The script as its words are where emoji are dropped. */
export const withoutEmoji = (whole: Script): Script =>
  JSON.parse(JSON.stringify(whole), (key: string, value: unknown) =>
    key === 'lines' && Array.isArray(value) ? dropEmoji(value as string[]) : value,
  ) as Script;
