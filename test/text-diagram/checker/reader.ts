/** Where the reader of a diagram is: which row, which lifelines run at which columns, which frames are open. */
import { arm, type Weight } from '../../../src/text-diagram/glyphs.js';
import { finishLines, finishMessage, type Line } from '../../../src/text-diagram/measure/lines.js';
import { styleOf, type AsciiOptions, type Style } from '../../../src/text-diagram/options.js';
import { flatWithNotes } from '../../../src/model/tree.js';
import type { ScriptMessage, ScriptStep } from '../../../src/model/script.js';
import type { Page, Rectangle } from './page.js';
import type { Fitted } from '../../../src/text-diagram/measure/measure.js';

/** A lifeline's rows with one depth of activation. */
interface Stretch {
  readonly broken?: boolean;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  readonly depth: number;
}

export const reachOf = (depth: number): number => Math.max(0, depth - 1);
export const widthOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ width }) => width));

function takesPart(step: ScriptStep): readonly string[] {
  if (step.kind === 'message') return [step.from, step.to].filter((id) => id !== '[' && id !== ']');
  if (step.kind === 'ref') return step.participants;
  if (step.kind === 'note') return step.participants;
  return step.kind === 'activation' && step.active ? [step.participant] : [];
}

export class Reader {
  row = 0;
  readonly style: Style;
  readonly columns: (number | undefined)[];
  readonly depths: number[];
  readonly frames: Pick<Rectangle, 'left' | 'right'>[] = [];
  /** Boxes that stand over lifelines. */
  readonly boxes: Rectangle[] = [];
  /** The left edge that the last lifeline's self-messages share, where they are text, and how far they reach. */
  selfEdge: number | undefined;
  selfEnd = 0;
  /** The ends of participants, and the steps that were read. */
  readonly ended = new Set<number>();
  readonly #read = new Set<ScriptStep>();
  readonly #alive = new Map<number, { top: number; depth: number }>();
  readonly #stretches: Stretch[] = [];
  readonly #indices: ReadonlyMap<string, number>;

  constructor(
    readonly page: Page,
    readonly script: Fitted,
    readonly options: AsciiOptions,
  ) {
    this.style = styleOf(options, script);
    this.columns = script.participants.map(() => undefined);
    this.depths = script.participants.map(() => 0);
    this.#indices = new Map(script.participants.map(({ id }, index) => [id, index]));
  }

  at(id: string): number {
    return this.#indices.get(id) ?? this.page.fail(`no participant ${id}`);
  }

  column(participant: number): number {
    return this.columns[participant] ?? this.page.fail(`participant ${participant} is not there yet`);
  }

  reach(participant: number): number {
    return reachOf(this.depths[participant] ?? 0);
  }

  words(said: readonly string[] | ScriptMessage): readonly Line[] {
    return 'kind' in said ? finishMessage(said) : finishLines(said);
  }

  begin(participant: number, row: number): void {
    this.end(participant, row);
    this.#alive.set(participant, { top: row, depth: 0 });
  }

  met(step: ScriptStep): void {
    this.#read.add(step);
    if (step.kind === 'message') for (const note of step.notes) this.#read.add(note);
  }

