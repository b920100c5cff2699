/** Participants: a head with its lifeline as one figure, and what stands on them. */
import { boundsOf } from '../../bounds/index.js';
import type { Shape } from '../../scene/index.js';
import { line, move, roundedRect } from '../shapes/index.js';
import type { Drawn, Figure, Segment, Site } from '../shapes/index.js';
import { bodyIn, textBox } from './bodies.js';
import type { Clicks } from './clicks.js';
import { drawPath, drawRect } from './plain.js';
import { isText, textOf } from './pieces.js';
import type { Piece, Pool, TextPiece } from './pieces.js';

type RectPiece = Piece<Extract<Shape, { kind: 'rect' }>>;
type LinePiece = Piece<Extract<Shape, { kind: 'line' }>>;

export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly head: RectPiece;
  readonly names: readonly TextPiece[];
  readonly glyphs: readonly Piece[];
  readonly life: readonly LinePiece[];
  /** Cards at the foot, with their names. */
  readonly feet: readonly { readonly card: RectPiece; readonly names: readonly TextPiece[] }[];
}

const isHead = (piece: Piece): piece is RectPiece => piece.kind === 'rect' && piece.role === 'head';

/** From left to right. `heads`: cards and names; `under`: lifelines. */
export function takeParticipants(heads: Pool, under: Pool): readonly Participant[] {
  const cards = heads.take((piece) => isHead(piece) && piece.participant !== undefined).filter(isHead);
  const ids = [...new Set(cards.map(({ participant }) => participant ?? ''))];
  return ids
    .map((id) =>
      takeParticipant(
        id,
        cards.filter(({ participant }) => participant === id),
        heads,
        under,
      ),
    )
    .filter((found) => found !== null)
    .sort((one, other) => one.head.x - other.head.x);
}

function takeParticipant(id: string, cards: readonly RectPiece[], heads: Pool, under: Pool): Participant | null {
  const [head, ...feet] = [...cards].sort((one, other) => one.y - other.y);
  if (!head) return null;
  const namesIn = (card: RectPiece): readonly TextPiece[] => heads.takeTexts(['name'], boundsOf(card));
  const names = namesIn(head);
  return {
    id,
    name: textOf(names),
    head,
    names,
    glyphs: heads.take((piece) => piece.role === 'glyph' && piece.participant === id),
    life: under
      .take((piece) => piece.role === 'lifeline' && piece.participant === id)
      .filter((piece) => piece.kind === 'line'),
    feet: feet.map((card) => ({ card, names: namesIn(card) })),
  };
}

/** Who is created appears with the message that creates it. */
export function drawParticipant(
  one: Participant,
  sites: readonly Site[],
  firstTop: number,
  clicks: Clicks,
): readonly Drawn[] {
  const { head, glyphs, feet } = one;
  const created = head.y > firstTop + 1 ? clicks.arrowAt(head.y + head.height / 2) : undefined;
  const click = created ?? null;
  return [
    postOf(one, sites, click),
    ...glyphs.flatMap((glyph) => drawGlyph(glyph, { name: `Glyph ${one.name}`, click })),
    ...feet.map(({ card, names: below }) =>
      drawRect(card, { name: `Foot ${one.name}`, alt: textOf(below), click, text: bodyIn(boundsOf(card), below) }),
    ),
  ];
}

const drawGlyph = (glyph: Piece, about: Pick<Figure, 'name' | 'click'>): readonly Drawn[] => {
  if (isText(glyph)) return [{ ...textBox([glyph], about), alt: null }];
  return glyph.kind === 'path' ? [drawPath(glyph, about)] : [];
};

function postOf({ id, name, head, names, life }: Participant, sites: readonly Site[], click: number | null): Figure {
  const frame = boundsOf(head);
  const bottom = Math.max(frame.bottom, ...life.flatMap(({ y1, y2 }) => [y1, y2]));
  const lines = life.flatMap(piecesOfLine);
  return {
    kind: 'figure',
    name: `Participant ${name}`,
    alt: name,
    href: head.href,
    click,
    frame: { ...frame, bottom },
    form: {
      kind: 'post',
      participant: id,
      headBottom: frame.bottom,
      paths: [
        { segments: roundedRect(frame, head.radius), isFilled: true, isStroked: head.stroke !== null },
        ...(lines.length === 0 ? [] : [{ segments: lines, isFilled: false, isStroked: true }]),
      ],
      sites,
    },
    fill: head.fill,
    line: head.stroke,
    text: bodyIn(
      frame,
      names.map((line) => (line.href === head.href ? { ...line, href: '' } : line)),
    ),
  };
}

/** Where time passes, a lifeline is dotted: a figure has one kind of line, so dots are pieces of it. */
function piecesOfLine({ x1, y1, y2, stroke }: LinePiece): readonly Segment[] {
  const [on = 0, off = 0] = stroke.dash.split(/[ ,]+/).map(Number);
  if (!(on > 0 && off > 0)) return [move(x1, y1), line(x1, y2)];
  const dots: Segment[] = [];
  for (let y = y1; y < y2; y += on + off) dots.push(move(x1, y), line(x1, Math.min(y + on, y2)));
  return dots;
}
