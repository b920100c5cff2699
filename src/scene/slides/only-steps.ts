/** Takes the steps of a slide out of a script: with who takes part in them, and with what is active where they begin. */
import { childrenOf, flatWithNotes, isOutside, stepLists } from '../../model/index.js';
import type { Script, ScriptStep } from '../../model/index.js';
import type { Span } from '../../source/index.js';

/**
 * Steps outside are left out, but for the activations before the first one that is kept, and for one blank step in each branch of
 * a fragment of which a part is kept: so what cuts the fragment sees that it goes on. A box without participants is at -1.
 *
 * @param kept steps that draw something, in one piece
 */
export function onlySteps(script: Script, kept: ReadonlySet<ScriptStep>): Script {
  const used = participantsOf(kept);
  const isUsed = (id: string): boolean => used.size === 0 || used.has(id);
  const participants = script.participants.filter(({ id }) => isUsed(id));
  const indices = new Map(participants.map(({ id }, index) => [id, index]));
  const boxes = script.boxes.map((box) => {
    const inside = script.participants.slice(box.first, box.last + 1).flatMap(({ id }) => indices.get(id) ?? []);
    const [first = -1] = inside;
    return { ...box, lines: first < 0 ? [] : box.lines, first, last: inside.at(-1) ?? -1 };
  });
  const [anyone] = script.participants;
  if (!anyone) return script;
  const reduction = new Reduction(kept, isUsed, anyone.span);
  return { ...script, participants, boxes, steps: reduction.reduce(script.steps, false) };
}

function participantsOf(kept: ReadonlySet<ScriptStep>): ReadonlySet<string> {
  const used = new Set<string>();
  for (const step of flatWithNotes<ScriptStep>([...kept])) {
    if (step.kind === 'message') for (const id of [step.from, step.to]) if (!isOutside(id)) used.add(id);
    if (step.kind === 'note' || step.kind === 'ref') for (const id of step.participants) used.add(id);
  }
  return used;
}

class Reduction {
  /** How many steps that are kept lie ahead. */
  #ahead: number;

  constructor(
    readonly kept: ReadonlySet<ScriptStep>,
    readonly isUsed: (participant: string) => boolean,
    readonly span: Span,
  ) {
    this.#ahead = kept.size;
  }

  reduce(steps: readonly ScriptStep[], isInside: boolean): readonly ScriptStep[] {
    const reduced: ScriptStep[] = [];
    let before: 'kept' | 'blank' | 'nothing' = 'nothing';
    for (const step of steps) {
      if (this.#holds(step)) {
        reduced.push(...this.#keep(step));
        before = 'kept';
      } else if (step.kind === 'activation' || step.kind === 'numbering') {
        // Those right behind a step belong to it.
        if (before === 'kept' || this.#ahead > 0) reduced.push(...this.#activations(step));
      } else {
        if (this.#ahead > 0) reduced.push(...this.#activations(step));
        if (isInside && before !== 'blank')
          reduced.push({ kind: 'delay', step: step.step, span: this.span, lines: [] });
        before = 'blank';
      }
    }
    return reduced;
  }

  #holds(step: ScriptStep): boolean {
    return this.kept.has(step) || childrenOf(step).some((inner) => this.#holds(inner));
  }

  #keep(step: ScriptStep): readonly ScriptStep[] {
    if (this.kept.has(step)) {
      this.#ahead -= 1;
      return [step];
    }
    if (step.kind === 'highlight') return [{ ...step, steps: this.reduce(step.steps, true) }];
    if (step.kind !== 'fragment') return [];
    const branches = step.branches.map((branch) => {
      const isShown = branch.steps.some((inner) => this.#holds(inner));
      return { ...branch, lines: isShown ? branch.lines : [], steps: this.reduce(branch.steps, true) };
    });
    return [{ ...step, branches }];
  }

  /** Those that a step leaves behind. */
  #activations(step: ScriptStep): readonly ScriptStep[] {
    const change = (participant: string, active: boolean): readonly ScriptStep[] =>
      this.isUsed(participant) ? [{ kind: 'activation', step: step.step, participant, active }] : [];
    if (step.kind === 'activation') return change(step.participant, step.active);
    if (step.kind === 'message')
      return [...(step.activate ? change(step.to, true) : []), ...(step.deactivate ? change(step.from, false) : [])];
    // What follows a fragment goes on from its last branch.
    return (stepLists<ScriptStep>(step).at(-1) ?? []).flatMap((inner) => this.#activations(inner));
  }
}
