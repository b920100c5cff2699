/** `include`: shared participants, boxes and variables for the flow to use, and shared steps in place. */
import type { Report } from '../diagnostic.js';
import { parseInclude } from '../syntax/parse.js';
import type { FlowShape, IncludeFileShape, Step } from '../syntax/schema.js';
import type { Scalar } from '../syntax/shape.js';
import { allSteps, mapSteps } from '../syntax/walk.js';
import { findSource } from './files.js';
import type { ReadSource, Trail } from './files.js';
import { mergeShapes } from './merge.js';
import { participantsOf } from './participants.js';
import { referencedNames } from './variables.js';

/** What a file brings along: definitions to use, and its own steps. */
type Shared = Pick<IncludeFileShape, 'participants' | 'boxes' | 'variables' | 'steps'>;

/** The flow with its includes worked in. A shared participant is drawn where the flow lists it or a step names it. */
export function applyIncludes(flow: FlowShape, trail: Trail, readSource: ReadSource, report: Report): FlowShape {
  const inPlace = new Includes(readSource, report);
  const steps = flow.steps && inPlace.insertSteps(flow.steps, trail);
  const shared = inPlace.readAll(flow.include ?? [], trail);
  const all = [shared, ...inPlace.brought].reduce(mergeDefinitions, {});
  const { participants, variables, ...definitions } = mergeDefinitions(all, flow);
  const used = new Set([...(flow.participants ?? []).map(({ key }) => key.value), ...(steps ?? []).flatMap(namesIn)]);
  const own = (flow.participants ?? []).map(({ key }) => key.value);
  const drawn = (participants ?? []).filter(({ key }) => used.has(key.value));
  const rank = (id: string) => (own.includes(id) ? own.indexOf(id) : own.length);
  const ordered = drawn.toSorted((a, b) => rank(a.key.value) - rank(b.key.value));
  const whole: FlowShape = {
    ...flow,
    ...definitions,
    ...(participants ? { participants: ordered } : {}),
    ...(steps ? { steps } : {}),
  };
  return variables ? { ...whole, variables: keepUsed(variables, flow.variables ?? [], whole) } : whole;
}

type Definitions = NonNullable<FlowShape['variables']>;

/** The flow's own variables, and of the shared ones those that a text or another variable names. */
function keepUsed(all: Definitions, own: Definitions, flow: FlowShape): Definitions {
  const names = new Set(own.map(({ key }) => key.value));
  const { variables: _, ...texts } = flow;
  const queue = [...referencedNames(texts), ...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const definition = all.find(({ key }) => key.value === name);
    if (definition && !names.has(name)) queue.push(...referencedNames(definition.value));
    names.add(name);
  }
  return all.filter(({ key }) => names.has(key.value));
}

function namesIn(step: Step): readonly string[] {
  return [...allSteps([step])].flatMap(participantsOf).map((name) => name.value);
}

function mergeDefinitions(base: Shared, over: Shared): Shared {
  const pick = ({ participants, boxes, variables }: Shared): Shared => ({
    ...(participants ? { participants } : {}),
    ...(boxes ? { boxes } : {}),
    ...(variables ? { variables } : {}),
  });
  return mergeShapes(pick(base), pick(over));
}

class Includes {
  /** The definitions of files whose steps were inserted. */
  readonly brought: Shared[] = [];

  constructor(
    readonly readSource: ReadSource,
    readonly report: Report,
  ) {}

  readAll(names: readonly Scalar[], trail: Trail): Shared {
    return names.map((name) => this.read(name, trail)?.shared ?? {}).reduce(mergeDefinitions, {});
  }

  insertSteps(steps: readonly Step[], trail: Trail): readonly Step[] {
    return mapSteps(steps, (list) =>
      list.flatMap((step) => {
        if (!('include' in step)) return [step];
        const file = this.read(step.include, trail);
        if (file === null) return [];
        this.brought.push(file.shared);
        return this.insertSteps(file.shared.steps ?? [], file.trail);
      }),
    );
  }

  private read(name: Scalar, trail: Trail): { shared: Shared; trail: Trail } | null {
    const source = findSource(name, trail, this.readSource, this.report);
    if (source === null) return null;
    const { shape, diagnostics } = parseInclude(source);
    diagnostics.forEach(this.report);
    if (shape === null) return null;
    const inner = [...trail, source];
    const outer = this.readAll(shape.include ?? [], inner);
    const steps = shape.steps ? { steps: shape.steps } : {};
    return { shared: { ...mergeDefinitions(outer, shape), ...steps }, trail: inner };
  }
}
