/** Builds notes: those that are steps, and those attached to a message. */
import { endsOf } from '../model/index.js';
import type { Message, Note, NoteBody, Participant, StepBase } from '../model/index.js';
import type { Scalar, Step as StepShape } from '../syntax/index.js';
import { asciiWords, isFalse } from './assemble-base.js';
import type { MessageShape } from './assemble-http.js';
import type { Fill } from './assemble-base.js';

interface PlacedShape {
  readonly over?: readonly Scalar[] | undefined;
  readonly leftOf?: Scalar | undefined;
  readonly rightOf?: Scalar | undefined;
}

/** Where the author places a note, or null. */
function assemblePlacement(
  note: PlacedShape,
  participants: readonly Participant[],
): Pick<Note, 'placement' | 'participants'> | null {
  if (note.leftOf) return { placement: 'left', participants: [note.leftOf.value] };
  if (note.rightOf) return { placement: 'right', participants: [note.rightOf.value] };
  if (!note.over?.[0]) return null;
  const names = note.over.map((name) => name.value);
  return { placement: 'over', participants: spanOver(names, participants) };
}

/** The participant, or the two in the author's order, or the outermost of more; of all participants for no names. */
export function spanOver(names: readonly string[], participants: readonly Participant[]): Note['participants'] {
  const [one, two, ...more] = names.length > 0 ? names : participants.map(({ id }) => id);
  if (one === undefined || two === undefined || (one === two && more.length === 0)) return [one ?? ''];
  return more.length === 0 ? [one, two] : outermost([one, two, ...more], participants);
}

function outermost(names: readonly string[], participants: readonly Participant[]): readonly [string, string] {
  const drawn = participants.map(({ id }) => id).filter((id) => names.includes(id));
  return [drawn[0] ?? '', drawn.at(-1) ?? ''];
}

/** A note that is a step. */
export function assembleNote(
  step: Extract<StepShape, { note: Scalar }>,
  base: StepBase,
  participants: readonly Participant[],
  fill: Fill,
): Note {
  const placement = assemblePlacement(step, participants) ?? { placement: 'over', participants: [''] };
  return {
    ...base,
    kind: 'note',
    ...placement,
    body: { kind: 'text', text: fill(step.note) },
    tone: step.tone?.value ?? null,
    asciiText: asciiWords(step.ascii, fill),
  };
}

/** The part of a message that its notes need. */
type Annotated = Pick<Message, 'from' | 'to' | 'request' | 'response' | 'inText' | 'span'>;

export type AttachedNoteShape = NonNullable<MessageShape['note']>[number];

/** The notes of one message, over its two ends unless the author places them. `shown`: whether the text diagram has them. */
export function assembleAttachedNotes(
  notes: readonly AttachedNoteShape[],
  message: Annotated,
  shown: boolean,
  participants: readonly Participant[],
  fill: Fill,
): readonly Note[] {
  const ends = endsOf(message);
  return notes.map((note) => ({
    id: '',
    isNamed: false,
    phase: null,
    threats: [],
    inText: message.inText && shown && !isFalse(note.ascii),
    span: (note.text ?? note.draw)?.span ?? message.span,
    kind: 'note',
    ...(assemblePlacement(note, participants) ?? { placement: 'over', participants: ends }),
    body: assembleBody(note, message, fill),
    tone: note.tone?.value ?? null,
    asciiText: asciiWords(note.ascii, fill),
  }));
}

function assembleBody({ text, draw, only: names }: AttachedNoteShape, data: Annotated, fill: Fill): NoteBody {
  const { request, response } = data;
  const only = names?.map((name) => name.value) ?? null;
  if (draw?.value === 'request' && request) return { kind: 'request', request, only };
  if (draw?.value === 'response' && response) return { kind: 'response', response, only };
  return { kind: 'text', text: fill(text) };
}
