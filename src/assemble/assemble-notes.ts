/** Builds notes: those that are steps, and those attached to a message. */
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
  const [one, two, ...more] = (note.over ?? []).map((name) => name.value);
  if (one === undefined) return null;
  if (two === undefined || (one === two && more.length === 0)) return { placement: 'over', participants: [one] };
  return {
    placement: 'over',
    participants: more.length === 0 ? [one, two] : outermost([one, two, ...more], participants),
  };
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
  const { from, to } = message;
  const ends: Note['participants'] = from === to ? [from] : [from, to];
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

function assembleBody({ text, draw }: AttachedNoteShape, { request, response }: Annotated, fill: Fill): NoteBody {
  if (draw?.value === 'request' && request) return { kind: 'request', request };
  if (draw?.value === 'response' && response) return { kind: 'response', response };
  return { kind: 'text', text: fill(text) };
}
