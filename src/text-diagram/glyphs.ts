/** Charsets as data: the glyph for each set of arms, and the marks that are not lines. */
import type { Arrow, Corners } from '../model/index.js';

export type Charset = 'unicode' | 'ascii';

/** The arms of a cell are a sum of these. */
export const arm = { up: 1, right: 2, down: 4, left: 8 } as const;

/**
 * Where two lines meet, the heavier one decides. `double` is an activation and `broken` a lifeline while time passes, always
 * vertical; `dashed` is a reply or a divider; `rule` begins a phase, always level.
 */
export const weight = { light: 0, dashed: 1, double: 2, broken: 3, rule: 4 } as const;
export type Weight = keyof typeof weight;

export interface Glyphs {
  /** Sixteen glyphs, by sum of arms. A single arm is a line's end, drawn as the whole line. */
  readonly lines: Readonly<Record<Weight, string>>;
  /** A head that points left and one that points right. A message without a head has only its stem. */
  readonly heads: Readonly<Record<Exclude<Arrow['head'], 'open'>, readonly [left: string, right: string]>>;
  /** The end of a lifeline. */
  readonly end: string;
  /** The end of a message from or to nowhere. */
  readonly nowhere: string;
  /** The marks around the name of a participant's shape. */
  readonly mark: readonly [before: string, after: string];
  /** Rounded corners by sum of arms, and the lines that may have them. */
  readonly round: { readonly weights: readonly Weight[]; readonly corners: Readonly<Record<number, string>> };
}

const corner = {
  topLeft: arm.right | arm.down,
  topRight: arm.left | arm.down,
  bottomLeft: arm.right | arm.up,
  bottomRight: arm.left | arm.up,
} as const;

const heads = { filled: ['<', '>'], cross: ['x', 'x'], async: ['(', ')'] } satisfies Glyphs['heads'];

export const charsets = {
  unicode: {
    lines: {
      light: ' │─└││┌├─┘─┴┐┤┬┼',
      dashed: ' ╎╌└╎╎┌├╌┘╌┴┐┤┬┼',
      double: ' ║─╙║║╓╟─╜─╨╖╢╥╫',
      broken: ' ┊─└┊┊┌├─┘─┴┐┤┬┼',
      rule: ' │═╘││╒╞═╛═╧╕╡╤╪',
    },
    heads,
    end: '╳',
    nowhere: '●',
    mark: ['«', '»'],
    round: {
      weights: ['light', 'dashed'],
      corners: { [corner.topLeft]: '╭', [corner.topRight]: '╮', [corner.bottomLeft]: '╰', [corner.bottomRight]: '╯' },
    },
  },
  ascii: {
    lines: {
      light: ' |-+||++-+-+++++',
      // Dots, not spaced hyphens: each cell of a stem is filled, whatever column it starts at.
      dashed: ' :.+::++.+.+++++',
      double: ' #-#####-#-#####',
      broken: ' :-+::++-+-+++++',
      rule: ' |=+||++=+=+++++',
    },
    heads,
    end: 'X',
    nowhere: 'o',
    mark: ['<<', '>>'],
    round: {
      // Dashed lines are dots.
      weights: ['light'],
      corners: { [corner.topLeft]: '.', [corner.topRight]: '.', [corner.bottomLeft]: "'", [corner.bottomRight]: "'" },
    },
  },
} as const satisfies Record<Charset, Glyphs>;

/**
 * Characters that tools for RFC diagrams read as lines: hyphens, bars and plus signs. So replies and dividers are
 * also solid, an activation is a row of points, and a broken lifeline is blank.
 */
export const rfcGlyphs: Glyphs = {
  ...charsets.ascii,
  lines: {
    ...charsets.ascii.lines,
    dashed: charsets.ascii.lines.light,
    double: ' *-*****-*-*****',
    broken: ' '.repeat(16),
  },
};

/** The glyphs with a theme's corners. */
export function withCorners(glyphs: Glyphs, corners: Corners): Glyphs {
  if (corners === 'square') return glyphs;
  const { round, lines } = glyphs;
  const rounded = (weight: Weight): string =>
    Array.from(lines[weight], (glyph, arms) => round.corners[arms] ?? glyph).join('');
  return {
    ...glyphs,
    lines: { ...lines, ...Object.fromEntries(round.weights.map((weight) => [weight, rounded(weight)])) },
  };
}
