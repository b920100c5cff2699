/** Scripts for tests, built from what matters to the test. */
import type {
  Script,
  ScriptFragment,
  ScriptMessage,
  ScriptNote,
  ScriptParticipant,
  ScriptStep,
} from '../../src/model/script.js';
import { span } from '../builders/flow.js';
import { linesOf } from '../builders/script-steps.js';
import { operatorOf } from '../builders/english.js';

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
  return { id, lines: linesOf(label), kind: 'other', shape, shapeName, links: [], span, ...rest };
};

export const box = (first: number, last: number, title = '', parts: { color?: string; zone?: string } = {}) => ({
  lines: linesOf(title),
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
  lines: linesOf(text),
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
): ScriptNote => ({ kind: 'note', body: 'text', step: '', tone: null, placement, participants, lines: linesOf(text) });

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
    lines: linesOf(label),
    tone: null,
    steps,
  })),
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
