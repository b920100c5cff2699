/** Adds notes for a review to a flow: the threats of its steps, and findings. */
import { textOf } from '../source/index.js';
import type { Flow } from './flow.js';
import { labelOf, remarksAt } from './remark.js';
import type { Remark } from './remark.js';
import { claimIds, noteId } from './step-ids.js';
import type { Claim } from './step-ids.js';
import { endsOf } from './step.js';
import type { Note, Step, Threat } from './step.js';
import { mapTree, messagesOf } from './tree.js';
import type { Say } from './wording.js';

export interface Annotations {
  readonly threats?: boolean;
  readonly remarks?: readonly Remark[];
}

/** The same steps, each followed by notes on it. */
export function annotateFlow(flow: Flow, { threats = false, remarks = [] }: Annotations, say: Say): Flow {
  // Without annotations, return the same objects.
  if (!threats && remarks.length === 0) return flow;
  const notesOn = (step: Step): readonly Annotation[] => [
    ...remarksAt(step, flow, remarks).map((remark): Annotation => ({
      kind: 'finding',
      words: `${labelOf(remark)}: ${remark.message}`,
    })),
    ...(threats
      ? step.threats.map((threat): Annotation => ({ kind: 'threat', words: describeThreat(threat, say) }))
      : []),
  ];
  const claim = claimIds(flow.steps);
  const annotate = (step: Step): readonly Step[] => annotateStep(step, notesFor(step, notesOn(step), flow, claim));
  return { ...flow, steps: mapTree(flow.steps, annotate) };
}

interface Annotation {
  readonly kind: 'finding' | 'threat';
  readonly words: string;
}

function annotateStep(step: Step, notes: readonly Note[]): readonly Step[] {
  if (step.kind !== 'message') return [step, ...notes];
  // The second leg of a redirect is the same step.
  return [step.redirectLeg === 'request' ? step : { ...step, notes: [...step.notes, ...notes] }];
}

/** None for a step without participants. */
function notesFor(step: Step, annotations: readonly Annotation[], flow: Flow, claim: Claim): readonly Note[] {
  const participants = participantsOf(step);
  if (!participants) return [];
  const { span, inText } = step;
  const columns = columnsOver(participants, flow);
  return annotations.map(({ kind, words }) => ({
    kind: 'note',
    id: claim(noteId(step.id)),
    isNamed: false,
    phase: null,
    threats: [],
    inText,
    span,
    placement: 'over',
    participants,
    body: { kind, text: textOf(wrap(words, columns)) },
    tone: null,
    asciiText: textOf(words),
  }));
}

function participantsOf(step: Step): Note['participants'] | null {
  if (step.kind === 'message') return endsOf(step);
  if (step.kind === 'note') return step.participants;
  const [first] = messagesOf([step]);
  return first ? endsOf(first) : null;
}

function describeThreat({ title: { plain: title }, stride, mitigation, source }: Threat, say: Say): string {
  return [
    stride === '' ? say('threat', { title }) : say('threat-of-category', { title, letter: stride }),
    ...(mitigation ? [say('mitigation', { mitigation: mitigation.plain })] : []),
    ...(source ? [source.plain] : []),
  ].join('\n');
}

/**
 * In Mermaid, a note over one participant is as wide as its longest line, but one over two is as wide as their distance:
 * about 24 letters for neighbours. The text diagram breaks lines itself.
 */
function columnsOver([first, second]: Note['participants'], { participants }: Flow): number {
  const [from, to] = [first, second].map((id) => participants.findIndex((one) => one.id === id));
  return second !== undefined && Math.abs((from ?? 0) - (to ?? 0)) === 1 ? 24 : 40;
}

const wrap = (words: string, columns: number): string =>
  words
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{1,${columns}})(?: +|$)`, 'g'), '$1\n').trimEnd())
    .join('\n');
