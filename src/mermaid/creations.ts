/** Which messages may create a participant: Mermaid wants one to be unknown before the message that creates it. */
import type { Report } from '../diagnostic.js';
import type { Script, ScriptMessage, ScriptParticipant, ScriptStep } from '../model/script.js';

export interface Creations {
  /** Whom a message creates. */
  readonly byMessage: ReadonlyMap<ScriptMessage, ScriptParticipant>;
  /** The ids of those, who aren't declared at the top. */
  readonly ids: ReadonlySet<string>;
}

export function findCreations(script: Script, report: Report): Creations {
  const participants = new Map(script.participants.map((participant) => [participant.id, participant]));
  const byMessage = new Map<ScriptMessage, ScriptParticipant>();
  const known = new Set<string>();
  for (const step of flatten(script.steps)) {
    if (step.kind === 'message' && step.create) {
      const created = participants.get(step.to);
      if (created && step.from !== step.to && !known.has(step.to)) byMessage.set(step, created);
      else report(drawnFromTop(step.to));
    }
    for (const id of mentions(step)) known.add(id);
  }
  const ids = new Set([...byMessage.values()].map(({ id }) => id));
  for (const id of misplaced(script, ids)) report(movedRight(id));
  return { byMessage, ids };
}

/** In the order in which Mermaid reads them; a fragment comes before its own steps. */
function* flatten(steps: readonly ScriptStep[]): Generator<ScriptStep> {
  for (const step of steps) {
    yield step;
    if (step.kind === 'message') yield* step.notes;
    if (step.kind === 'fragment') for (const branch of step.branches) yield* flatten(branch.steps);
    if (step.kind === 'highlight') yield* flatten(step.steps);
  }
}

function mentions(step: ScriptStep): readonly string[] {
  if (step.kind === 'message') return [step.from, step.to];
  if (step.kind === 'note') return step.participants;
  return step.kind === 'activation' ? [step.participant] : [];
}

/** Mermaid draws created participants at the right end and outside of boxes. */
function misplaced({ participants, boxes }: Script, created: ReadonlySet<string>): readonly string[] {
  const isBoxed = (index: number): boolean => boxes.some(({ first, last }) => first <= index && index <= last);
  return participants
    .filter(
      ({ id }, index) =>
        created.has(id) && (isBoxed(index) || participants.slice(index).some((other) => !created.has(other.id))),
    )
    .map(({ id }) => id);
}

const drawnFromTop = (id: string) =>
  ({
    code: 'mermaid-create',
    severity: 'info',
    message: `Mermaid draws participant "${id}" from the top: an earlier step names it`,
  }) as const;

const movedRight = (id: string) =>
  ({
    code: 'mermaid-create',
    severity: 'info',
    message: `Mermaid draws participant "${id}" at the right end and outside of boxes, since a message creates it`,
  }) as const;
