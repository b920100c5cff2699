/** A band of a layout to cells. A cell holds a piece of text, or a set of arms; lines that meet merge by OR. */
import { type Role, roles } from '../../model/index.js';
import { isPlain } from '../../source/index.js';
import type { Box, Lifeline, Stroke, PlacedText } from '../place/index.js';
import type { Band } from './bands.js';
import { clustersOf } from '../cells.js';
import { arm, weight as weights } from '../glyphs.js';

/** Not units of any label: labels hold no C0 controls but tabs, and those are spaces by now. */
export const inClusters = 1;
/** The rest of a wide cluster. */
export const continued = 2;

const roleInk = Object.fromEntries(roles.map((role, index) => [role, index * 64])) as Record<Role, number>;
const weightBits = 48;

export const roleOf = (ink: number): Role => roles[ink >> 6] ?? 'space';

/** What was there first keeps its role; the heavier line decides the weight. */
function merge(before: number, arms: number, as: number): number {
  if (before === 0) return as | arms;
  return (before & ~weightBits) | arms | Math.max(before & weightBits, as & weightBits);
}

/** Room for the cells of one band after the other; a cell's index is `(row - top) * width + column`. */
export class Grid {
  /** What is drawn: the sum of arms, 16 times the weight, 64 times the role's index; 0 for nothing. */
  readonly ink: Uint16Array;
  /** The text over it: a UTF-16 unit, or one of the two above; 0 for none. */
  readonly unit: Uint16Array;
  /** What a cell with `inClusters` says. */
  readonly clusters = new Map<number, string>();
  /** The band's rows: the first one, and the one after the last. */
  #top = 0;
  #end = 0;

  constructor(
    readonly width: number,
    height: number,
  ) {
    this.ink = new Uint16Array(width * height);
    this.unit = new Uint16Array(width * height);
  }

  /** Forgets the band before. */
  paint({ top, rows, lifelines, lines, boxes, texts }: Band): void {
    this.#top = top;
    this.#end = top + rows.length;
    this.ink.fill(0);
    this.unit.fill(0);
    this.clusters.clear();
    for (const lifeline of lifelines) this.#paintLifeline(lifeline);
    for (const line of lines) this.#paintLine(line);
    for (const box of boxes) this.#paintBox(box);
    for (const text of texts) this.#paintText(text);
  }

  #cell(row: number, column: number): number {
    return (row - this.#top) * this.width + column;
  }

  #paintLifeline({ column, top, bottom, depth }: Lifeline): void {
    const { ink, width } = this;
    const as = depth === 0 ? roleInk.lifeline : roleInk.activation | (weights.double << 4);
    const first = this.#cell(Math.max(top, this.#top), column);
    const last = this.#cell(Math.min(bottom, this.#end - 1), column);
    for (let bar = 0; bar < Math.max(1, depth); bar += 1)
      for (let cell = first + bar; cell <= last + bar; cell += width)
        ink[cell] = merge(ink[cell] ?? 0, arm.up | arm.down, as);
  }

  #paintLine({ left, top, right, bottom, weight, role }: Stroke): void {
    const { ink } = this;
    const as = roleInk[role] | (weights[weight] << 4);
    const [step, back, forth] = top === bottom ? [1, arm.left, arm.right] : [this.width, arm.up, arm.down];
    const first = this.#cell(top, left);
    const last = this.#cell(bottom, right);
    const start = this.#cell(Math.max(top, this.#top), left);
    const stop = this.#cell(Math.min(bottom, this.#end - 1), right);
    for (let cell = start; cell <= stop; cell += step) {
      const arms = (cell > first ? back : 0) | (cell < last ? forth : 0);
      ink[cell] = merge(ink[cell] ?? 0, arms, as);
    }
  }

  /** What is under it goes, but a lifeline that comes in from above and one that goes on below. */
  #paintBox({ left, top, right, bottom, role }: Box): void {
    const { ink } = this;
    const last = Math.min(bottom, this.#end - 1);
    for (let row = Math.max(top, this.#top); row <= last; row += 1) {
      const through = row === top ? arm.up : row === bottom ? arm.down : 0;
      for (let cell = this.#cell(row, left); cell <= this.#cell(row, right); cell += 1) {
        const before = ink[cell] ?? 0;
        ink[cell] = (before & through) === 0 ? 0 : roleInk[role] | (before & (weightBits | through));
      }
    }
    const edge = { weight: 'light', role } as const;
    for (const row of [top, bottom])
      if (row >= this.#top && row < this.#end) this.#paintLine({ left, top: row, right, bottom: row, ...edge });
    for (const column of [left, right]) this.#paintLine({ left: column, top, right: column, bottom, ...edge });
  }

  #paintText({ row, column, text, role, padded }: PlacedText): void {
    const { ink, unit, width } = this;
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
        if (!isUnit) this.clusters.set(end, cluster.text);
        put(isUnit ? cluster.text.charCodeAt(0) : inClusters);
        for (let rest = 1; rest < cluster.width; rest += 1) put(continued);
      }
    if (!padded) return;
    // A blank cell before and one after; what ran up to them now ends there.
    if (column > 0) ink[start - 1] = 0;
    if (column > 1) ink[start - 2] = (ink[start - 2] ?? 0) & ~arm.right;
    const after = column + end - start;
    if (after < width) ink[end] = 0;
    if (after + 1 < width) ink[end + 1] = (ink[end + 1] ?? 0) & ~arm.left;
  }
}
