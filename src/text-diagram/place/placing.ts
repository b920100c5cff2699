/** What every placing function works with. */
import type { Measured } from '../measure/index.js';
import type { Glyphs } from '../glyphs.js';
import type { Style } from '../options.js';
import type { Sheet } from './sheet.js';

export interface Placing {
  readonly sheet: Sheet;
  readonly measured: Measured;
  readonly style: Style;
  readonly glyphs: Glyphs;
}
