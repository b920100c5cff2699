/** Flows for the tests of words, made without the parser. */
import type { Field, Json, Request, Response } from '../../src/model/http.js';
import type { Flow, Participant } from '../../src/model/flow.js';
import { textOf } from '../../src/source/filled-text.js';
import {
  buildFlow,
  buildMessage,
  buildParticipant,
  buildRequest,
  buildResponse,
  span,
  stepBase,
} from '../builders/flow.js';
import type {
  ActivationChange,
  Fragment,
  Highlight,
  Message,
  Note,
  NoteBody,
  Numbering,
  NumberingChange,
  Step,
} from '../../src/model/step.js';

export const numbered = (show: { badge?: boolean; label?: boolean }, start = 1, step = 1): Numbering => ({
  badge: show.badge ?? false,
  label: show.label ?? false,
  start,
  step,
  byPhase: false,
  oneForRedirects: null,
});

export const participant = (id: string, label: string, more: Partial<Participant> = {}): Participant =>
  buildParticipant(id, { label: textOf(label), ...more });

export const flow = (steps: readonly Step[], more: Partial<Flow> = {}): Flow =>
  buildFlow({
    id: 'test',
    title: textOf('Test flow'),
    participants: [participant('C', 'Client\n(backend)'), participant('AS', 'Authorization server')],
    steps,
    ...more,
  });

export const message = (text: string, more: Partial<Message> = {}): Message =>
  buildMessage('C', 'AS', { text: textOf(text), ...more });

export const note = (body: string | NoteBody, more: Partial<Note> = {}): Note => ({
  ...stepBase,
  kind: 'note',
  placement: 'over',
  participants: ['C'],
  body: typeof body === 'string' ? { kind: 'text', text: textOf(body) } : body,
  asciiText: null,
  tone: null,
  ...more,
});

export const fragment = (
  type: Fragment['type'],
  branches: readonly (readonly [label: string, ...steps: Step[]])[],
  more: Partial<Fragment> = {},
): Fragment => ({
  ...stepBase,
  kind: 'fragment',
  type,
  branches: branches.map(([label, ...steps]) => ({ label: textOf(label), tone: null, steps })),
  interval: null,
  ...more,
});

export const highlight = (...steps: Step[]): Highlight => ({
  ...stepBase,
  kind: 'highlight',
  color: null,
  tone: null,
  steps,
});

export const activation = (participant: string, active: boolean): ActivationChange => ({
  ...stepBase,
  kind: 'activation',
  participant,
  active,
});

export const numbering = (to: Numbering): NumberingChange => ({ ...stepBase, kind: 'numbering', numbering: to });

const field = (name: string, ...values: string[]): Field => ({
  name,
  values: values.map((value) => textOf(value)),
  span,
});

export const fields = (values: Readonly<Record<string, string | string[]>>): Field[] =>
  Object.entries(values).map(([name, value]) => field(name, ...[value].flat()));

export const request = (more: Partial<Request>): Request => buildRequest(more);
export const response = (more: Partial<Response>): Response => buildResponse(more);

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** `written`: how the author spelled a number, by its value. */
export function json(value: Plain, written: Readonly<Record<string, string>> = {}): Json {
  if (typeof value === 'string') return { kind: 'string', text: textOf(value) };
  if (value === null || typeof value !== 'object') {
    return { kind: 'literal', value, text: textOf(written[String(value)] ?? String(value)) };
  }
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item: Plain) => json(item, written)) };
  const members = Object.entries(value).map(([name, member]) => ({ name, value: json(member, written) }));
  return { kind: 'object', members };
}
