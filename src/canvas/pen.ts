/** What a scene is painted with. */
import type { Font, Path, Token } from '../scene/index.js';
import type { Context } from './load-canvas.js';

export interface Pen {
  readonly context: Context;
  readonly colorOf: (token: Token) => string;
  /** The CSS font list of a text, all of it registered. */
  readonly familiesOf: (font: Font, isBold: boolean) => string;
  readonly trace: (context: Context, path: Path, what: 'fill' | 'stroke') => void;
}
