/** The rows of Mermaid's database by their number: LINETYPE of its sequenceDb.ts. */
import type { FragmentType } from '../../model/index.js';
import type { ChartArrow } from '../chart.js';

const numbers: Readonly<Record<ChartArrow['head'], Readonly<Record<ChartArrow['line'], number>>>> = {
  filled: { solid: 0, dotted: 1 },
  cross: { solid: 3, dotted: 4 },
  open: { solid: 5, dotted: 6 },
  async: { solid: 24, dotted: 25 },
  both: { solid: 33, dotted: 34 },
};

export const arrowTypes: Readonly<Record<number, ChartArrow>> = Object.fromEntries<ChartArrow>(
  (Object.keys(numbers) as ChartArrow['head'][]).flatMap((head) => [
    [numbers[head].solid, { line: 'solid', head }] as const,
    [numbers[head].dotted, { line: 'dotted', head }] as const,
  ]),
);

/** Half an arrow head; `reverse`: at the sender's end. */
interface HalfArrowType {
  /** The nearest full arrow. */
  readonly type: 0 | 1;
  readonly reverse: boolean;
}

const halfArrows = (first: number, last: number, half: HalfArrowType): Record<number, HalfArrowType> =>
  Object.fromEntries(Array.from({ length: last - first + 1 }, (_, index) => [first + index, half]));

export const halfArrowTypes: Readonly<Record<number, HalfArrowType>> = {
  ...halfArrows(41, 44, { type: 0, reverse: false }),
  ...halfArrows(45, 48, { type: 0, reverse: true }),
  ...halfArrows(51, 54, { type: 1, reverse: false }),
  ...halfArrows(55, 58, { type: 1, reverse: true }),
};

export const lineTypes = { note: 2, activate: 17, deactivate: 18, numbering: 26, par: 19, parOver: 32 } as const;
/** The circles of central connections, which are separate rows. */
export const centralTypes: ReadonlySet<number> = new Set([59, 60]);

export const openings: Readonly<Record<number, FragmentType | 'rect'>> = {
  10: 'loop',
  12: 'alt',
  15: 'opt',
  19: 'par',
  22: 'rect',
  27: 'critical',
  30: 'break',
};
/** `else`, `and`, `option`. */
export const separators: ReadonlySet<number> = new Set([13, 20, 28]);
export const closings: ReadonlySet<number> = new Set([11, 14, 16, 21, 23, 29, 31]);
