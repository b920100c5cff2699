/** The state of a walk over the steps: room depends on who is active at each step. */
import type { Lives } from '../../layout/index.js';
import type { AsciiOptions, Style } from '../options.js';
import { reachOf, type Head } from './blocks.js';

export interface Walk extends Lives {
  readonly options: AsciiOptions;
  readonly style: Style;
  readonly heads: readonly Head[];
  /** The width that the last lifeline's self-messages share, where they are text. */
  readonly selfColumn: number;
  readonly at: (id: string) => number;
}

export const reachNow = ({ activations }: Walk, participant: number): number => reachOf(activations.depth(participant));
