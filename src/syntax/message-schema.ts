/** The schema of messages, with the notes attached to them. */
import * as z from 'zod';
import { arrowHeads, checkNames, checkSources } from '../model/index.js';
import type { ArrowHead } from '../model/index.js';
import { jwtsSchema, redirectSchema, requestSchema, responseSchema, samlSchema } from './http-schema.js';
import { choice, doc, flag, oneOrMany, required, short, text } from './shape.js';
import { anyStep, participant, placement, stepId, tone, wording } from './step-parts.js';

const attachedNote = short(
  'text',
  z.strictObject({
    text: doc(text(), 'The text of the note.', 'Stored only in memory'),
    draw: doc(choice(['request', 'response']), "Draws the message's own data instead of a text.", 'request'),
    only: doc(
      oneOrMany(text()),
      'The parameters, header fields and members of JSON that "draw" shows; the rest is "…". Default: all.',
      ['launch', 'aud'],
    ),
    ...placement,
    tone,
    ascii: wording('In memory'),
  }),
);

/** The meanings of arrow heads; `both` is a filled head at each end. */
const headMeanings: Readonly<Record<ArrowHead | 'both', string>> = {
  filled: 'an arrowhead',
  open: 'none',
  cross: 'lost',
  async: 'asynchronous',
  both: 'a head at both ends',
};
const describedHeads = Object.entries(headMeanings).map(([head, meaning]) => `${head}: ${meaning}`);

const describedChecks = checkNames.map((name) => `${name}: ${checkSources[name].about}`).join('; ');

export const messageSchema = z.strictObject({
  from: required(
    participant(),
    'The sender. The short form "C -> AS: text" is from, to and text in one. "[" and "]" are nowhere, left and right.',
    'C',
  ),
  to: required(participant(), 'The receiver; the sender itself for a self-message.', 'AS'),
  via: doc(participant(), 'The browser that a redirect passes through: "AS --> B -> C".', 'B'),
  text: doc(text(), 'The message. Default: the request line, or the status.', 'POST /token'),
  reply: doc(flag(), 'This message answers an earlier one; the short form writes "-->".', true),
  replyTo: doc(stepId(), 'The id of the step that this message answers.', 'token-request'),
  line: doc(
    choice(['solid', 'dotted']),
    'The line of the arrow. Default: dotted for a reply, otherwise solid.',
    'solid',
  ),
  head: doc(choice([...arrowHeads, 'both']), `${describedHeads.join('; ')}.`, 'async'),
  channel: doc(
    choice(['front', 'back', 'local']),
    'front: through the browser; back: a direct call; local: on the device. Default: by the participants’ kinds.',
    'back',
  ),
  request: doc(requestSchema, 'The HTTP request.', { form: { grant_type: 'client_credentials' } }),
  response: doc(responseSchema, 'The HTTP response.', { status: 200, json: { token_type: 'Bearer' } }),
  redirect: doc(redirectSchema, 'A redirect through the browser: gives Location and the next request.', {
    to: 'https://app.example.com/cb',
    query: { code: '${CODE}' },
  }),
  jwts: doc(jwtsSchema, 'Decoded JWTs, by the parameter that carries them.', {
    client_assertion: { claims: { iss: '${CLIENT_ID}' } },
  }),
  saml: doc(samlSchema, 'Decoded SAML data.', { signed: true }),
  checks: doc(
    oneOrMany(choice(checkNames)),
    `What is verified, in a message from a participant to itself; without a text it says so. ${describedChecks}.`,
    ['state', 'iss'],
  ),
  note: doc(oneOrMany(attachedNote), 'A note right after the message.', 'Stored only in memory'),
  activate: doc(flag(), 'Activates the receiver; the short form writes "->+".', true),
  deactivate: doc(flag(), 'Deactivates the sender; the short form writes "-->-".', true),
  create: doc(flag(), 'This message creates the receiver.', true),
  destroy: doc(participant(), 'The participant, sender or receiver, that this message destroys.', 'W'),
  tone,
  ascii: wording('POST /token'),
  ...anyStep,
});
