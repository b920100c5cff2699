/** Arrows of messages: connectors between two lifelines, and the loops of self-messages. */
import type { SceneMessage, Shape } from '../../scene/index.js';
import { line as lineTo, segmentsOf } from '../shapes/index.js';
import type { Connector, Figure, LineEnd, Pen, Point, Segment } from '../shapes/index.js';
import type { Piece } from './pieces.js';

type LinePiece = Piece<Extract<Shape, { kind: 'line' }>>;
type PathPiece = Piece<Extract<Shape, { kind: 'path' }>>;

export type About = Pick<Figure, 'name' | 'alt' | 'click'>;

/** Where an arrow meets nothing on one side, or two lifelines. */
export interface ArrowPlace {
  readonly tail: Point;
  readonly tip: Point;
}

const ends: Readonly<Record<SceneMessage['arrow']['head'], LineEnd>> = {
  filled: 'triangle',
  async: 'arrow',
  open: 'none',
  // Its cross is a figure.
  cross: 'none',
};

export const arrowHeads = (pieces: readonly Piece[]): readonly PathPiece[] =>
  pieces.filter((piece): piece is PathPiece => piece.kind === 'path' && piece.role === 'arrow-head');

/** From its items: heads have their own place, and end the line before it. */
export function placeOfArrow(line: LinePiece, pieces: readonly Piece[], { arrow }: SceneMessage): ArrowPlace {
  const out = line.x2 < line.x1 ? -1 : 1;
  const heads = arrowHeads(pieces);
  const reaches = heads.map((head) => out * tipOf(head, arrow, out));
  const tip = arrow.head === 'open' || heads.length === 0 ? line.x2 : out * Math.max(...reaches);
  const [first] = heads.length > 1 ? heads.map((head) => out * tipOf(head, arrow, -out)).sort((a, b) => a - b) : [];
  const tail = arrow.both && first !== undefined ? out * first : line.x1;
  return { tail: [tail, line.y1], tip: [tip, line.y2] };
}

/** A cross stands eleven px before the lifeline, and is ten px wide. */
const tipOf = ({ x, box }: PathPiece, { head }: SceneMessage['arrow'], out: number): number =>
  head === 'cross' ? x + (out * 11 * box[2]) / 5 : x;

interface Sites {
  readonly from: number | null;
  readonly to: number | null;
}

/** Glued where it meets lifelines. A message that comes from nowhere begins with a dot. */
export function connectorOf(
  { tail, tip }: ArrowPlace,
  line: LinePiece,
  { from, to, arrow }: SceneMessage,
  sites: Sites,
  about: About,
): Connector {
  return {
    kind: 'connector',
    ...about,
    href: '',
    from: tail,
    to: tip,
    line: penOf(line, arrow, from === null),
    glue: {
      start: from === null || sites.from === null ? null : { participant: from, site: sites.from },
      end: to === null || sites.to === null ? null : { participant: to, site: sites.to },
    },
  };
}

function penOf({ stroke }: LinePiece | PathPiece, arrow: SceneMessage['arrow'], isFound: boolean): Pen {
  const { color = 'line', width = 1.5, dash = '', round = false } = stroke ?? {};
  const end = ends[arrow.head];
  return { color, width, dash, round, end, start: isFound ? 'oval' : arrow.both ? end : 'none' };
}

/** Its ends are moved to the tips of its heads, which the line draws. */
export function loopOf(path: PathPiece, pieces: readonly Piece[], { arrow }: SceneMessage, about: About): Figure {
  const drawn = segmentsOf(path.d, [path.x, path.y]);
  const heads = ends[arrow.head] === 'none' ? [] : arrowHeads(pieces);
  const [first, last] = [drawn[0]?.points.at(-1), drawn.at(-1)?.points.at(-1)];
  const headAt = (end: Point | undefined): PathPiece | undefined =>
    heads.find(({ y }) => end !== undefined && Math.abs(y - end[1]) < 1);
  const [start, finish] = [arrow.both ? headAt(first) : undefined, headAt(last)];
  const segments = drawn.map((segment, index): Segment => {
    if (index === 0 && start && segment.kind === 'move') return { ...segment, points: [[start.x, start.y]] };
    return index === drawn.length - 1 && finish ? lineTo(finish.x, finish.y) : segment;
  });
  const [left, top, right, bottom] = path.box;
  const across = [path.x + left, path.x + right, ...[start, finish].flatMap((head) => (head ? [head.x] : []))];
  return {
    kind: 'figure',
    ...about,
    href: '',
    frame: { left: Math.min(...across), top: path.y + top, right: Math.max(...across), bottom: path.y + bottom },
    form: { kind: 'paths', paths: [{ segments, isFilled: false, isStroked: true }] },
    fill: null,
    line: penOf(path, arrow, false),
    text: null,
  };
}
