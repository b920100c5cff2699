/** Measures a script: turns words into blocks, with the room that each step needs. */
import type { Lines, Role, Script, ScriptStep } from '../../model/index.js';
import { Activations, activationsAfter, createdIn, Ends } from '../../layout/index.js';
import { reachOf, type Block, type Measured } from './blocks.js';
import { measureGroup, measureHead } from './heads.js';
import { finishLines } from './lines.js';
import { measureFrame, measureRule } from './measure-frame.js';
import { measureMessage, selfColumn } from './measure-message.js';
import { measureNote, measureReference } from './measure-note.js';
import { glyphsOf, styleOf, type AsciiOptions, type Spacing } from '../options.js';
import type { Walk } from './walk.js';

/** A text below the diagram. */
export interface Below {
  readonly role: Role;
  readonly lines: Lines;
}

/** A script that fits, with wrapped lines. */
export interface Fitted extends Script {
  /** The texts below the diagram: labels of ids, footnotes, links. */
  readonly below: readonly Below[];
  readonly spacing: Spacing;
}

/** `isInside`: whether they are in a frame. */
function measureSteps(steps: readonly ScriptStep[], walk: Walk, isInside = false): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step) walk.ends.meet(step);
    if (step?.kind === 'message') {
      const activations = activationsAfter(steps, index, step.to);
      blocks.push(measureMessage(step, activations, walk));
      for (const next of steps.slice(index + 1, index + 1 + activations)) walk.ends.meet(next);
      index += activations;
    } else if (step?.kind === 'note') blocks.push(measureNote(step, walk));
    else if (step?.kind === 'ref') blocks.push(measureReference(step, walk));
    else if (step?.kind === 'phase' || step?.kind === 'delay') blocks.push(measureRule(step, isInside, walk));
    else if (step?.kind === 'fragment' || step?.kind === 'highlight')
      blocks.push(measureFrame(step, walk, measureSteps));
    else if (step?.kind === 'activation')
      blocks.push({ kind: 'turn', turn: walk.activations.turn(walk.at(step.participant), step.active ? 1 : -1) });
    // A change of the numbering badge is not shown: the text diagram has its numbers in the text.
  }
  return blocks;
}

export function measureScript(script: Fitted, options: AsciiOptions): Measured {
  const style = styleOf(options, script);
  const indices = new Map(script.participants.map(({ id }, index) => [id, index]));
  const created = createdIn(script.steps);
  const heads = script.participants.map((participant) =>
    measureHead(participant, {
      style,
      glyphs: glyphsOf(options),
      created: created.has(participant.id),
    }),
  );
  const at = (id: string): number => indices.get(id) ?? 0;
  const walk: Walk = {
    options,
    style,
    heads,
    selfColumn: selfColumn(script),
    at,
    activations: new Activations(script.participants.length),
    ends: new Ends(script.steps, at),
  };
  const blocks = measureSteps(script.steps, walk);
  return {
    heading: finishLines(script.heading),
    heads,
    groups: options.boxes ? script.boxes.map((box) => measureGroup(box, heads, style)) : [],
    blocks,
    below: script.below.map(({ role, lines }) => ({ role, lines: finishLines(lines) })),
    reaches: walk.activations.peaks.map(reachOf),
  };
}
