/** Ends the activations that nobody ends, so that every medium draws them alike: Mermaid draws no bar for an open one. */
import { stepLists } from '../model/index.js';
import type { ScriptStep } from '../model/index.js';
import { activation } from './cut.js';

type Steps = readonly ScriptStep[];
/** The steps that began the open activations of each participant. */
type Open = ReadonlyMap<string, Steps>;

/** The steps, followed by the ends of what is still open then. A participant that a message destroys needs none. */
export function endActivations(steps: Steps): Steps {
  const open = follow(steps, new Map());
  const ends = [...open].flatMap(([participant, begun]) => begun.map((step) => activation(step, participant, false)));
  return [...steps, ...ends];
}

/** Each branch begins with the activations of its fragment, and later steps continue from the last branch. */
function follow(steps: Steps, before: Open): Open {
  let open = before;
  for (const step of steps) {
    const start = open;
    for (const inside of stepLists<ScriptStep>(step)) open = follow(inside, start);
    open = changedBy(step, open);
  }
  return open;
}

function changedBy(step: ScriptStep, open: Open): Open {
  const begin = (participant: string, now: Open): Open =>
    new Map(now).set(participant, [...(now.get(participant) ?? []), step]);
  const end = (participant: string, now: Open): Open =>
    new Map(now).set(participant, (now.get(participant) ?? []).slice(0, -1));
  if (step.kind === 'activation') return step.active ? begin(step.participant, open) : end(step.participant, open);
  if (step.kind !== 'message') return open;
  const begun = step.activate ? begin(step.to, open) : open;
  const left = step.deactivate ? end(step.from, begun) : begun;
  return step.destroy === '' ? left : new Map(left).set(step.destroy, []);
}
