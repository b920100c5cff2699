/** Finds the messages that may create a participant: Mermaid requires that no earlier step names it. */
import { flatWithNotes, namedBy } from '../model/index.js';
import type { Script, ScriptMessage, ScriptParticipant } from '../model/index.js';
import type { Report } from '../source/index.js';

export interface Creations {
  /** The participant that a message creates. */
  readonly byMessage: ReadonlyMap<ScriptMessage, ScriptParticipant>;
  /** The participants that are declared together with such a message, so that they are drawn to the right of the created one. */
  readonly followers: ReadonlyMap<ScriptMessage, readonly ScriptParticipant[]>;
  /** The ids of all of these, which aren't declared at the top. */
  readonly ids: ReadonlySet<string>;
}

interface Created {
  readonly message: ScriptMessage;
  /** The index of the participant. */
  readonly index: number;
}

export function findCreations(script: Script, report: Report): Creations {
  const byMessage = new Map<ScriptMessage, ScriptParticipant>();
  const firstMentions = new Map<string, number>();
  const created: Created[] = [];
  // Document order is the order in which Mermaid reads them.
  for (const step of flatWithNotes(script.steps)) {
    if (step.kind === 'message' && step.create) {
      const index = script.participants.findIndex(({ id }) => id === step.to);
      const participant = script.participants[index];
      if (participant && step.from !== step.to && !firstMentions.has(step.to)) {
        byMessage.set(step, participant);
        created.push({ message: step, index });
      } else report(drawnFromTop(step));
    }
    for (const id of namedBy(step)) if (!firstMentions.has(id)) firstMentions.set(id, created.length);
  }
  const followers = findFollowers(script, created, firstMentions);
  const ids = new Set([...byMessage.values(), ...followers.values()].flat().map(({ id }) => id));
  for (const participant of misplaced(script, created, ids)) report(movedRight(participant));
  return { byMessage, followers, ids };
}

/**
 * Mermaid draws participants in the order in which it reads them, so those to the right of a created one are declared
 * after it, if no earlier step names them and they are in no box. `firstMentions`: how many were created by then.
 */
function findFollowers(
  { participants, boxes }: Script,
  created: readonly Created[],
  firstMentions: ReadonlyMap<string, number>,
): Creations['followers'] {
  const followers = new Map<ScriptMessage, readonly ScriptParticipant[]>();
  for (const [index, participant] of participants.entries()) {
    if (isBoxed(boxes, index) || created.some((other) => other.index === index)) continue;
    const last = created.findLastIndex((other) => other.index < index);
    const message = created[last]?.message;
    if (message && (firstMentions.get(participant.id) ?? Infinity) > last)
      followers.set(message, [...(followers.get(message) ?? []), participant]);
  }
  return followers;
}

const isBoxed = (boxes: Script['boxes'], index: number): boolean =>
  boxes.some(({ first, last }) => first <= index && index <= last);

/** Created participants are drawn outside of boxes, to the right of all that are declared at the top or created earlier. */
function misplaced(
  { participants, boxes }: Script,
  created: readonly Created[],
  late: ReadonlySet<string>,
): readonly ScriptParticipant[] {
  return created
    .filter(
      ({ index }, order) =>
        isBoxed(boxes, index) ||
        participants.slice(index).some(({ id }) => !late.has(id)) ||
        created.slice(0, order).some((earlier) => earlier.index > index),
    )
    .flatMap(({ index }) => participants[index] ?? []);
}

const drawnFromTop = ({ to, span }: ScriptMessage) =>
  ({
    code: 'mermaid-create',
    severity: 'info',
    message: `Mermaid draws participant "${to}" from the top: an earlier step names it`,
    span,
  }) as const;

const movedRight = ({ id, span }: ScriptParticipant) =>
  ({
    code: 'mermaid-create',
    severity: 'info',
    message: `Mermaid draws participant "${id}" at the right end and outside of boxes, because a message creates it`,
    span,
  }) as const;
