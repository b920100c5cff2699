/** The schema of steps. A step's distinguishing key picks its schema before validation. */
import * as z from 'zod';
import { arrowHeads, checkNames, checkSources, toneNames } from '../model/index.js';
import type { ArrowHead, Tone } from '../model/index.js';
import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import { desugarArrow, isArrowKey } from './arrow.js';
import { jwtsSchema, redirectSchema, requestSchema, responseSchema, samlSchema, threatSchema } from './http-schema.js';
import type { MapNode } from './node.js';
import { numberingSchema } from './numbering-schema.js';
import { choice, doc, flag, list, oneOrMany, pattern, record, required, short, text, withNotes } from './shape.js';
import type { Selected } from './shape.js';

const stepId = () => pattern([/^[A-Za-z][\w-]*$/, 'letters, digits, "-" and "_", starting with a letter']);
const participant = () => text();

/** The keys that every step may have. */
const anyStep = {
  id: doc(
    stepId(),
    'The step’s id, unique in the flow; used by patches, deep links and lint allowances.',
    'token-request',
  ),
  phase: doc(
    text(),
    'The title of the phase that starts with this step: a rule across the diagrams, a heading of the steps, a slide.',
    'Sign in',
  ),
  threats: doc(list(threatSchema), 'What can go wrong here.', [{ title: 'Code injection', stride: 'S' }]),
};

const wording = (example: string) =>
  doc(
    z.union([
      z.literal(false),
      short(
        'text',
        z.strictObject({
          text: doc(text(), 'The text in the text diagram.', example),
          note: doc(z.literal(false), "Leaves the message's notes out of the text diagram.", false),
        }),
      ),
    ]),
    'The text in the text diagram; false leaves the step out of it.',
    example,
  );

const tone = doc(
  choice(toneNames),
  'What it means for the reader. Texts show it by a mark, descriptions say it, and pictures colour it as the theme says.',
  'danger',
);

const placement = {
  over: doc(oneOrMany(participant()), 'The participant that the note is over, or the first and last that it spans.', [
    'C',
    'AS',
  ]),
  leftOf: doc(participant(), 'The participant that the note is left of.', 'C'),
  rightOf: doc(participant(), 'The participant that the note is right of.', 'AS'),
};

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

const noteSchema = z.strictObject({
  note: required(text(), 'The text of the note.', 'Stored only in memory'),
  ...placement,
  tone,
  ascii: wording('In memory'),
  ...anyStep,
});

const delaySchema = z.strictObject({
  delay: required(text(), 'Time passes here; the value says how much, or until when.', '5 minutes'),
  ascii: wording('5 min'),
  ...anyStep,
});
const refSchema = z.strictObject({
  ref: required(
    text(),
    'Another flow that happens here: the id of a flow beside this file or of a shipped one, or a file.',
    'oidc-rp-initiated-logout',
  ),
  text: doc(text(), 'What the diagrams say. Default: the title of that flow.', 'Log out'),
  over: doc(oneOrMany(participant()), 'The participant that takes part, or the first and last. Default: all.', [
    'U',
    'AS',
  ]),
  ascii: wording('Logout'),
  ...anyStep,
});

const leftOut = doc(z.literal(false), 'Leaves the step out of the text diagram.', false);
const activateSchema = z.strictObject({
  activate: required(participant(), 'Activates a participant.', 'AS'),
  ascii: leftOut,
  ...anyStep,
});
const deactivateSchema = z.strictObject({
  deactivate: required(participant(), 'Deactivates a participant.', 'AS'),
  ascii: leftOut,
  ...anyStep,
});
const numberingStepSchema = z.strictObject({
  numbering: required(numberingSchema, 'Changes the numbering of the messages that follow.', 'none'),
  ascii: leftOut,
  ...anyStep,
});
const includeSchema = z.strictObject({
  include: required(text(), 'A file whose steps are inserted here.', 'shared/login.yaml'),
});

/** The recursive types, which zod can't infer. */
export interface BranchShape {
  label?: string | undefined;
  tone?: Tone | undefined;
  steps: StepShape[];
}
type BranchesShape = { key: string; value: StepShape[] }[] | BranchShape[];
type AnyStepShape = z.infer<z.ZodObject<typeof anyStep>> & { ascii?: false | undefined };
type AlternativesShape = AnyStepShape & { alt?: BranchesShape; par?: BranchesShape; critical?: BranchesShape };
type RegionShape = AnyStepShape & {
  opt?: string;
  loop?: string;
  break?: string;
  group?: string;
  rect?: string;
  interval?: string | undefined;
  tone?: Tone | undefined;
  steps: StepShape[];
};
type MessageShape = z.infer<typeof messageSchema>;
type NoteShape = z.infer<typeof noteSchema>;
type ActivateShape = z.infer<typeof activateSchema>;
type DeactivateShape = z.infer<typeof deactivateSchema>;
type NumberingShape = z.infer<typeof numberingStepSchema>;
type DelayShape = z.infer<typeof delaySchema>;
type RefShape = z.infer<typeof refSchema>;
type IncludeShape = z.infer<typeof includeSchema>;
export type StepShape =
  | MessageShape
  | NoteShape
  | AlternativesShape
  | RegionShape
  | DelayShape
  | RefShape
  | ActivateShape
  | DeactivateShape
  | NumberingShape
  | IncludeShape;

