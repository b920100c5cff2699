/** The rows of a register of threats. */
import { listThreats, sayCategory, stepText } from '../model/index.js';
import type { Flow, Say } from '../model/index.js';

/** Texts; '' where the author gives none. The columns, in their order. */
export interface ThreatRow {
  /** As in `ListedThreat`. */
  readonly id: string;
  /** The flow's id. */
  readonly flow: string;
  /** The step's id. */
  readonly step: string;
  /** The step's number in pictures; '' for a step without one, such as a note. */
  readonly number: string;
  /** What the step says. */
  readonly message: string;
  readonly title: string;
  /** A letter of STRIDE. */
  readonly stride: string;
  /** The same in a word. */
  readonly category: string;
  readonly mitigation: string;
  readonly source: string;
}

export const threatColumns = [
  'id',
  'flow',
  'step',
  'number',
  'message',
  'title',
  'stride',
  'category',
  'mitigation',
  'source',
] as const satisfies readonly (keyof ThreatRow)[];

/** In document order. `numbers`: by the step's id. */
export const threatRows = (flow: Flow, numbers: ReadonlyMap<string, string>, say: Say): readonly ThreatRow[] =>
  listThreats(flow).map(({ id, step, threat }) => ({
    id,
    flow: flow.id,
    step: step.id,
    number: numbers.get(step.id) ?? '',
    message: stepText(step).plain,
    title: threat.title.plain,
    stride: threat.stride,
    category: sayCategory(threat.stride, say),
    mitigation: threat.mitigation?.plain ?? '',
    source: threat.source?.plain ?? '',
  }));
