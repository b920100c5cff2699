/** Orders participants: next to the one that `before` or `after` names, otherwise as listed. */
import { unknownName } from '../source/index.js';
import type { Report } from '../source/index.js';
import type { FlowShape, Scalar } from '../syntax/index.js';

type Participants = NonNullable<FlowShape['participants']>;
type Participant = Participants[number];

/** The list in drawing order, without `before` and `after`, which the order makes redundant. */
export function placeParticipants(participants: Participants, report: Report): Participants {
  if (!participants.some(({ value }) => value.before ?? value.after)) return participants;
  const neighbours = new Map(participants.map((one) => [one, neighbourOf(one, participants, report)]));
  const beside = (side: 'before' | 'after', { key }: Participant): Participant[] =>
    participants.filter((one) => one.value[side] && neighbours.get(one)?.value === key.value);
  const withNeighbours = (one: Participant): Participant[] => [
    ...beside('before', one).flatMap(withNeighbours),
    one,
    ...beside('after', one).flatMap(withNeighbours),
  ];
  const placed = participants.filter((one) => !neighbours.get(one)).flatMap(withNeighbours);
  const circling = participants.filter((one) => !placed.includes(one));
  for (const one of circling) reportCircle(one, neighbours.get(one), report);
  return [...placed, ...circling].map(({ key, value: { before: _, after: __, ...value } }) => ({ key, value }));
}

/** Undefined for a participant that keeps its place in the list; an invalid name is reported. */
function neighbourOf({ key, value }: Participant, all: Participants, report: Report): Scalar | undefined {
  const { before, after } = value;
  const neighbour = before ?? after;
  if (before && after) {
    report({
      code: 'participant-place',
      severity: 'error',
      message: `${JSON.stringify(key.value)} has both "before" and "after"`,
      span: after.span,
      hint: 'remove one of the two',
    });
    return undefined;
  }
  const known = all.map((one) => one.key.value);
  if (!neighbour || known.includes(neighbour.value)) return neighbour;
  report({
    code: 'known-participants',
    severity: 'error',
    message: `unknown participant ${JSON.stringify(neighbour.value)}`,
    span: neighbour.span,
    ...unknownName(neighbour.value, 'participants', known, neighbour.span),
  });
  return undefined;
}

function reportCircle({ key }: Participant, neighbour: Scalar | undefined, report: Report): void {
  report({
    code: 'participant-place',
    severity: 'error',
    message: `${JSON.stringify(key.value)} is placed relative to itself, by way of ${JSON.stringify(neighbour?.value)}`,
    span: neighbour?.span ?? key.span,
    hint: 'remove "before" or "after" from one of the participants in this circle',
  });
}
