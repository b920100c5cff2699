/** Charsets as data: what a cell with a set of arms looks like, and the marks that are not lines. */
import type { Arrow } from '../model/flow.js';

export type Charset = 'unicode' | 'ascii';

/** A cell's arms are a sum of these. */
export const arm = { up: 1, right: 2, down: 4, left: 8 } as const;

/** Where two lines meet, the heavier one decides. `double` is an activation, always upright; `dashed` a reply or a divider. */
export const weight = { light: 0, dashed: 1, double: 2 } as const;
export type Weight = keyof typeof weight;

export interface Glyphs {
  /** Sixteen glyphs, by sum of arms. One arm alone is a line's end, drawn as the whole line. */
  readonly lines: Readonly<Record<Weight, string>>;
  /** A head that points left and one that points right. A message without a head has only its stem. */
  readonly heads: Readonly<Record<Exclude<Arrow['head'], 'open'>, readonly [left: string, right: string]>>;
  /** The end of a lifeline. */
  readonly end: string;
  /** Around the name of a participant's shape. */
  readonly mark: readonly [before: string, after: string];
}

const heads = { filled: ['<', '>'], cross: ['x', 'x'], async: ['(', ')'] } satisfies Glyphs['heads'];

export const charsets = {
  unicode: {
    lines: {
      light: ' │─└││┌├─┘─┴┐┤┬┼',
      dashed: ' ╎╌└╎╎┌├╌┘╌┴┐┤┬┼',
      double: ' ║─╙║║╓╟─╜─╨╖╢╥╫',
    },
    heads,
    end: '╳',
    mark: ['«', '»'],
  },
  ascii: {
    lines: {
      light: ' |-+||++-+-+++++',
      // Dots, not spaced hyphens: each cell of a stem is filled, whatever column it starts at.
      dashed: ' :.+::++.+.+++++',
      double: ' #-#####-#-#####',
    },
    heads,
    end: 'X',
    mark: ['<<', '>>'],
  },
} as const satisfies Record<Charset, Glyphs>;