  /** Those that ended since `before`, and that a step further down names, have a lifeline again from this row on. */
  revive(before: ReadonlySet<number>, row: number): void {
    const later = [...flatWithNotes(this.script.steps)].filter((step) => !this.#read.has(step)).flatMap(takesPart);
    for (const participant of [...this.ended]) {
      if (before.has(participant) || !later.some((id) => this.at(id) === participant)) continue;
      this.ended.delete(participant);
      this.begin(participant, row);
    }
  }

  turn(participant: number, change: number, row: number): void {
    const depth = Math.max(0, (this.depths[participant] ?? 0) + change);
    this.depths[participant] = depth;
    this.show(participant, row);
  }

  /** Each branch of a fragment begins with the activations that the fragment began with. */
  restore(before: readonly number[]): void {
    for (const [participant, depth] of before.entries())
      if (this.depths[participant] !== depth) this.turn(participant, depth - (this.depths[participant] ?? 0), this.row);
  }

  /** The lifeline shows its depth from this row on. */
  show(participant: number, row: number): void {
    if (!this.#alive.has(participant)) return;
    this.end(participant, row - 1);
    this.#alive.set(participant, { top: row, depth: this.depths[participant] ?? 0 });
  }

  /** In these rows time passes. */
  breakLifelines(top: number, bottom: number): void {
    for (const [participant, { depth }] of [...this.#alive]) {
      this.end(participant, top - 1);
      this.#stretches.push({ column: this.column(participant), top, bottom, depth, broken: true });
      this.#alive.set(participant, { top: bottom + 1, depth });
    }
  }

  end(participant: number, bottom: number): void {
    const stretch = this.#alive.get(participant);
    if (stretch && stretch.top <= bottom)
      this.#stretches.push({ column: this.column(participant), bottom, ...stretch });
    this.#alive.delete(participant);
  }

  get alive(): number[] {
    return [...this.#alive.keys()].sort((one, other) => one - other);
  }

  /** Rows where only lifelines and the sides of open frames may stand. */
  gap(count = 1): void {
    const known = new Set(this.frames.flatMap(({ left, right }) => [left, right]));
    for (const [participant, { depth }] of this.#alive)
      for (let bar = 0; bar <= reachOf(depth); bar += 1) known.add(this.column(participant) + bar);
    for (let added = 0; added < count; added += 1) {
      if (this.row >= this.page.height) this.page.fail(`the diagram ends at row ${this.row}`);
      for (let column = 0; column < this.page.width; column += 1)
        if (this.page.cell(this.row, column) !== ' ' && !known.has(column))
          this.page.fail(`row ${this.row}, column ${column}: something where only lifelines may be`);
      this.row += 1;
    }
  }

  /** What stands between these columns is inside the innermost open frame, with a blank cell to its sides. */
  contained(left: number, right: number): void {
    const frame = this.frames.at(-1);
    if (frame && (left < frame.left + 2 || right > frame.right - 2))
      this.page.find(`row ${this.row}: something reaches out of its frame`);
    if (left < 0 || right >= this.page.width) this.page.find(`row ${this.row}: something reaches off the page`);
  }

  /** The first and the last column of a row that show the upper corners of a frame, within the innermost open frame. */
  corners(row: number, weight: Weight): { left: number; right: number } {
    const { page } = this;
    const from = (this.frames.at(-1)?.left ?? -1) + 1;
    const to = (this.frames.at(-1)?.right ?? page.width) - 1;
    let left = from;
    while (left <= to && !page.shows(row, left, arm.right | arm.down, [weight])) left += 1;
    let right = to;
    while (right > left && !page.shows(row, right, arm.left | arm.down, [weight])) right -= 1;
    if (left >= right) page.fail(`row ${row}: no frame or box begins here`);
    return { left, right };
  }

  /** Claims the lifelines from head to end: whole but for texts over them, and boxes that they join from above and below. */
  settleLifelines(): void {
    for (const { column, top, bottom, depth, broken } of this.#stretches)
      for (let row = top; row <= bottom; row += 1)
        for (let bar = 0; bar <= reachOf(depth); bar += 1) {
          const arms = this.#passing(row, column + bar);
          if (arms !== 0 && !this.page.isCovered(row, column + bar))
            this.page.arms(row, column + bar, arms, broken ? 'broken' : depth > 0 ? 'double' : 'light');
        }
  }

  #passing(row: number, column: number): number {
    const box = this.boxes.find(
      (one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right,
    );
    if (!box) return arm.up | arm.down;
    return row === box.top ? arm.up : row === box.bottom ? arm.down : 0;
  }
}
