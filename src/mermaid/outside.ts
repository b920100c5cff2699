/** Gives messages from and to nowhere a participant, because in Mermaid every message has two. */
import { flatSteps, isOutside } from '../model/index.js';
import type { Script, ScriptParticipant } from '../model/index.js';

/** UML's filled circle at the end of a found or lost message. */
const circle = '●';

/** The same script with a participant at the left or right edge where messages come from there or go there. */
export function drawOutside(script: Script): Script {
  const used = new Map<string, ScriptParticipant>();
  for (const step of flatSteps(script.steps))
    if (step.kind === 'message')
      for (const id of [step.from, step.to]) if (isOutside(id) && !used.has(id)) used.set(id, nowhere(id, step.span));
  if (used.size === 0) return script;
  const [left, right] = [[used.get('[') ?? []].flat(), [used.get(']') ?? []].flat()];
  return {
    ...script,
    participants: [...left, ...script.participants, ...right],
    boxes: script.boxes.map((box) => ({ ...box, first: box.first + left.length, last: box.last + left.length })),
  };
}

const nowhere = (id: string, span: ScriptParticipant['span']): ScriptParticipant => ({
  id,
  lines: [circle],
  kind: 'other',
  shape: 'participant',
  shapeName: '',
  links: [],
  span,
});
