/** Scripts for tests, built from what matters to the test. */
import type {
  Script,
  ScriptFragment,
  ScriptMessage,
  ScriptNote,
  ScriptParticipant,
  ScriptStep,
} from '../../src/model/script.js';
import { operatorOf } from '../builders/english.js';

const span = { source: { path: 'flow.yaml', text: '' }, start: 0, end: 0 };

const lines = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'));

export const script = (parts: Partial<Script>): Script => ({
  id: 'test',
  heading: [],
  accTitle: '',
  accDescr: '',
  autonumber: null,
  participants: [participant('A'), participant('B')],
  boxes: [],
  unnamedBox: 'Box',
  steps: [],
  ...parts,
});

export const participant = (
  id: string,
  parts: Partial<ScriptParticipant> & { label?: string } = {},
): ScriptParticipant => {
  const { label = id, ...rest } = parts;
  const { shape = 'participant' } = rest;
  const shapeName = shape === 'participant' ? '' : shape;
  return { id, lines: lines(label), kind: 'other', shape, shapeName, links: [], span, ...rest };
};

export const box = (first: number, last: number, title = '', parts: { color?: string; zone?: string } = {}) => ({
  lines: lines(title),
  color: '',
  zone: '',
  zoneName: parts.zone ?? '',
  first,
  last,
  ...parts,
});

export const message = (from: string, to: string, text: string, parts: Partial<ScriptMessage> = {}): ScriptMessage => ({
  kind: 'message',
  step: '',
  id: '',
  span,
  from,
  to,
  lines: lines(text),
  prefix: '',
  mark: '',
  number: '',
  shownNumber: '',
  arrow: { line: 'solid', head: 'filled', both: false },
  isReply: false,
  channel: 'back',
  redirectLeg: null,
  activate: false,
  deactivate: false,
  create: false,
  destroy: '',
  tone: null,
  notes: [],
  ...parts,
});

export const note = (
  participants: ScriptNote['participants'],
  text: string,
  placement: ScriptNote['placement'] = 'over',
): ScriptNote => ({ kind: 'note', step: '', tone: null, placement, participants, lines: lines(text) });

export const fragment = (
  type: ScriptFragment['type'],
  branches: readonly (readonly [label: string, steps: readonly ScriptStep[]])[],
): ScriptFragment => ({
  kind: 'fragment',
  step: '',
  span,
  type,
  branches: branches.map(([label, steps], index) => ({
    operator: operatorOf(type, index),
    lines: lines(label),
    tone: null,
    steps,
  })),
});

export const phase = (text: string): ScriptStep => ({ kind: 'phase', step: '', lines: lines(text) });

export const delay = (text: string): ScriptStep => ({ kind: 'delay', step: '', span, lines: lines(text) });

export const reference = (participants: ScriptNote['participants'], text: string): ScriptStep => ({
  kind: 'ref',
  operator: 'ref',
  step: '',
  span,
  flow: 'other',
  hasPage: false,
  participants,
  lines: lines(text),
});

export const activation = (participant: string, active: boolean): ScriptStep => ({
  kind: 'activation',
  step: '',
  participant,
  active,
});

export const highlight = (color: string, steps: readonly ScriptStep[]): ScriptStep => ({
  kind: 'highlight',
  step: '',
  color,
  zone: '',
  tone: null,
  lines: [],
  steps,
});

export const numbering = (autonumber: Script['autonumber']): ScriptStep => ({
  kind: 'numbering',
  step: '',
  autonumber,
});
