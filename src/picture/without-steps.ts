/** Leaves kinds of steps out of a flow's words. */
import { mapTree } from '../model/index.js';
import type { Script, ScriptStep } from '../model/index.js';

interface LeftOut {
  readonly notes: boolean;
  readonly phases: boolean;
}

export function withoutSteps(script: Script, { notes, phases }: LeftOut): Script {
  if (!notes && !phases) return script;
  const steps = mapTree<ScriptStep>(script.steps, (step) => {
    if ((notes && step.kind === 'note') || (phases && step.kind === 'phase')) return [];
    return [notes && step.kind === 'message' ? { ...step, notes: [] } : step];
  });
  return { ...script, steps };
}
