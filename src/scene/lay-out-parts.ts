/** From words to the scenes of a picture on paper: laid out once, and cut so that each part fits. */
import { Paints } from './colors/index.js';
import { layAcross } from './columns/index.js';
import { drawRows, drawWithNames } from './draw-rows.js';
import type { Drawn, Rows } from './draw-rows.js';
import { sceneOf, shifted } from './lay-out.js';
import { measureHeads, measureScript } from './measure/index.js';
import type { Block } from './measure/index.js';
import { MARGIN, measures, narrowMeasures } from './metrics.js';
import { atomsOf, chooseCuts, cutBlocks, withLeastType } from './parts/index.js';
import type { Atoms, PartWords } from './parts/index.js';
import { HEADING_LEAST } from './place/index.js';
import type { SceneInput } from './scene-input.js';
import type { Scene } from './scene.js';

/** The room for a picture, in px of paper: 96 are an inch. */
export interface PaperRoom {
  readonly width: number;
  readonly height: number;
}

/** 7.5 points: no text is smaller. */
const LEAST_TYPE = 10;
/** What a picture is laid out for is scaled down by this at most: type of 14 px is then 8.75 points. */
const DOWN = 1.2;

/** How much smaller a scene is on paper than it is laid out; 1 for one that fits. */
export const scaleOnPaper = ({ width, height }: Pick<Scene, 'width' | 'height'>, room: PaperRoom): number =>
  Math.min(1, room.width / width, room.height / height);

/** At least one part. Each step is in one of them, in order; all have the same columns and the same width. */
export function layOutParts(input: Omit<SceneInput, 'maxWidth'>, room: PaperRoom, words: PartWords): readonly Scene[] {
  const { script, flow, theme, facts, icons } = input;
  const paints = new Paints(script, theme);
  const heads = measureHeads(script, flow, { paints, hasGlyphs: icons });
  const blocks = measureScript(script, facts);
  const least = input.heading.title.length === 0 ? 0 : HEADING_LEAST;
  const maxWidth = Math.floor(room.width * DOWN);
  const laid = shifted(layAcross(blocks, heads, maxWidth, least, [...measures, ...narrowMeasures]));
  const rows: Rows = { input: { ...input, maxWidth }, heads, laid, paints, repeats: new Set() };
  const scale = Math.min(1, room.width / Math.ceil(laid.whole.right + MARGIN));
  const height = room.height / scale;
  const alive = heads.heads.flatMap(({ isCreated }, index) => (isCreated ? [] : [index]));
  const cutter = new Cutter(blocks, atomsOf(blocks, alive), rows, words);
  const starts = cutter.starts(Math.floor(height) - MARGIN);
  const count = starts.length;
  return starts.map((first, index) => {
    const end = starts[index + 1] ?? cutter.count;
    const label = count === 1 ? '' : words.part(index + 1, count);
    const drawn = cutter.draw({ first, end, label, mayRepeat: height - MARGIN });
    const scene = withLeastType(sceneOf(drawn, rows), LEAST_TYPE / scale);
    return { ...scene, title: [scene.title, label].filter((text) => text !== '').join(', ') };
  });
}

interface Piece {
  readonly first: number;
  readonly end: number;
  readonly label: string;
  /** The height that names may be repeated in; null for never. */
  readonly mayRepeat: number | null;
}

class Cutter {
  readonly count: number;

  constructor(
    readonly blocks: readonly Block[],
    readonly atoms: Atoms,
    readonly rows: Rows,
    readonly words: PartWords,
  ) {
    this.count = Math.max(1, atoms.atoms.length);
  }

  /** The first atoms of parts that are not higher than this. */
  starts(room: number): readonly number[] {
    const whole = drawRows(this.blocks, this.rows);
    if (this.count === 1 || whole.bottom <= room) return [0];
    const { atoms, last } = this.atoms;
    let reached = whole.headsBottom;
    const bottoms = last.map((block) => (reached = Math.max(reached, (block && whole.bottoms.get(block)) ?? reached)));
    // The label stands for any other, which is as high.
    const label = this.words.part(1, 2);
    return chooseCuts({
      bottoms: bottoms.map((bottom) => bottom - whole.headsBottom),
      costs: atoms.map(({ cost }) => cost),
      extra: whole.headsBottom,
      room,
      measure: (first, end) => this.draw({ first, end, label, mayRepeat: null }).bottom,
    });
  }

  draw({ first, end, label, mayRepeat }: Piece): Drawn {
    const { rows, words, atoms } = this;
    const { across, frames, whole } = rows.laid;
    const isFirst = first === 0;
    const isLast = end >= this.count;
    if (isFirst && isLast)
      return mayRepeat === null ? drawRows(this.blocks, rows) : this.#named(this.blocks, rows, mayRepeat);
    const cut = cutBlocks(this.blocks, { atoms, first, end, words, fit: across.fit, frames, whole });
    const state = atoms.atoms[first]?.state ?? { alive: new Set<number>(), depths: [] };
    const { heading, legend } = rows.input;
    const title = isFirst ? [] : heading.title;
    const part: Rows = {
      ...rows,
      input: {
        ...rows.input,
        heading: isFirst ? heading : { title: [], summary: '', specs: [] },
        legend: isLast ? legend : [],
      },
      laid: { ...rows.laid, frames: cut.frames },
      part: { state, label: [...title, label].join(', '), isLast },
    };
    return mayRepeat === null ? drawRows(cut.blocks, part) : this.#named(cut.blocks, part, mayRepeat);
  }

  /** Names are repeated where there is room for them. */
  #named(blocks: readonly Block[], rows: Rows, room: number): Drawn {
    const named = drawWithNames(blocks, rows);
    return named.bottom <= room ? named : drawRows(blocks, rows);
  }
}
