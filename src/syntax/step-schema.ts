/** The schema of steps. A step's distinguishing key picks its schema before validation. */
import * as z from 'zod';
import type { Tone } from '../model/index.js';
import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import { desugarArrow, isArrowKey } from './arrow.js';
import { messageSchema } from './message-schema.js';
import type { MapNode } from './node.js';
import { numberingSchema } from './numbering-schema.js';
import { doc, oneOrMany, record, required, text, withNotes } from './shape.js';
import type { Selected } from './shape.js';
import { anyStep, participant, placement, tone, wording } from './step-parts.js';

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
