/** The parts of a picture on paper: what each shows, how wide it is there, and whether it can be read. */
import { flatSteps } from '../model/index.js';
import type { Flow, Paper } from '../model/index.js';
import { roomOn } from '../picture/index.js';
import type { SceneThemes } from '../picture/index.js';
import { scaleOnPaper } from '../scene/index.js';
import type { Item, Scene } from '../scene/index.js';
import type { Diagnostic } from '../source/index.js';
import type { Making } from './output.js';

export interface PaperPart {
  readonly scene: Scene;
  /** How much smaller it is on paper than it is laid out. */
  readonly scale: number;
  /** On paper, in px: 96 are an inch. */
  readonly width: number;
}

/** Reports text that no cut can enlarge. Null after a reported error. */
export function paperParts(making: Making, themes: SceneThemes, paper: Paper): readonly PaperPart[] | null {
  const scenes = making.parts(themes, paper);
  const room = roomOn(paper);
  return (
    scenes?.map((scene, index) => {
      const scale = scaleOnPaper(scene, room);
      const points = smallestType(scene) * scale * 0.75;
      const isTall = scale < room.width / scene.width;
      // All parts have one width.
      if (points < LEAST_POINTS && (isTall || index === 0))
        making.report(tooSmall(making.flow, scene, { points, part: index + 1, isTall }));
      return { scene, scale, width: Math.floor(scene.width * scale * 100) / 100 };
    }) ?? null
  );
}

/** Smaller text is hard to read on paper. */
const LEAST_POINTS = 7.45;

function smallestType({ under, steps, heads }: Scene): number {
  const sizes = (items: readonly Item[]): readonly number[] =>
    items.flatMap((item) => (item.kind === 'link' ? sizes(item.items) : item.kind === 'text' ? [item.size] : []));
  return Math.min(...sizes([...under, ...steps.flatMap(({ items }) => items), ...heads]));
}

interface Small {
  readonly points: number;
  readonly part: number;
  /** Whether it is its height that does not fit. */
  readonly isTall: boolean;
}

function tooSmall(flow: Flow, { steps }: Scene, { points, part, isTall }: Small): Diagnostic {
  const first = steps.find(({ kind }) => kind === 'message' || kind === 'note')?.step;
  const step = isTall ? [...flatSteps(flow.steps)].find(({ id }) => id === first) : undefined;
  return {
    code: 'paper-text',
    severity: 'warning',
    message: `${isTall ? `part ${part} of the picture` : 'the picture'}: its text is ${points.toFixed(1)} points on paper, and less than 7.5 is hard to read`,
    span: step?.span ?? flow.span,
    hint: isTall
      ? 'shorten this step or its notes, or use larger paper'
      : 'shorten the longest words, leave participants out, or use wider paper',
  };
}
