/** A layout as cells. A cell contains a piece of text, or a set of arms; lines that meet are merged by OR. */
import { type Role, roles } from '../../model/index.js';
import { isPlain } from '../../source/index.js';
import type { Box, Layout, Lifeline, Stroke, PlacedText } from '../place/index.js';
import { clustersOf } from '../cells.js';
import { arm, weight as weights } from '../glyphs.js';

/** Units that no label contains (C0 controls): a cell whose text is in `#clusters`, and the rest of a wide cluster. */
const marks = { cluster: 1, continued: 2 } as const;
const anyMark = new RegExp(`[${String.fromCharCode(marks.cluster, marks.continued)}]`, 'g');
const blank = ' '.charCodeAt(0);
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

const roleInk = Object.fromEntries(roles.map((role, index) => [role, index * 128])) as Record<Role, number>;
const weightBits = 112;

/** The first line keeps its role; the heavier line decides the weight. */
function merge(before: number, arms: number, as: number): number {
  if (before === 0) return as | arms;
  return (before & ~weightBits) | arms | Math.max(before & weightBits, as & weightBits);
}

/** A cell's index is `row * width + column`. */
export class Grid {
  readonly width: number;
  /** The drawn lines: the sum of arms, plus 16 times the weight, plus 128 times the role's index; 0 for nothing. */
  readonly #ink: Uint16Array;
  /** The text over it: a UTF-16 unit, or a mark; 0 for none. */
  readonly #unit: Uint16Array;
  /** The text of cells with more than a single unit. */
  readonly #clusters = new Map<number, string>();

  /** @param glyphs UTF-16 units, by a cell's arms and 16 times its weight */
  constructor(
    { width, rows, lifelines, lines, boxes, texts }: Layout,
    readonly glyphs: readonly number[],
  ) {
    this.width = width;
    this.#ink = new Uint16Array(width * rows.length);
    this.#unit = new Uint16Array(width * rows.length);
    for (const lifeline of lifelines) this.#paintLifeline(lifeline);
    for (const line of lines) this.#paintLine(line);
    for (const box of boxes) this.#paintBox(box);
    for (const text of texts) this.#paintText(text);
  }

  role(cell: number): Role {
    return roles[(this.#ink[cell] ?? 0) >> 7] ?? 'space';
  }

  /** Prints the cells from `start` to before `end`: text as it is, anything else as the glyph for its arms and weight. */
  text(start: number, end: number): string {
    const units = new Uint16Array(end - start);
    for (let cell = start; cell < end; cell += 1) units[cell - start] = this.#printed(cell);
    const text = utf16.decode(units);
    if (this.#clusters.size === 0) return text;
    return text.replace(anyMark, (_, index: number) => this.#clusters.get(start + index) ?? '');
  }

  /** The cell after the last non-blank cell of a row. */
  end(row: number): number {
    const start = row * this.width;
    let end = start + this.width;
    while (end > start && this.#printed(end - 1) === blank) end -= 1;
    return end;
  }

  #printed(cell: number): number {
    const unit = this.#unit[cell] ?? 0;
    return unit === 0 ? (this.glyphs[(this.#ink[cell] ?? 0) & 127] ?? blank) : unit;
  }

  #cell(row: number, column: number): number {
    return row * this.width + column;
  }

  #paintLifeline({ column, top, bottom, depth, broken }: Lifeline): void {
    const ink = this.#ink;
    const { width } = this;
    const kind = broken ? weights.broken : depth === 0 ? weights.light : weights.double;
    const as = (depth === 0 ? roleInk.lifeline : roleInk.activation) | (kind << 4);
    const first = this.#cell(top, column);
    const last = this.#cell(bottom, column);
    for (let bar = 0; bar < Math.max(1, depth); bar += 1)
      for (let cell = first + bar; cell <= last + bar; cell += width)
        ink[cell] = merge(ink[cell] ?? 0, arm.up | arm.down, as);
  }

  #paintLine({ left, top, right, bottom, weight, role }: Stroke): void {
    const ink = this.#ink;
    const as = roleInk[role] | (weights[weight] << 4);
    const [step, back, forth] = top === bottom ? [1, arm.left, arm.right] : [this.width, arm.up, arm.down];
    const first = this.#cell(top, left);
    const last = this.#cell(bottom, right);
    for (let cell = first; cell <= last; cell += step) {
      const arms = (cell > first ? back : 0) | (cell < last ? forth : 0);
      ink[cell] = merge(ink[cell] ?? 0, arms, as);
    }
  }

  /** Clears what is under it, except a lifeline that enters from above and one that continues below. */
  #paintBox({ left, top, right, bottom, role }: Box): void {
    const ink = this.#ink;
    for (let row = top; row <= bottom; row += 1) {
      const through = row === top ? arm.up : row === bottom ? arm.down : 0;
      for (let cell = this.#cell(row, left); cell <= this.#cell(row, right); cell += 1) {
        const before = ink[cell] ?? 0;
        ink[cell] = (before & through) === 0 ? 0 : roleInk[role] | (before & (weightBits | through));
      }
    }
    const edge = { weight: 'light', role } as const;
    for (const row of [top, bottom]) this.#paintLine({ left, top: row, right, bottom: row, ...edge });
    for (const column of [left, right]) this.#paintLine({ left: column, top, right: column, bottom, ...edge });
  }

  #paintText({ row, column, text, role, padded }: PlacedText): void {
    const [ink, unit] = [this.#ink, this.#unit];
    const start = this.#cell(row, column);
    const as = roleInk[role];
    let end = start;
    const put = (value: number): void => {
      unit[end] = value;
      ink[end] = as;
      end += 1;
    };
    if (isPlain(text)) for (let index = 0; index < text.length; index += 1) put(text.charCodeAt(index));
    else
      for (const cluster of clustersOf(text)) {
        const isUnit = cluster.text.length === 1 && cluster.width === 1;
        if (!isUnit) this.#clusters.set(end, cluster.text);
        put(isUnit ? cluster.text.charCodeAt(0) : marks.cluster);
        for (let rest = 1; rest < cluster.width; rest += 1) put(marks.continued);
      }
    if (!padded) return;
    // A blank cell before and one after; lines that reached them now end there.
    if (column > 0) ink[start - 1] = 0;
    if (column > 1) ink[start - 2] = (ink[start - 2] ?? 0) & ~arm.right;
    const after = column + end - start;
    if (after < this.width) ink[end] = 0;
    if (after + 1 < this.width) ink[end + 1] = (ink[end + 1] ?? 0) & ~arm.left;
  }
}
