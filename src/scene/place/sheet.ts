/** A picture while its steps are placed from top to bottom. */
import type { Turn } from '../../layout/index.js';
import type { Across, Frames } from '../columns/index.js';
import { xOf } from '../columns/index.js';
import type { Block, Heads } from '../measure/index.js';
import type { Paints } from '../colors/index.js';
import type { Item, SceneStep } from '../scene.js';
import { boxesOf } from './shapes.js';
import type { Box } from './shapes.js';

/** What placing depends on. */
export interface Placing {
  readonly sheet: Sheet;
  readonly across: Across;
  readonly frames: Frames;
  readonly heads: Heads;
  readonly paints: Paints;
  /** The labels of participants, in one line, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The phases below whose bands the names are repeated; by their step. */
  readonly repeats: ReadonlySet<string>;
  /** The left and right edge of all contents. */
  readonly left: number;
  readonly right: number;
}

/** A lifeline, or a part of one that ends and goes on. */
export interface Life {
  readonly participant: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Bar extends Life {
  /** 1 for one on the lifeline itself. */
  readonly depth: number;
}

/** Where time passes. */
interface Pause {
  readonly top: number;
  readonly bottom: number;
}

/** The height of an activation that ends where it begins: arrows end at its bar. */
const SHORTEST = 8;

export class Sheet {
  readonly regions: Item[] = [];
  readonly frames: Item[] = [];
  readonly bands: Item[] = [];
  readonly redirects: Item[] = [];
  readonly ends: Item[] = [];
  readonly steps: SceneStep[] = [];
  /** Cards and names that are not at the top or at the foot. */
  readonly heads: Item[] = [];
  readonly lives: Life[] = [];
  readonly bars: Bar[] = [];
  readonly pauses: Pause[] = [];
  /** The tops of bands, by their step. */
  readonly bandTops = new Map<string, number>();
  /** The bottoms of blocks, once they are placed. */
  readonly bottoms = new Map<Block, number>();
  /** Where a part begins and ends in the midst of activations, which are open there. */
  readonly openAt = new Set<number>();
  /** What interrupts lifelines and bars. */
  readonly cuts: Box[] = [];
  readonly #alive = new Map<number, number>();
  readonly #active = new Map<number, number[]>();
  #bottom: number;
  #margin: number;

  /**
   * @param margin the least distance from the top to the first row
   * @param loose how much larger all distances between rows are
   */
  constructor(
    top: number,
    margin: number,
    readonly loose = 1,
  ) {
    this.#bottom = top;
    this.#margin = margin;
  }

  /** The bottom of what is placed. */
  get bottom(): number {
    return this.#bottom;
  }

  /** The top of a row that has this distance to the row above, or what that row asks for. */
  next(margin: number): number {
    return this.#bottom + Math.max(margin, this.#margin) * this.loose;
  }

  /** Ends a row; `margin` is the least distance to the next one. */
  fill(bottom: number, margin = 0): void {
    this.#bottom = bottom;
    this.#margin = margin;
  }

  add(step: SceneStep): void {
    this.steps.push(step);
    this.interrupt(step.items);
  }

  /** Completes the step at this index, which was added before what it holds was placed. */
  close(index: number, end: Pick<SceneStep, 'step' | 'title' | 'bottom'>): void {
    const step = this.steps[index];
    if (step) this.steps[index] = { ...step, ...end };
  }

  /** Lifelines and bars leave room for the texts and pills. */
  interrupt(items: readonly Item[]): void {
    for (const box of boxesOf(items)) this.cuts.push(box);
    for (const item of items)
      if (item.kind === 'rect' && (item.role === 'pill' || item.role === 'tag' || item.role === 'badge'))
        this.cuts.push({ left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height });
  }

  begin(participant: number, top: number): void {
    if (!this.#alive.has(participant)) this.#alive.set(participant, top);
  }

  isAlive(participant: number): boolean {
    return this.#alive.has(participant);
  }

  end(participant: number, bottom: number): void {
    const top = this.#alive.get(participant);
    if (top === undefined) return;
    this.turn({ participant, depth: 0 }, bottom);
    this.#alive.delete(participant);
    this.lives.push({ participant, top, bottom });
  }

  endAll(bottom: number): void {
    for (const participant of [...this.#alive.keys()]) this.end(participant, bottom);
  }

  turn({ participant, depth }: Turn, y: number): void {
    const tops = this.#active.get(participant) ?? [];
    this.#active.set(participant, tops);
    while (tops.length < depth) tops.push(y);
    while (tops.length > depth) {
      const top = tops.pop() ?? y;
      this.bars.push({ participant, top, bottom: Math.max(y, top + SHORTEST), depth: tops.length + 1 });
    }
  }
}

export const lifeline = ({ across }: Placing, participant: number): number => xOf(across, participant);
