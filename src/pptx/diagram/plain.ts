/** Shapes and texts that are drawn as they are. */
import { boundsOf } from '../../bounds/index.js';
import type { Role, Shape } from '../../scene/index.js';
import { frameOf, segmentsOf } from '../shapes/index.js';
import type { Connector, Drawn, Figure, Form } from '../shapes/index.js';
import { bodyIn, restOf, textBox } from './bodies.js';
import { textOf } from './pieces.js';
import type { Piece, Pool } from './pieces.js';

/** What a step's shapes have in common. */
export interface Belongs {
  /** What a list of objects calls it: `token-request`. */
  readonly of: string;
  readonly click: number | null;
}

/** The texts that a shape holds. */
export const textsIn: Partial<Record<Role, readonly Role[]>> = {
  badge: ['number'],
  pill: ['operator'],
  tag: ['tag'],
  card: ['note', 'ref'],
  band: ['phase'],
  zone: ['zone-title'],
};

/** What tells something by itself; other shapes only support texts. */
const telling: readonly Role[] = ['card', 'zone', 'tag', 'pill', 'band'];

/** All that is left of a step, in its order. */
export function drawRest(pool: Pool, by: Belongs): readonly Drawn[] {
  const drawn: Drawn[] = [];
  for (let piece = pool.next(); piece; piece = pool.next()) drawn.push(drawPiece(piece, pool, by));
  return drawn;
}

export function drawPiece(piece: Piece, pool: Pool, { of, click }: Belongs): Drawn {
  const name = `${nameOf(piece.role)} ${of}`.trim();
  switch (piece.kind) {
    case 'text':
      return textBox(restOf(piece, pool), { name, click });
    case 'line':
      return drawLine(piece, { name, click });
    case 'path':
      return drawPath(piece, { name, click });
    case 'rect': {
      const frame = boundsOf(piece);
      const lines = pool.takeTexts(textsIn[piece.role] ?? [], frame);
      return drawRect(piece, {
        name,
        click,
        alt: telling.includes(piece.role) && lines.length > 0 ? textOf(lines) : null,
        text: bodyIn(frame, lines),
      });
    }
  }
}

/** `arrow-head` is `Arrow head`. */
const nameOf = (role: Role): string => (role.charAt(0).toUpperCase() + role.slice(1)).replaceAll('-', ' ');

type About = Pick<Figure, 'name' | 'click'>;
type RectPiece = Piece<Extract<Shape, { kind: 'rect' }>>;
type LinePiece = Piece<Extract<Shape, { kind: 'line' }>>;
type PathPiece = Piece<Extract<Shape, { kind: 'path' }>>;

export function drawRect(rect: RectPiece, about: About & Pick<Figure, 'alt' | 'text'>): Figure {
  const { width, height, radius, fill, stroke, href } = rect;
  const isDisc = Math.abs(width - height) < 0.5 && radius >= width / 2 - 0.5;
  const form: Form = isDisc ? { kind: 'ellipse' } : { kind: 'rect', radius };
  return { kind: 'figure', ...about, href, frame: boundsOf(rect), form, fill, line: stroke };
}

export const drawLine = ({ x1, y1, x2, y2, stroke, href }: LinePiece, about: About): Connector => ({
  kind: 'connector',
  ...about,
  alt: null,
  href,
  from: [x1, y1],
  to: [x2, y2],
  line: stroke,
  glue: { start: null, end: null },
});

export function drawPath({ x, y, d, fill, stroke, href }: PathPiece, about: About): Figure {
  const segments = segmentsOf(d, [x, y]);
  return {
    kind: 'figure',
    ...about,
    alt: null,
    href,
    frame: frameOf(segments),
    form: { kind: 'paths', paths: [{ segments, isFilled: fill !== null, isStroked: stroke !== null }] },
    fill,
    line: stroke,
    text: null,
  };
}
