/** From words to the scenes of a deck: each phase is laid out for itself, with those who take part in it, as large as a slide allows. */
import type { ScriptStep } from '../model/index.js';
import { Paints } from './colors/index.js';
import { layAcross, spreadAcross } from './columns/index.js';
import { drawRows } from './draw-rows.js';
import type { Drawn, PartOf, Rows } from './draw-rows.js';
import { sceneOf, shifted } from './lay-out.js';
import { measureHeads, measureScript } from './measure/index.js';
import type { Block } from './measure/index.js';
import { MARGIN, measures } from './metrics.js';
import { atomsOf, chooseCuts, cutBlocks } from './parts/index.js';
import type { Atoms, PartWords } from './parts/index.js';
import { legendItems } from './place/index.js';
import type { SceneInput } from './scene-input.js';
import type { Item, Scene } from './scene.js';
import { onlySteps, scaleScene } from './slides/index.js';

/** A slide, and where on it the diagram may be; in px. */
export interface SlideRoom {
  readonly width: number;
  readonly height: number;
  readonly stage: Stage;
}

interface Stage {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface SlideScene {
  /** Of the slide's size, without a title. */
  readonly scene: Scene;
  /** How much larger the diagram is shown than it is laid out. */
  readonly scale: number;
  /** The phase, by the name that the caller gave it; '' for none. */
  readonly phase: string;
  /** The ids of its steps. */
  readonly steps: ReadonlySet<string>;
}

export interface SlidesInput extends Omit<SceneInput, 'maxWidth' | 'heading'> {
  /** The phases of steps, by the steps' ids. */
  readonly phases: ReadonlyMap<string, string>;
}

/** A message's text of 14 px is then 12 points on a slide, which is 540 points high, whatever its pixels. */
export const LEAST_SCALE = 1.15;
const MOST_SCALE = 1.75;
/** Of two layouts that are about as large, the looser one. */
const ALIKE = 0.98;
/** The widest gap between two lifelines, and the loosest rows. */
const WIDEST = 420;
const LOOSEST = 1.6;

/** At least one slide. Each step is on one of them, in order. */
export function layOutSlides(input: SlidesInput, room: SlideRoom, words: PartWords): readonly SlideScene[] {
  const cutter = new SlideCutter(input, room, words);
  const pieces = cutter.segments().flatMap((segment) => cutter.cut(segment));
  return pieces.map((piece, index) => cutter.slide(piece, index === pieces.length - 1));
}

/** Atoms from `first` up to, and without, `end`. */
interface Piece {
  readonly first: number;
  readonly end: number;
}

/** A piece in a layout. */
interface Fitted {
  readonly scale: number;
  /** `spread`: px that the gaps between lifelines may take in addition. */
  readonly draw: (how: Pick<Rows, 'loose' | 'least'>, spread: number) => Placed;
}

interface Placed {
  readonly drawn: Drawn;
  readonly rows: Rows;
  readonly size: Size;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const noHeading = { title: [], summary: '', specs: [] } as const;

class SlideCutter {
  readonly #atoms: Atoms;
  /** The steps of each atom, and its phase. */
  readonly #steps: readonly (readonly ScriptStep[])[];
  readonly #phases: readonly string[];
  readonly #paints: Paints;
  readonly #scale: number;
  readonly #room: Size;
  /** From its own upper left corner; its height in px of the slide. */
  readonly #legend: { readonly items: readonly Item[]; readonly height: number };
  readonly #fitted = new Map<string, Fitted>();

