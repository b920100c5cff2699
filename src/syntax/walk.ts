/** Walks over the shape of a flow file. */
import type { Source, Span } from '../source/index.js';
import type { Node } from './node.js';
import type { FlowShape, Patch, Step } from './schema.js';
import { place } from './shape.js';
import type { JsonNode, Scalar } from './shape.js';

type Branches = NonNullable<Extract<Step, { alt?: unknown }>['alt']>;
export type BranchOf = Branches[number];

/** The branches of alt, par and critical; null for other steps. */
export function branchesOf(step: Step): Branches | null {
  const branches = 'alt' in step ? step.alt : 'par' in step ? step.par : 'critical' in step ? step.critical : undefined;
  return branches ?? null;
}

export const branchSteps = (branch: BranchOf): readonly Step[] => ('key' in branch ? branch.value : branch.steps);

/** The steps inside of a step, by branch; none for a step that holds no others. */
export function childSteps(step: Step): readonly (readonly Step[])[] {
  const branches = branchesOf(step);
  if (branches) return branches.map(branchSteps);
  return 'steps' in step ? [step.steps] : [];
}

/** Every step, in document order, outer before inner. */
export function allSteps(steps: readonly Step[], found: Step[] = []): readonly Step[] {
  for (const step of steps) {
    found.push(step);
    for (const inside of childSteps(step)) allSteps(inside, found);
  }
  return found;
}

type Steps = readonly Step[];

/** The same tree with each list of steps mapped, from the inside out. */
export function mapSteps(steps: Steps, change: (steps: Steps) => Steps): Steps {
  return change(steps.flatMap((step) => mapInside(step, (inside) => mapSteps(inside, change)) ?? []));
}

/** A step with each list of steps in it mapped. Null takes the list's branch away; null for a step that has lost them all. */
export function mapInside(step: Step, map: (steps: Steps) => Steps | null): Step | null {
  const branches = branchesOf(step);
  if (branches) {
    const mapped = branches.flatMap((branch): BranchOf[] => {
      const steps = map(branchSteps(branch));
      return steps ? ['key' in branch ? { ...branch, value: steps } : { ...branch, steps }] : [];
    });
    const key = 'alt' in step ? 'alt' : 'par' in step ? 'par' : 'critical';
    return branches.length > 0 && mapped.length === 0 ? null : { ...step, [key]: mapped };
  }
  if (!('steps' in step)) return step;
  const steps = map(step.steps);
  return steps && { ...step, steps };
}

export function isScalar(value: unknown): value is Scalar<string | number | boolean> {
  return typeof value === 'object' && value !== null && 'span' in value && 'text' in value && 'value' in value;
}

export function isJson(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && 'node' in value;
}

/** Every scalar below a value, in order; keys of records and of JSON are left out. */
export function allScalars(value: unknown, found: AnyScalar[] = []): readonly AnyScalar[] {
  if (isScalar(value)) found.push(value);
  else if (isJson(value)) addScalars(value.node, found);
  else if (Array.isArray(value)) for (const item of value as unknown[]) allScalars(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'key') allScalars(item, found);
  }
  return found;
}

type AnyScalar = Scalar<string | number | boolean>;

function addScalars(node: Node, found: AnyScalar[]): void {
  if (node.kind === 'scalar') found.push({ value: node.text, text: node.text, span: node.span });
  else if (node.kind === 'list') for (const item of node.items) addScalars(item, found);
  else for (const entry of node.entries) addScalars(entry.value, found);
}

/** Where a mapping begins, or its first scalar: what stands for the whole in messages. */
export function placeOf(value: Step | Patch | FlowShape): Span {
  if (place in value) return value[place] as Span;
  const [first] = allScalars(value);
  return first?.span ?? nowhere;
}

const noSource: Source = { path: '', text: '' };
const nowhere: Span = { source: noSource, start: 0, end: 0 };
