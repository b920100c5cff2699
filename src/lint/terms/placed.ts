/** Describes each message with its context: sender, receiver, parameters and enclosing fragments. */
import { enclosedSteps } from '../../model/index.js';
import type { Enclosing, Fragment, Message, Participant, Step } from '../../model/index.js';
import type { Parameters } from './parameters.js';
import { readQuery, readRequest, readResponse } from './parameters.js';

export interface Placed {
  readonly message: Message;
  /** In document order. */
  readonly index: number;
  readonly from: Participant;
  readonly to: Participant;
  /** The enclosing branches, from the outside in. */
  readonly inside: readonly Enclosing[];
  /** The query of the request. */
  readonly query: Parameters;
  /** Query and body of the request. */
  readonly sent: Parameters;
  /** JSON body or Location of the response. */
  readonly returned: Parameters;
}

/**
 * Every message in document order, except messages from or to an attacker, and redirects that an attacker sends or
 * receives: a flow that shows an attack recommends none of its steps.
 */
export function placeMessages(steps: readonly Step[], participants: readonly Participant[]): readonly Placed[] {
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  const all = [...enclosedSteps(steps)].flatMap(({ step, inside }) =>
    step.kind === 'message' ? [{ message: step, inside }] : [],
  );
  return all.flatMap(({ message, inside }, index) => {
    const [from, to] = [byId.get(message.from), byId.get(message.to)];
    const otherLeg = otherLegOf(message, all[index - 1]?.message, all[index + 1]?.message);
    const ends = [from, to, byId.get(otherLeg?.from ?? ''), byId.get(otherLeg?.to ?? '')];
    if (!from || !to || ends.some((end) => end?.kind === 'attacker')) return [];
    return [
      {
        message,
        index,
        from,
        to,
        inside,
        query: readQuery(message),
        sent: readRequest(message),
        returned: readResponse(message.response, message),
      },
    ];
  });
}

/** A redirect through the browser is two messages. */
function otherLegOf({ redirectLeg }: Message, before: Message | undefined, after: Message | undefined) {
  if (redirectLeg === 'response') return after;
  return redirectLeg === 'request' ? before : undefined;
}

/** Whether one message can come before another: it is earlier in the document, and not in a branch that excludes the other's. */
export function canPrecede(earlier: Placed, later: Placed): boolean {
  if (earlier.index >= later.index) return false;
  return earlier.inside.every(({ fragment, branch }) => {
    const other = later.inside.find((enclosing) => enclosing.fragment === fragment);
    return !other || other.branch === branch || (fragment.type !== 'alt' && fragment.type !== 'par');
  });
}

/** The innermost loop around a message. */
export const loopAround = ({ inside }: Placed): Fragment | null =>
  inside.findLast(({ fragment }) => fragment.type === 'loop')?.fragment ?? null;
