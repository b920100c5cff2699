/** Measures a script for a picture: turns words into blocks. */
import { Activations, activationsAfter, Ends, walkBranches } from '../../layout/index.js';
import type {
  Script,
  ScriptBranch,
  ScriptDelay,
  ScriptFragment,
  ScriptHighlight,
  ScriptMessage,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
} from '../../model/index.js';
import { Passage, styles } from '../text/index.js';
import type { Block, BranchBlock } from './blocks.js';
import { measureMessage } from './measure-message.js';
import { measureNote } from './measure-note.js';
import { endsOf, rightReach, type Facts, type Walk } from './walk.js';

export function measureScript(script: Script, facts: Facts): readonly Block[] {
  const ids = script.participants.map(({ id }) => id);
  const indices = new Map(ids.map((id, index) => [id, index]));
  const at = (id: string): number => indices.get(id) ?? 0;
  const walk: Walk = { facts, at, ids, activations: new Activations(ids.length), ends: new Ends(script.steps, at) };
  return measureSteps(script.steps, walk, false);
}

function measureSteps(steps: readonly ScriptStep[], walk: Walk, isInside: boolean): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (!step) continue;
    walk.ends.meet(step);
    if (step.kind === 'message') {
      const opened = activationsAfter(steps, index, step.to);
      blocks.push(measureMessage(step, opened, walk));
      for (const next of steps.slice(index + 1, index + 1 + opened)) walk.ends.meet(next);
      index += opened;
    } else blocks.push(...measureStep(step, walk, isInside));
  }
  return blocks;
}

function measureStep(step: Exclude<ScriptStep, ScriptMessage>, walk: Walk, isInside: boolean): readonly Block[] {
  switch (step.kind) {
    case 'note':
      return [measureNote(step, walk)];
    case 'ref':
      return [measureReference(step, walk)];
    case 'phase':
      return [measurePhase(step, isInside)];
    case 'delay':
      return [measureDelay(step)];
    case 'fragment':
    case 'highlight':
      return [measureFrame(step, walk)];
    case 'activation':
      return [{ kind: 'turn', turn: walk.activations.turn(walk.at(step.participant), step.active ? 1 : -1) }];
    case 'numbering':
      // The numbers are in the messages.
      return [];
  }
}

function measureReference(step: ScriptReference, walk: Walk): Block {
  const { first, last } = endsOf(step.participants, walk);
  return {
    kind: 'ref',
    step,
    first,
    last,
    operator: new Passage([step.operator], styles.operator),
    body: new Passage(step.lines, styles.ref),
    reach: rightReach(walk.activations.depth(last)),
  };
}

const measurePhase = (step: ScriptPhase, isNested: boolean): Block => ({
  kind: 'phase',
  step,
  isNested,
  title: new Passage(step.lines, isNested ? styles.nestedPhase : styles.phase),
});

const measureDelay = (step: ScriptDelay): Block => ({
  kind: 'delay',
  step,
  text: new Passage(step.lines, styles.delay),
});

interface Listed {
  readonly said: ScriptBranch | null;
  readonly steps: readonly ScriptStep[];
}

function measureFrame(step: ScriptFragment | ScriptHighlight, walk: Walk): Block {
  const lists: readonly Listed[] =
    step.kind === 'highlight'
      ? [{ said: null, steps: step.steps }]
      : step.branches.map((said) => ({ said, steps: said.steps }));
  return walkBranches(
    lists,
    walk,
    ({ said, steps }, start): BranchBlock => ({
      said,
      operator: new Passage(said && said.operator !== '' ? [said.operator] : [], styles.operator),
      label: new Passage(
        said?.lines ?? [],
        styles.branch,
        'prose',
        said?.tone ? `tone-${said.tone}` : styles.branch.color,
      ),
      ...start,
      blocks: measureSteps(steps, walk, true),
    }),
    (branches) => ({ kind: 'frame', step, branches }),
  );
}
