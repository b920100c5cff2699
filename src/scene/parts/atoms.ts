/** Finds where a picture can be cut: between atoms, which stay whole. */
import type { Block, BranchBlock, FrameBlock } from '../measure/index.js';

/** A frame around an atom, and in which of its branches the atom is. */
interface Around {
  readonly frame: FrameBlock;
  readonly branch: number;
}

/** Which participants exist, and how many activations each has; by index from the left. */
export interface State {
  readonly alive: ReadonlySet<number>;
  readonly depths: readonly number[];
}

export interface Atom {
  /** What there is before it. */
  readonly state: State;
  /** The cost of a cut before it. */
  readonly cost: number;
}

/** The first and the last atom of a block. */
export interface Reach {
  readonly first: number;
  readonly last: number;
}

export interface Atoms {
  readonly atoms: readonly Atom[];
  readonly reach: ReadonlyMap<Block | BranchBlock, Reach>;
  /** The last block of each atom; null for an empty branch. */
  readonly last: readonly (Block | null)[];
}

/** `alive`: the participants at the start. */
export function atomsOf(blocks: readonly Block[], alive: Iterable<number>): Atoms {
  const walk = new AtomWalk(alive);
  walk.visit(blocks, []);
  return walk;
}

class AtomWalk implements Atoms {
  readonly atoms: Atom[] = [];
  readonly reach = new Map<Block | BranchBlock, Reach>();
  readonly last: (Block | null)[] = [];
  readonly #alive: Set<number>;
  readonly #depths: number[] = [];
  /** Where the previous atom ends. */
  #end: readonly Around[] = [];
  /** Whether what comes next belongs to this atom: the title of a phase does not stand alone. */
  #isOpen = false;

  constructor(alive: Iterable<number>) {
    this.#alive = new Set(alive);
  }

  visit(blocks: readonly Block[], around: readonly Around[]): void {
    let before: Block | null = null;
    for (const block of blocks) {
      if (block.kind === 'frame') this.#visitFrame(block, around);
      else this.#visitLeaf(block, before, around);
      before = block;
    }
    // A phase without steps.
    this.#isOpen = false;
  }

  #visitLeaf(block: Exclude<Block, FrameBlock>, before: Block | null, around: readonly Around[]): void {
    if (!this.#isOpen && !belongsTo(block, before)) this.#begin(around, block);
    this.#isOpen = block.kind === 'phase';
    const at = this.atoms.length - 1;
    this.reach.set(block, { first: at, last: at });
    this.last[at] = block;
    this.#end = around;
    this.#change(block);
  }

  #visitFrame(frame: FrameBlock, around: readonly Around[]): void {
    const first = this.#next();
    for (const [branch, inside] of frame.branches.entries()) {
      for (const participant of inside.revives) this.#alive.add(participant);
      for (const { participant, depth } of inside.restores) this.#depths[participant] = depth;
      const path = [...around, { frame, branch }];
      const from = this.#next();
      this.visit(inside.blocks, path);
      if (this.atoms.length === from) this.#begin(path, null);
      this.#end = path;
      this.reach.set(inside, { first: from, last: this.atoms.length - 1 });
    }
    this.reach.set(frame, { first, last: this.atoms.length - 1 });
    for (const participant of frame.revives) this.#alive.add(participant);
  }

  /** The atom that a block here would belong to. */
  #next(): number {
    return this.#isOpen ? this.atoms.length - 1 : this.atoms.length;
  }

  #begin(path: readonly Around[], block: Block | null): void {
    this.atoms.push({
      state: { alive: new Set(this.#alive), depths: [...this.#depths] },
      cost: BREAK * breaksBetween(this.#end, path) + costBefore(block),
    });
    this.last.push(block);
  }

  #change(block: Block): void {
    if (block.kind === 'turn') this.#depths[block.turn.participant] = block.turn.depth;
    if (block.kind !== 'message') return;
    const { path, opens, closes, ends } = block;
    if (path.kind === 'arrow' && path.creates) this.#alive.add(path.to);
    for (const { participant, depth } of [...opens, ...closes]) this.#depths[participant] = depth;
    if (ends === null) return;
    this.#alive.delete(ends);
    this.#depths[ends] = 0;
  }
}

/** Activations belong to what is above them, and the second leg of a redirect to the first. */
function belongsTo(block: Block, before: Block | null): boolean {
  if (before === null || before.kind === 'frame') return false;
  if (block.kind === 'turn') return true;
  return (
    block.kind === 'message' &&
    block.step.redirectLeg === 'request' &&
    before.kind === 'message' &&
    before.step.redirectLeg === 'response'
  );
}

/** For each fragment or region that a cut breaks: more than anything else. */
const BREAK = 100;

/** A cut is best before a phase, and worst between a message and its answer or its note. */
function costBefore(block: Block | null): number {
  if (block?.kind === 'phase') return 0;
  return block?.kind === 'note' || (block?.kind === 'message' && block.step.isReply) ? 2 : 1;
}

/** Fragments and regions that a cut breaks; half a one where a branch begins. */
function breaksBetween(before: readonly Around[], after: readonly Around[]): number {
  let breaks = 0;
  for (const [index, { frame, branch }] of before.entries()) {
    const next = after[index];
    if (next?.frame !== frame) break;
    breaks += branch === next.branch ? 1 : 0.5;
    if (branch !== next.branch) break;
  }
  return breaks;
}
