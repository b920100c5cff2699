/** With which click everything in a diagram appears: a message each, with what belongs to it. */
import type { Scene, SceneStep } from '../../scene/index.js';

export interface Clicks {
  /** Of the step with this index. */
  readonly step: (index: number) => number | null;
  /** Of what surrounds steps: with the first message in it. */
  readonly around: (top: number, bottom: number) => number | null;
  /** Of what stands before the next message. */
  readonly before: (y: number) => number | null;
  /** Of what begins at an arrow; undefined where there is none. */
  readonly arrowAt: (y: number) => number | undefined;
  /** Of what follows from the last arrow above. */
  readonly after: (y: number) => number | null;
}

export const noClicks: Clicks = {
  step: () => null,
  around: () => null,
  before: () => null,
  arrowAt: () => undefined,
  after: () => null,
};

/** An arrow's own height is met so exactly. */
const NEAR = 1.5;

interface Event {
  readonly top: number;
  readonly click: number;
  /** The heights of its arrow: a loop has two. */
  readonly arrows: readonly number[];
}

export function clicksOf({ steps }: Scene): Clicks {
  const events: Event[] = [];
  const upTo = steps.map((step) => {
    if (isEvent(step)) events.push({ top: step.top, click: events.length, arrows: arrowsOf(step) });
    return events.length;
  });
  const last = events.length === 0 ? null : events.length - 1;
  return {
    step: (index) => {
      const [step, count = 0] = [steps[index], upTo[index]];
      if (!step) return null;
      if (isEvent(step)) return count - 1;
      if (step.kind === 'note') return count === 0 ? null : count - 1;
      return count < events.length ? count : last;
    },
    around: (top, bottom) => events.find((event) => event.top >= top - NEAR && event.top < bottom)?.click ?? null,
    before: (y) => events.find((event) => event.top >= y)?.click ?? last,
    arrowAt: (y) => events.find(({ arrows }) => arrows.some((arrow) => Math.abs(arrow - y) < NEAR))?.click,
    after: (y) => events.findLast(({ arrows }) => arrows.some((arrow) => arrow <= y + NEAR))?.click ?? null,
  };
}

const isEvent = ({ kind }: SceneStep): boolean => kind === 'message' || kind === 'ref';

const arrowsOf = ({ items }: SceneStep): readonly number[] =>
  items.flatMap((item) => {
    if (item.kind === 'link' || item.role !== 'arrow') return [];
    if (item.kind === 'line') return [item.y1];
    return item.kind === 'path' ? [item.y + item.box[1], item.y + item.box[3]] : [];
  });
