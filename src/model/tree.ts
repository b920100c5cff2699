/** The one walk over steps, of the model and of scripts: only this file knows which steps contain others. */
import type { Exchange, Fragment, Message, Step, Channel } from './step.js';
import type { Flow } from './flow.js';

/** The part of `Step` and `ScriptStep` that a walk needs. */
type TreeStep<S> =
  | { readonly kind: 'fragment'; readonly branches: readonly { readonly steps: readonly S[] }[] }
  | { readonly kind: 'highlight'; readonly steps: readonly S[] }
  | { readonly kind: Exclude<Step['kind'] | 'phase', 'fragment' | 'highlight'> };

/** The steps inside of a step, by branch; a region is one branch, and other steps have none. */
export function stepLists<S extends TreeStep<S>>(step: S): readonly (readonly S[])[] {
  if (step.kind === 'fragment') return step.branches.map(({ steps }) => steps);
  return step.kind === 'highlight' ? [step.steps] : [];
}

/** The steps directly inside a step, from all its branches. */
export const childrenOf = <S extends TreeStep<S>>(step: S): readonly S[] => stepLists(step).flat();

/** Every step, in document order, outer before inner. Notes attached to a message are not included. */
export function* flatSteps<S extends TreeStep<S>>(steps: readonly S[]): Generator<S> {
  for (const step of steps) {
    yield step;
    yield* flatSteps(childrenOf(step));
  }
}

/** Like {@link flatSteps}, with the notes attached to each message right after it. */
export function* flatWithNotes<S extends TreeStep<S> | { readonly kind: 'message'; readonly notes: readonly S[] }>(
  steps: readonly S[],
): Generator<S> {
  for (const step of flatSteps(steps)) {
    yield step;
    if (step.kind === 'message' && 'notes' in step) yield* step.notes;
  }
}

/** A copy of the step with each of its lists of steps mapped. */
export function mapLists<S extends TreeStep<S>>(step: S, map: (steps: readonly S[]) => readonly S[]): S {
  if (step.kind === 'fragment')
    return { ...step, branches: step.branches.map((branch) => ({ ...branch, steps: map(branch.steps) })) };
  return step.kind === 'highlight' ? { ...step, steps: map(step.steps) } : step;
}

/** A copy of the tree with each step replaced, from the inside out: `change` gets a step whose inner steps have been changed. */
export function mapTree<S extends TreeStep<S>>(steps: readonly S[], change: (step: S) => readonly S[]): readonly S[] {
  return steps.flatMap((step) => change(mapLists(step, (inside) => mapTree(inside, change))));
}

/** A branch that contains a step. */
export interface Enclosing {
  readonly fragment: Fragment;
  /** Its index. */
  readonly branch: number;
}

/** Every step in the order of {@link flatSteps}, with the branches that contain it, from the outside in. */
export function* enclosedSteps(
  steps: readonly Step[],
  inside: readonly Enclosing[] = [],
): Generator<{ readonly step: Step; readonly inside: readonly Enclosing[] }> {
  for (const step of steps) {
    yield { step, inside };
    for (const [branch, inner] of stepLists(step).entries())
      yield* enclosedSteps(inner, step.kind === 'fragment' ? [...inside, { fragment: step, branch }] : inside);
  }
}

export function* messagesOf(steps: readonly Step[]): Generator<Message> {
  for (const step of flatSteps(steps)) if (step.kind === 'message') yield step;
}

/** The request that a redirect through a browser causes: its second message. */
export function causedRequest(redirect: Message, messages: readonly Message[]): Exchange | null {
  const next = messages[messages.indexOf(redirect) + 1];
  if (redirect.redirectLeg !== 'response' || next?.redirectLeg !== 'request') return null;
  return isExchange(next) ? next : null;
}

export const isExchange = (message: Message): message is Exchange => message.request !== null;

/** Whether outputs mark front-channel messages: only where other messages go through the back channel. */
export function tellsChannelsApart({ channels, steps }: Pick<Flow, 'channels' | 'steps'>): boolean {
  const taken = new Set<Channel>([...messagesOf(steps)].map(({ channel }) => channel));
  return channels !== 'none' && taken.has('front') && taken.has('back');
}