const steps = (): z.ZodArray<z.ZodType<StepShape>> => z.array(z.lazy(() => stepSchema));

const branches = () =>
  z.union([
    record(steps()),
    z.array(
      z.strictObject({
        label: doc(text(), 'When this branch is taken.', 'accepted'),
        tone,
        steps: required(steps(), 'What happens then.', [{ 'AS --> C': '200 OK' }]),
      }),
    ),
  ]);

const branched = (about: string) =>
  required(branches(), about, { accepted: [{ 'AS --> C': '200 OK' }] }, [
    { label: 'accepted', steps: [{ 'AS --> C': '200 OK' }] },
  ]);
const labelled = (about: string, example: string) => required(text(), about, example);
const inside = required(steps(), 'What happens inside.', [{ 'C -> AS': 'POST /token' }]);

/** The kinds of steps by distinguishing key, in the order in which messages list them. */
export const stepKinds = {
  from: messageSchema,
  alt: z.strictObject({
    alt: branched('Alternatives, of which one happens; branches by label, in order.'),
    ascii: leftOut,
    ...anyStep,
  }),
  opt: z.strictObject({
    opt: labelled('Optional steps; the value is their condition.', 'token expired'),
    steps: inside,
    tone,
    ascii: leftOut,
    ...anyStep,
  }),
  loop: z.strictObject({
    loop: labelled('Repeated steps; the value says how often.', 'every ${interval} seconds'),
    steps: inside,
    interval: doc(text(), 'The interval of a polling loop, in seconds.', 5),
    tone,
    ascii: leftOut,
    ...anyStep,
  }),
  par: z.strictObject({ par: branched('Parallel steps; branches by label.'), ascii: leftOut, ...anyStep }),
  critical: z.strictObject({
    critical: branched('A critical region: first its steps, then its options, such as failures.'),
    ascii: leftOut,
    ...anyStep,
  }),
  break: z.strictObject({
    break: labelled('Steps that end the flow; the value is their condition.', 'state does not match'),
    steps: inside,
    tone,
    ascii: leftOut,
    ...anyStep,
  }),
  group: z.strictObject({
    group: labelled('Steps that belong together; the value is their label.', 'Sign in'),
    steps: inside,
    tone,
    ascii: leftOut,
    ...anyStep,
  }),
  rect: z.strictObject({
    rect: labelled("A colour for a region of steps, or 'theme'.", 'rgba(128,128,128,0.1)'),
    steps: inside,
    tone,
    ascii: leftOut,
    ...anyStep,
  }),
  delay: delaySchema,
  ref: refSchema,
  activate: activateSchema,
  deactivate: deactivateSchema,
  numbering: numberingStepSchema,
  include: includeSchema,
  note: noteSchema,
} as const satisfies Record<string, z.ZodObject>;

function selectStep(node: MapNode, report: Report): Selected | null {
  const written = node.entries.map((entry) => entry.key.text);
  const arrows = node.entries.filter((entry) => isArrowKey(entry.key.text));
  const desugared = arrows.length > 0 ? desugarArrow(node, arrows, report) : node;
  if (desugared === null) return null;
  const isMessage = arrows.length > 0 || written.includes('from') || written.includes('to');
  const kinds = Object.entries(stepKinds);
  const [key, schema] = (isMessage ? kinds[0] : kinds.find(([name]) => written.includes(name))) ?? [];
  if (schema)
    return { name: key === 'from' ? 'a message' : `the step ${JSON.stringify(key)}`, schema, node: desugared };
  report({
    code: 'known-steps',
    severity: 'error',
    message: 'this is not a known kind of step',
    span: node.entries[0]?.key.span ?? node.span,
    ...wayOut(node),
  });
  return null;
}

/** The kinds of steps but messages, most used first. */
const kindsByUse: readonly string[] = [
  ...new Set(['alt', 'opt', 'note', 'loop', 'ref', 'par', ...Object.keys(stepKinds).filter((key) => key !== 'from')]),
];

function wayOut({ entries: [first] }: MapNode): ReturnType<typeof unknownName> {
  return unknownName(first?.key.text ?? '', 'a message is "A -> B: text"; other steps', kindsByUse, first?.key.span);
}

const stepSchema: z.ZodType<StepShape> = withNotes(z.custom<StepShape>(), {
  select: selectStep,
  examples: [{ 'C -> AS': 'POST /token' }],
  definition: 'step',
});
export const stepsSchema = steps();

/** The keys that a patch may set on a step: all keys of a message, a note or a fragment, but not the steps inside. */
export const stepChangeSchema = withNotes(
  z
    .strictObject({
      ...noteSchema.shape,
      ...delaySchema.shape,
      ...refSchema.shape,
      ...messageSchema.shape,
      ...stepKinds.loop.omit({ steps: true }).shape,
      opt: stepKinds.opt.shape.opt,
      break: stepKinds.break.shape.break,
      group: stepKinds.group.shape.group,
      rect: stepKinds.rect.shape.rect,
    })
    .partial(),
  { mergePatch: true },
);
