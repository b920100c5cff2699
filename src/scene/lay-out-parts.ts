/** From words to the scenes of a picture on paper: laid out once, and cut so that each part fits. */
import { Paints } from './colors/index.js';
import { layAcross } from './columns/index.js';
import { drawRows, drawWithNames } from './draw-rows.js';
import type { Drawn, Rows } from './draw-rows.js';
import { sceneOf, shifted } from './lay-out.js';
import { measureHeads, measureScript } from './measure/index.js';
import type { Block } from './measure/index.js';
import { MARGIN, measures, narrowMeasures } from './metrics.js';
import { atomsOf, chooseCuts, cutBlocks, mostEnlarged, withLeastType } from './parts/index.js';
import type { Atoms, PartWords } from './parts/index.js';
import { HEADING_LEAST } from './place/index.js';
import type { SceneInput } from './scene-input.js';
import type { Scene } from './scene.js';
import { styles } from './text/index.js';

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

type PartsInput = Omit<SceneInput, 'maxWidth'>;

/** At least one part. Each step is in one of them, in order; all have the same columns and the same width. */
export const layOutParts = (input: PartsInput, room: PaperRoom, words: PartWords): readonly Scene[] =>
  layOutPieces(input, room, words).map(({ scene }) => scene);

/** A part, and what is in it. */
interface LaidPart {
  readonly scene: Scene;
  readonly blocks: readonly Block[];
}

export function layOutPieces(input: PartsInput, room: PaperRoom, words: PartWords): readonly LaidPart[] {
  const { script, flow, theme, facts, icons } = input;
  const paints = new Paints(script, theme);
  const heads = measureHeads(script, flow, { paints, hasGlyphs: icons });
  const blocks = measureScript(script, { ...facts, enlarged: mostEnlarged(styles.badge) });
  const least = input.heading.title.length === 0 ? 0 : HEADING_LEAST;
  const maxWidth = Math.floor(room.width * DOWN);
  const laid = shifted(layAcross(blocks, heads, maxWidth, least, [...measures, ...narrowMeasures]));
  const rows: Rows = {
    input: { ...input, maxWidth },
    heads,
    laid,
    paints,
    repeats: new Set(),
    enlarged: mostEnlarged(styles.legend),
  };
  const scale = Math.min(1, room.width / Math.ceil(laid.whole.right + MARGIN));
  const height = room.height / scale;
  const alive = heads.heads.flatMap(({ isCreated }, index) => (isCreated ? [] : [index]));
  const cutter = new Cutter(blocks, atomsOf(blocks, alive), rows, words);
  const starts = cutter.starts(Math.floor(height) - MARGIN);
  const count = starts.length;
  return starts.map((first, index) => {
    const end = starts[index + 1] ?? cutter.count;
    const label = count === 1 ? '' : words.part(index + 1, count);
    const { drawn, blocks: kept } = cutter.draw({ first, end, label }, height - MARGIN);
    const scene = withLeastType(sceneOf(drawn, rows), LEAST_TYPE / scale);
    const title = [scene.title, label].filter((text) => text !== '').join(', ');
    return { scene: { ...scene, title }, blocks: kept };
  });
}

interface Piece {
  readonly first: number;
  readonly end: number;
  readonly label: string;
}

/** What is to be drawn of a piece. */
interface Cut {
  readonly blocks: readonly Block[];
  readonly rows: Rows;
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
      measure: (first, end) => {
        const { blocks, rows } = this.#cut({ first, end, label });
        return drawRows(blocks, rows).bottom;
      },
    });
  }

  /** Names are repeated where there is room for them. */
  draw(piece: Piece, room: number): { readonly drawn: Drawn; readonly blocks: readonly Block[] } {
    const { blocks, rows } = this.#cut(piece);
    const named = drawWithNames(blocks, rows);
    return { drawn: named.bottom <= room ? named : drawRows(blocks, rows), blocks };
  }

  #cut({ first, end, label }: Piece): Cut {
    const { blocks, rows, words, atoms } = this;
    const { across, frames, whole } = rows.laid;
    const isFirst = first === 0;
    const isLast = end >= this.count;
    if (isFirst && isLast) return { blocks, rows };
    const cut = cutBlocks(blocks, { atoms, first, end, words, fit: across.fit, frames, whole });
    const { heading, legend } = rows.input;
    const part = {
      state: atoms.atoms[first]?.state ?? { alive: new Set<number>(), depths: [] },
      label: [...(isFirst ? [] : heading.title), label].join(', '),
      isLast,
    };
    const input = {
      ...rows.input,
      heading: isFirst ? heading : { title: [], summary: '', specs: [] },
      legend: isLast ? legend : [],
    };
    return { blocks: cut.blocks, rows: { ...rows, input, laid: { ...rows.laid, frames: cut.frames }, part } };
  }
}
