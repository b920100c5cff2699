/** What is rendered of one project, and where to. */
import type { Remark } from '../../model/index.js';
import type { MakeOptions } from '../../outputs/index.js';
import type { Format } from '../../render.js';
import type { Destination } from '../output/index.js';
import { makeOptions } from '../project/index.js';
import type { OpenProject } from '../project/index.js';

export interface Job extends OpenProject {
  readonly destination: Destination;
  /** Undefined for the default texts of each flow. */
  readonly formats: readonly Format[] | undefined;
  /** Findings of the security rules to draw. */
  readonly remarks: readonly Remark[];
}

export const optionsOf = ({ options, design, remarks }: Job): MakeOptions => makeOptions(options, design, remarks);
