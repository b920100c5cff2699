/** Builds a layout: adds rows at the bottom, and places elements. */
import type { Role } from '../../model/index.js';
import type { Turn } from '../../layout/index.js';
import type { Line, Measured } from '../measure/index.js';
import type { Box, Layout, Lifeline, PlacedText, RowKind, Stroke } from './layout.js';
import type { Glyphs, Weight } from '../glyphs.js';
import type { Style } from '../options.js';

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class Sheet {
  readonly #rows: RowKind[] = [];
  readonly #lifelines: Lifeline[] = [];
  readonly #lines: Stroke[] = [];
  readonly #boxes: Box[] = [];
  readonly #texts: PlacedText[] = [];
  /** The current section of each existing participant's lifeline. */
  readonly #alive = new Map<number, { readonly top: number; readonly depth: number }>();

  /** @param columns the column of each lifeline */
  constructor(readonly columns: readonly number[]) {}

  /** The next row to be added. */
  get bottom(): number {
    return this.#rows.length;
  }

  column(participant: number): number {
    return this.columns[participant] ?? 0;
  }

  isAlive(participant: number): boolean {
    return this.#alive.has(participant);
  }

  /** Adds rows, and returns the first. */
  add(kind: RowKind, count = 1): number {
    const top = this.bottom;
    for (let added = 0; added < count; added += 1) this.#rows.push(kind);
    return top;
  }

  begin(participant: number, top: number): void {
    this.end(participant, top);
    this.#alive.set(participant, { top, depth: 0 });
  }

  /** Does nothing for a participant that doesn't exist at this point. */
  turn({ participant, depth }: Turn, row: number): void {
    if (!this.isAlive(participant)) return;
    this.end(participant, row - 1);
    this.#alive.set(participant, { top: row, depth });
  }

  end(participant: number, bottom: number): void {
    const stretch = this.#alive.get(participant);
    if (stretch && stretch.top <= bottom)
      this.#lifelines.push({ column: this.column(participant), bottom, broken: false, ...stretch });
    this.#alive.delete(participant);
  }

  /** Draws the lifelines broken in these rows. */
  breakLifelines(top: number, bottom: number): void {
    for (const [participant, { depth }] of [...this.#alive]) {
      this.end(participant, top - 1);
      this.#lifelines.push({ column: this.column(participant), top, bottom, depth, broken: true });
      this.#alive.set(participant, { top: bottom + 1, depth });
    }
  }

  level(row: number, from: number, to: number, role: Role, weight: Weight = 'light'): void {
    this.#lines.push({ left: Math.min(from, to), right: Math.max(from, to), top: row, bottom: row, weight, role });
  }

  upright(column: number, top: number, bottom: number, role: Role, weight: Weight = 'light'): void {
    this.#lines.push({ left: column, right: column, top, bottom, weight, role });
  }

  /** Draws a frame that hides nothing. */
  frame({ left, top, right, bottom }: Edges, role: Role, weight: Weight = 'light'): void {
    this.level(top, left, right, role, weight);
    this.level(bottom, left, right, role, weight);
    this.upright(left, top, bottom, role, weight);
    this.upright(right, top, bottom, role, weight);
  }

  box(edges: Edges, role: Role): void {
    this.#boxes.push({ ...edges, role });
  }

  /** Places a block of lines; an empty line also takes a row. */
  text(row: number, column: number, lines: readonly Line[], role: Role): void {
    for (const [index, { text, width }] of lines.entries())
      if (width > 0) this.#texts.push({ row: row + index, column, text, role, padded: true });
  }

  mark(row: number, column: number, text: string, role: Role): void {
    this.#texts.push({ row, column, text, role, padded: false });
  }

  endAll(): void {
    for (const participant of [...this.#alive.keys()]) this.end(participant, this.bottom - 1);
  }

  finish(width: number): Layout {
    return {
      width,
      rows: this.#rows,
      lifelines: this.#lifelines,
      lines: this.#lines,
      boxes: this.#boxes,
      texts: this.#texts,
    };
  }
}

/** The context of every placing function. */
export interface Placing {
  readonly sheet: Sheet;
  readonly measured: Measured;
  readonly style: Style;
  readonly glyphs: Glyphs;
}
