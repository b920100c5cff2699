/** Parts of a flow, made without the parser: each has what is given, and of everything else nothing. */
import type { Flow, Participant, ThemeChoice } from '../../src/model/flow.js';
import { emptyText, textOf } from '../../src/source/filled-text.js';
import type { Span } from '../../src/source/source.js';
import type { Message } from '../../src/model/step.js';
import type { Request, Response } from '../../src/model/http.js';

export const span: Span = { source: { path: 'flow.yaml', text: '' }, start: 0, end: 0 };

export const noChoice: ThemeChoice = {
  preset: 'host',
  dark: null,
  presetSpan: null,
  corners: null,
  variables: [],
  pages: 'both',
  legend: false,
  icons: true,
};

/** What every step has. */
export const stepBase = { id: '', isNamed: false, phase: null, threats: [], inText: true, span };

export const buildFlow = (data: Partial<Flow> = {}): Flow => ({
  id: 'flow',
  title: textOf('Flow'),
  lang: '',
  heading: false,
  summary: emptyText,
  family: emptyText,
  specs: [],
  status: 'current',
  profile: [],
  issuer: null,
  variables: [],
  theme: noChoice,
  numbering: { badge: true, label: false, start: 1, step: 1, byPhase: false, oneForRedirects: null },
  channels: 'marks',
  phases: 'drawn',
  mermaidTarget: null,
  keepsLayout: true,
  coloursTones: false,
  participants: [],
  boxes: [],
  steps: [],
  refersToSteps: false,
  ascii: { style: 'full', boxes: true, self: 'loop', emoji: 'drop', legs: 'letters', width: null },
  page: null,
  lint: { allowances: [], sessionCookies: [], csrfCookies: [], assertionLifetime: null },
  span,
  ...data,
});

export const buildParticipant = (id: string, data: Partial<Participant> = {}): Participant => ({
  id,
  label: textOf(id),
  kind: 'other',
  shape: 'participant',
  url: null,
  platform: null,
  confidential: false,
  redirectUris: [],
  links: [],
  asciiLabel: null,
  span,
  ...data,
});

export const buildMessage = (from: string, to: string, data: Partial<Message> = {}): Message => ({
  ...stepBase,
  kind: 'message',
  from,
  to,
  text: emptyText,
  asciiText: null,
  arrow: { line: 'solid', head: 'filled', both: false },
  isReply: false,
  replyTo: '',
  channel: from === to ? 'local' : 'back',
  redirectLeg: null,
  request: null,
  response: null,
  jwts: [],
  saml: null,
  checks: [],
  activate: false,
  deactivate: false,
  create: false,
  destroy: '',
  tone: null,
  notes: [],
  ...data,
});

export const buildRequest = (data: Partial<Request> = {}): Request => ({
  method: 'POST',
  url: textOf('https://as.example.com/token'),
  path: '/token',
  query: [],
  headers: [],
  form: [],
  json: null,
  tls: { clientCert: false, bindOnly: false },
  ...data,
});

export const buildResponse = (data: Partial<Response> = {}): Response => ({
  status: null,
  headers: [],
  location: null,
  params: [],
  json: null,
  ...data,
});
