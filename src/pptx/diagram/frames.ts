/** Frames of fragments, and activations. */
import { boundsOf } from '../../bounds/index.js';
import type { SceneStep, Shape } from '../../scene/index.js';
import { roundedRect, segmentsOf } from '../shapes/index.js';
import type { Drawn, Figure } from '../shapes/index.js';
import { drawPath, drawRect } from './plain.js';
import type { Piece } from './pieces.js';

/** What readers hear of it is its first branch: `alt the token is valid`. */
export function drawFrame(piece: Piece, steps: readonly SceneStep[], click: number | null): Drawn {
  const top = piece.kind === 'path' ? piece.y + piece.box[1] : piece.kind === 'rect' ? piece.y : 0;
  const said = steps.find((step) => step.kind === 'branch' && step.top >= top)?.title ?? '';
  const about = { name: `Frame ${said}`.trim(), click };
  const alt = said === '' ? null : said;
  if (piece.kind === 'rect') return drawRect(piece, { ...about, alt, text: null });
  if (piece.kind === 'path') return { ...drawPath(piece, about), alt };
  throw new Error(`a frame is a ${piece.kind}`);
}

type RectPiece = Piece<Extract<Shape, { kind: 'rect' }>>;
type PathPiece = Piece<Extract<Shape, { kind: 'path' }>>;

/** A bar is filled as a whole, but open where a text interrupts it. */
export function drawBar(fill: RectPiece, outline: PathPiece | null, about: Pick<Figure, 'name' | 'click'>): Figure {
  const frame = boundsOf(fill);
  return {
    kind: 'figure',
    ...about,
    alt: null,
    href: '',
    frame,
    form: {
      kind: 'paths',
      paths: [
        { segments: roundedRect(frame, 0), isFilled: true, isStroked: false },
        ...(outline
          ? [{ segments: segmentsOf(outline.d, [outline.x, outline.y]), isFilled: false, isStroked: true }]
          : []),
      ],
    },
    fill: fill.fill,
    line: outline?.stroke ?? fill.stroke,
    text: null,
  };
}
