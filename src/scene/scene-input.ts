/** What a layout is made from. */
import type { Flow, Script } from '../model/index.js';
import type { SceneTheme } from './colors/index.js';
import type { Facts } from './measure/index.js';
import type { Heading, LegendEntry } from './place/index.js';

export interface SceneInput {
  /** The flow in words for the medium `picture`. */
  readonly script: Script;
  readonly flow: Flow;
  readonly theme: SceneTheme;
  readonly facts: Facts;
  /** Font names before our own; '' for none. */
  readonly fontFamily: string;
  /** The words under the heading; drawn with it. */
  readonly heading: Heading;
  readonly legend: readonly LegendEntry[];
  /** px. */
  readonly maxWidth: number;
  /** Whether heads have glyphs. */
  readonly icons: boolean;
}
