/**
 * Applies `include`: adds shared participants, boxes and variables, and inserts shared steps.
 */
import { allSteps, participantsOf } from '../syntax/index.js';
import type { FlowShape, Step } from '../syntax/index.js';
import type { Trail } from './files.js';
import { mergeDefinitions } from './included-files.js';
import type { IncludedFiles } from './included-files.js';
import { referencedNames } from './variables.js';

/** The flow with its includes applied. A shared participant is drawn only if the flow lists it or a step names it. */
export function applyIncludes(flow: FlowShape, trail: Trail, files: IncludedFiles): FlowShape {
  const { include, ...own } = flow;
  const inPlace = files.expandSteps(flow.steps ?? [], trail);
  const shared = mergeDefinitions(files.definitionsOf(include ?? [], trail), inPlace.definitions);
  const { participants, variables, boxes } = mergeDefinitions(shared, flow);
  const whole: FlowShape = {
    ...own,
    ...(boxes ? { boxes } : {}),
    ...(participants ? { participants: keepDrawn(participants, flow.participants ?? [], inPlace.steps) } : {}),
    ...(flow.steps ? { steps: inPlace.steps } : {}),
  };
  return variables ? { ...whole, variables: keepUsed(variables, flow.variables ?? [], whole) } : whole;
}

type Participants = NonNullable<FlowShape['participants']>;
type Variables = NonNullable<FlowShape['variables']>;

/** Keeps the flow's own participants in their order, then the shared ones that a step names. */
function keepDrawn(all: Participants, own: Participants, steps: readonly Step[]): Participants {
  const ranks = new Map(own.map(({ key }, index) => [key.value, index]));
  const named = new Set(
    allSteps(steps)
      .flatMap(participantsOf)
      .map((name) => name.value),
  );
  const rank = (id: string): number => ranks.get(id) ?? ranks.size;
  return all
    .filter(({ key }) => ranks.has(key.value) || named.has(key.value))
    .toSorted((a, b) => rank(a.key.value) - rank(b.key.value));
}

/** Keeps the flow's own variables, and the shared ones that a text or another variable refers to. */
function keepUsed(all: Variables, own: Variables, flow: FlowShape): Variables {
  const names = new Set(own.map(({ key }) => key.value));
  const { variables: _, ...texts } = flow;
  const queue = [...referencedNames(texts), ...referencedNames(own)];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const definition = all.find(({ key }) => key.value === name);
    if (definition && !names.has(name)) queue.push(...referencedNames(definition.value));
    names.add(name);
  }
  return all.filter(({ key }) => names.has(key.value));
}