  constructor(
    readonly input: SlidesInput,
    readonly slideRoom: SlideRoom,
    readonly words: PartWords,
  ) {
    const { script, theme, facts } = input;
    this.#paints = new Paints(script, theme);
    const blocks = measureScript(script, facts);
    this.#atoms = atomsOf(blocks, []);
    this.#steps = stepsOfAtoms(blocks, this.#atoms);
    let phase = '';
    this.#phases = this.#steps.map(([first]) => (phase = first ? (input.phases.get(first.step) ?? '') : phase));
    const { stage, height } = slideRoom;
    // Sizes are for a slide of 720 px.
    this.#scale = height / 720;
    const shown = LEAST_SCALE * this.#scale;
    const right = (stage.right - stage.left) / shown;
    const { items, bottom } = legendItems(input.legend, { left: 0, right, top: 0 }, this.#paints);
    this.#legend = { items, height: input.legend.length === 0 ? 0 : bottom * shown };
    this.#room = { width: stage.right - stage.left, height: stage.bottom - stage.top };
  }

  /** One for each phase; a phase that others interrupt has several. */
  segments(): readonly Piece[] {
    const starts = this.#phases.flatMap((phase, at) => (at === 0 || phase !== this.#phases[at - 1] ? [at] : []));
    if (starts.length === 0) return [{ first: 0, end: 0 }];
    return starts.map((first, index) => ({ first, end: starts[index + 1] ?? this.#phases.length }));
  }

  /** So that texts can be read, where a cut helps. */
  cut(segment: Piece): readonly Piece[] {
    const { first, end } = segment;
    const least = LEAST_SCALE * this.#scale;
    if (end - first <= 1 || this.#fit(segment).scale >= least) return [segment];
    const alone = Array.from({ length: end - first }, (_, at) =>
      Math.min(least, this.#fit({ first: first + at, end: first + at + 1 }).scale),
    );
    // As if all had the same room: the height that the text needs to be as large as its own slide allows.
    const heightOf = (from: number, to: number): number =>
      Math.min(...alone.slice(from, to)) / this.#fit({ first: first + from, end: first + to }).scale;
    const whole = heightOf(0, end - first);
    const starts = chooseCuts({
      bottoms: alone.map((_, at) => (whole * (at + 1)) / alone.length),
      costs: this.#atoms.atoms.slice(first, end).map(({ cost }) => cost),
      extra: 0,
      room: 1.005,
      measure: heightOf,
    });
    return starts.map((start, index) => ({ first: first + start, end: first + (starts[index + 1] ?? alone.length) }));
  }

  slide(piece: Piece, isLast: boolean): SlideScene {
    const { width, height, stage } = this.slideRoom;
    const { draw, scale } = this.#fit(piece);
    const room = this.#roomFor(piece);
    const goal = { width: room.width / scale, height: room.height / scale };
    const spread = goal.width - draw({}, 0).size.width;
    const tight = draw({}, spread).size.height;
    const loosest = draw({ loose: LOOSEST }, spread).size.height;
    const share = (goal.height - tight) / Math.max(1, loosest - tight);
    const loose = 1 + (LOOSEST - 1) * Math.max(0, Math.min(1, share * 0.995));
    const below = draw({ loose }, spread);
    const least = below.drawn.bottom + Math.max(0, goal.height - below.size.height);
    const { drawn, rows, size } = draw({ loose, least }, spread);
    const scene = sceneOf(drawn, rows);
    const x = stage.left + (room.width - size.width * scale) / 2 - MARGIN * scale;
    const [ground, ...under] = scene.under;
    const contents = scaleScene({ ...scene, under }, { scale, x, y: stage.top - MARGIN * scale });
    const legend = isLast ? this.#legend : { items: [], height: 0 };
    const placed = { scale: this.#scale * LEAST_SCALE, x: stage.left, y: stage.bottom - legend.height };
    const steps = this.#steps.slice(piece.first, piece.end).flat();
    return {
      scene: {
        ...scene,
        ...contents,
        heads: [...contents.heads, ...scaleScene({ under: [], steps: [], heads: legend.items }, placed).heads],
        ...{ width, height },
        under: [...(ground?.kind === 'rect' ? [{ ...ground, width, height }] : []), ...contents.under],
      },
      scale,
      phase: this.#phases[piece.first] ?? '',
      steps: new Set(steps.map(({ step }) => step)),
    };
  }

  /** The last one has the legend of the deck below it. */
  #roomFor({ end }: Piece): Size {
    const { width, height } = this.#room;
    const legend = end >= this.#phases.length ? this.#legend.height : 0;
    return { width, height: height - (legend === 0 ? 0 : legend + 12 * this.#scale) };
  }

  /** The layout in which a piece is largest. */
  #fit(piece: Piece): Fitted {
    const key = `${piece.first} ${piece.end}`;
    const fitted = this.#fitted.get(key) ?? this.#chooseLayout(piece);
    this.#fitted.set(key, fitted);
    return fitted;
  }

  #chooseLayout(piece: Piece): Fitted {
    const tried = measures.map((measure): Fitted => {
      const draw = this.#layout(piece, measure);
      const { width, height } = draw({}, 0).size;
      const room = this.#roomFor(piece);
      const scale = Math.min(room.width / width, room.height / height, MOST_SCALE * this.#scale);
      return { scale, draw };
    });
    const best = Math.max(...tried.map(({ scale }) => scale));
    const chosen = tried.find(({ scale }) => scale >= best * ALIKE);
    if (!chosen) throw new Error('there are measures');
    return chosen;
  }

  #layout({ first, end }: Piece, measure: number): Fitted['draw'] {
    const { input, words } = this;
    const kept = new Set(this.#steps.slice(first, end).flat());
    const script = kept.size === 0 ? input.script : onlySteps(input.script, kept);
    const heads = measureHeads(script, input.flow, { paints: this.#paints, hasGlyphs: input.icons });
    const blocks = measureScript(script, input.facts);
    const atoms = atomsOf(
      blocks,
      heads.heads.flatMap(({ isCreated }, index) => (isCreated ? [] : [index])),
    );
    const reached = stepsOfAtoms(blocks, atoms).flatMap((steps, at) =>
      steps.some((step) => kept.has(step)) ? [at] : [],
    );
    const [from, to] = [reached[0] ?? 0, (reached.at(-1) ?? atoms.atoms.length - 1) + 1];
    const base = layAcross(blocks, heads, Infinity, 0, [measure]);
    return (how, spread) => {
      const laid = shifted(spread <= 0 ? base : spreadAcross(blocks, base, spread, WIDEST));
      const { across, frames, whole } = laid;
      const cut = cutBlocks(blocks, { atoms, first: from, end: to, words, fit: across.fit, frames, whole });
      const part: PartOf = {
        state: atoms.atoms[from]?.state ?? { alive: new Set(), depths: [] },
        label: '',
        isLast: end >= this.#phases.length,
      };
      const rows: Rows = {
        input: { ...input, script, legend: [], heading: noHeading, maxWidth: Infinity },
        ...{ heads, paints: this.#paints, repeats: new Set<string>(), part },
        laid: { ...laid, frames: cut.frames },
        ...how,
      };
      const drawn = drawRows(cut.blocks, rows);
      return { drawn, rows, size: { width: whole.right - MARGIN, height: drawn.bottom - MARGIN } };
    };
  }
}

/** Of each atom: its messages, notes, references and delays. */
function stepsOfAtoms(blocks: readonly Block[], { atoms, reach }: Atoms): readonly (readonly ScriptStep[])[] {
  const steps: ScriptStep[][] = atoms.map(() => []);
  const visit = (block: Block): void => {
    if (block.kind === 'frame') for (const branch of block.branches) branch.blocks.forEach(visit);
    else if (block.kind !== 'turn' && block.kind !== 'phase') steps[reach.get(block)?.first ?? -1]?.push(block.step);
  };
  blocks.forEach(visit);
  return steps;
}
