/** Builds a step's messages: one, or the two legs of a redirect through a browser. */
import { describeChecks } from '../model/index.js';
import type { Arrow, Channel, Message, Participant, Request, Response, Say } from '../model/index.js';
import { textOf } from '../source/index.js';
import type { Text } from '../source/index.js';
import { asciiWords, assembleBase } from './assemble-base.js';
import { assembleJwts, assembleRequest, assembleResponse, assembleSaml } from './assemble-http.js';
import type { MessageShape } from './assemble-http.js';
import { assembleAttachedNotes } from './assemble-notes.js';
import type { AttachedNoteShape } from './assemble-notes.js';
import { assembleRedirect } from './assemble-redirect.js';
import { describeCausedRequest, describeData } from './describe-data.js';
import type { Fill } from './assemble-base.js';

interface Context {
  readonly step: MessageShape;
  /** In drawing order. */
  readonly participants: readonly Participant[];
  readonly fill: Fill;
  /** Says words in the language of the flow. */
  readonly say: Say;
}

/** The fields that differ between the legs of a redirect. */
interface Leg extends Pick<Message, 'from' | 'to' | 'text' | 'redirectLeg'> {
  readonly request: Request | null;
  readonly response: Response | null;
  readonly notes: readonly AttachedNoteShape[];
}

export function assembleMessages(step: MessageShape, around: Omit<Context, 'step'>): readonly Message[] {
  const context = { step, ...around };
  return step.via && step.redirect ? assembleLegs(context, step.via.value, step.redirect) : [assembleSingle(context)];
}

function assembleSingle(context: Context): Message {
  const { step, participants, fill, say } = context;
  const said = fill(step.text);
  const receiver = participants.find(({ id }) => id === step.to.value);
  const request = step.request ? assembleRequest(step.request, said, receiver, fill) : null;
  const response = step.redirect
    ? assembleRedirect(step.redirect, step, said, receiver, fill).response
    : step.response
      ? assembleResponse(step.response, said, fill)
      : null;
  const leg: Leg = {
    from: step.from.value,
    to: step.to.value,
    text: step.text ? said : describeOwn(step, { request, response }, say),
    redirectLeg: step.redirect ? 'response' : null,
    request,
    response,
    notes: step.note ?? [],
  };
  return {
    ...assembleLeg(context, leg),
    ...assembleBase(step, fill),
    asciiText: asciiWords(step.ascii, fill),
    arrow: assembleArrow(step),
    isReply: isReply(step),
    replyTo: step.replyTo?.value ?? '',
    checks: checksOf(step),
    activate: step.activate?.value ?? false,
    deactivate: step.deactivate?.value ?? false,
    create: step.create?.value ?? false,
    destroy: step.destroy?.value ?? '',
  };
}

/** What the data says, or else what is verified. */
function describeOwn(step: MessageShape, { request, response }: Pick<Message, 'request' | 'response'>, say: Say): Text {
  const checks = checksOf(step);
  return request || response || checks.length === 0
    ? describeData(request, response)
    : textOf(describeChecks(checks, say));
}

const checksOf = (step: MessageShape): Message['checks'] => (step.checks ?? []).map(({ value }) => value);

/** The reply that sends the browser away, and the request that it makes then. */
function assembleLegs(
  context: Context,
  browser: string,
  redirect: NonNullable<MessageShape['redirect']>,
): readonly Message[] {
  const { step, participants, fill, say } = context;
  const said = fill(step.text);
  const receiver = participants.find(({ id }) => id === step.to.value);
  const { response, request } = assembleRedirect(redirect, step, said, receiver, fill);
  const drawsResponse = (note: AttachedNoteShape) => note.draw?.value === 'response';
  const first = assembleLeg(context, {
    from: step.from.value,
    to: browser,
    text: step.text ? said : describeData(null, response),
    redirectLeg: 'response',
    request: null,
    response,
    notes: (step.note ?? []).filter(drawsResponse),
  });
  const second = assembleLeg(context, {
    from: browser,
    to: step.to.value,
    text: redirect.text ? fill(redirect.text) : describeCausedRequest(request, say),
    redirectLeg: 'request',
    request,
    response: null,
    notes: (step.note ?? []).filter((note) => !drawsResponse(note)),
  });
  const endsSender = step.destroy?.value === step.from.value;
  const destroy = step.destroy?.value ?? '';
  return [
    {
      ...first,
      ...assembleBase(step, fill),
      asciiText: asciiWords(step.ascii, fill),
      arrow: assembleArrow(step),
      isReply: isReply(step),
      replyTo: step.replyTo?.value ?? '',
      deactivate: step.deactivate?.value ?? false,
      destroy: endsSender ? destroy : '',
    },
    {
      ...second,
      activate: step.activate?.value ?? false,
      create: step.create?.value ?? false,
      destroy: endsSender ? '' : destroy,
    },
  ];
}

const plainArrow: Arrow = { line: 'solid', head: 'filled', both: false };

/** A message with only its leg's fields. */
function assembleLeg({ step, participants, fill }: Context, leg: Leg): Message {
  const { notes, ...own } = leg;
  const { inText, span } = assembleBase(step, fill);
  const showsNotes = !(step.ascii && 'note' in step.ascii && step.ascii.note);
  return {
    kind: 'message',
    ...own,
    id: '',
    isNamed: false,
    phase: null,
    threats: [],
    inText,
    span,
    asciiText: null,
    arrow: plainArrow,
    isReply: false,
    replyTo: '',
    channel: step.channel?.value ?? defaultChannel(leg, participants),
    jwts: assembleJwts(step.jwts, fill),
    saml: step.saml ? assembleSaml(step.saml, fill) : null,
    checks: [],
    activate: false,
    deactivate: false,
    create: false,
    destroy: '',
    tone: step.tone?.value ?? null,
    notes: assembleAttachedNotes(notes, { ...own, inText, span }, showsNotes, participants, fill),
  };
}

/** Local within one participant or with a user; front with a browser, as for redirects; otherwise back. */
function defaultChannel(
  { from, to, redirectLeg }: Pick<Message, 'from' | 'to' | 'redirectLeg'>,
  participants: readonly Participant[],
): Channel {
  const kinds = participants.filter(({ id }) => id === from || id === to).map(({ kind }) => kind);
  if (from === to || kinds.includes('user')) return 'local';
  return redirectLeg || kinds.includes('browser') ? 'front' : 'back';
}

const isReply = (step: MessageShape): boolean => (step.reply?.value ?? false) || step.replyTo !== undefined;

function assembleArrow(step: MessageShape): Arrow {
  const head = step.head?.value ?? 'filled';
  return {
    line: step.line?.value ?? (isReply(step) ? 'dotted' : 'solid'),
    head: head === 'both' ? 'filled' : head,
    both: head === 'both',
  };
}
