/** Finds the responses to a request. */
import { emptyText } from '../source/index.js';
import type { Text } from '../source/index.js';
import type { Response } from './http.js';
import type { Branch, Message, Step } from './step.js';
import { enclosedSteps, stepLists } from './tree.js';
import type { Enclosing } from './tree.js';

export interface Reply {
  readonly message: Message;
  readonly response: Response;
  /** The label of the branch that leads to this reply; empty where the request is in the same branch. */
  readonly branch: Text;
}

/**
 * The request's own response; otherwise the replies that name it; otherwise each reply in the opposite direction that follows, in
 * every branch, until the same participant sends to the other again. Only those with response data. `id`: the id that replies use
 * for the step, which for a redirect is the id of its first message.
 */
export function repliesTo(request: Message, steps: readonly Step[], id = request.id): readonly Reply[] {
  if (request.response) return [{ message: request, response: request.response, branch: emptyText }];
  const named = repliesIn(steps).filter(({ message }) => message.replyTo !== '' && message.replyTo === id);
  if (named.length > 0) return named;
  return follow(steps, { stage: 'before', replies: [] }, emptyText, request).replies;
}

/** The state of the walk through the steps: before the request, after it, or past the replies that can answer it. */
interface Progress {
  readonly stage: 'before' | 'after' | 'past';
  readonly replies: readonly Reply[];
}

function follow(steps: readonly Step[], start: Progress, branch: Text, request: Message): Progress {
  return steps.reduce((progress, step) => {
    if (progress.stage === 'past') return progress;
    if (step.kind === 'message') return meet(step, progress, branch, request);
    return followBranches(branchesOf(step, branch), progress, request);
  }, start);
}

function meet(message: Message, progress: Progress, branch: Text, request: Message): Progress {
  if (progress.stage === 'before') return message === request ? { ...progress, stage: 'after' } : progress;
  const { response } = message;
  if (message.from === request.from && message.to === request.to) return { ...progress, stage: 'past' };
  const answers = message.from === request.to && message.to === request.from && message.replyTo === '';
  return response && answers
    ? { ...progress, replies: [...progress.replies, { message, response, branch }] }
    : progress;
}

/** Branches are alternatives: each starts in the state before the fragment. */
function followBranches(branches: readonly Branch[], progress: Progress, request: Message): Progress {
  const found = progress.stage !== 'before';
  const ends = branches.map(({ label, steps }) =>
    follow(steps, { stage: progress.stage, replies: [] }, found ? label : emptyText, request),
  );
  if (!found) return ends.find((end) => end.stage !== 'before') ?? progress;
  return {
    stage: ends.some((end) => end.stage === 'past') ? 'past' : 'after',
    replies: [...progress.replies, ...ends.flatMap((end) => end.replies)],
  };
}

const repliesIn = (steps: readonly Step[]): Reply[] =>
  [...enclosedSteps(steps)].flatMap(({ step, inside }) => {
    if (step.kind !== 'message' || !step.response) return [];
    return [{ message: step, response: step.response, branch: innermostLabel(inside) }];
  });

function innermostLabel(inside: readonly Enclosing[]): Text {
  const last = inside.at(-1);
  return last?.fragment.branches[last.branch]?.label ?? emptyText;
}

/** A region belongs to the branch around it. */
const branchesOf = (step: Step, label: Text): readonly Branch[] =>
  step.kind === 'fragment' ? step.branches : stepLists<Step>(step).map((steps) => ({ label, tone: null, steps }));
