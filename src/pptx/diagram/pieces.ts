/** The items of a scene one by one, each with the link that it is in. */
import { boundsOf, holds, middleOf } from '../../bounds/index.js';
import type { Item, Role, Shape, TextItem } from '../../scene/index.js';
import type { Frame } from '../shapes/index.js';

export type Piece<T extends Shape | TextItem = Shape | TextItem> = T & {
  /** http or https; '' for none. */
  readonly href: string;
};

export type TextPiece = Piece<TextItem>;

/** Links lead to the web only: a deck is sent to people who have no file beside it. */
export const piecesOf = (items: readonly Item[]): readonly Piece[] =>
  items.flatMap((item): readonly Piece[] => {
    if (item.kind !== 'link') return [{ ...item, href: '' }];
    const href = /^https?:\/\//i.test(item.href) ? item.href : '';
    return item.items.map((each) => ({ ...each, href }));
  });

/** Pieces that are drawn once, by whoever asks for them first. */
export class Pool {
  readonly #left: Set<Piece>;

  constructor(pieces: readonly Piece[]) {
    this.#left = new Set(pieces);
  }

  /** All that match, in their order. */
  take(matches: (piece: Piece) => boolean): readonly Piece[] {
    const found = [...this.#left].filter((piece) => matches(piece));
    for (const piece of found) this.#left.delete(piece);
    return found;
  }

  takeTexts(roles: readonly Role[], frame: Frame): readonly TextPiece[] {
    return this.take((piece) => isText(piece) && roles.includes(piece.role) && isIn(piece, frame)).filter(isText);
  }

  /** Only the next one, and only if it matches. */
  takeFirst<T extends Piece>(matches: (piece: Piece) => piece is T): readonly T[] {
    const [piece] = this.#left;
    if (piece === undefined || !matches(piece)) return [];
    this.#left.delete(piece);
    return [piece];
  }

  /** The next one in the order of the scene. */
  next(): Piece | undefined {
    const [piece] = this.#left;
    if (piece) this.#left.delete(piece);
    return piece;
  }
}

export const isText = (piece: Piece): piece is TextPiece => piece.kind === 'text';

const isIn = (piece: TextPiece, frame: Frame): boolean => holds(frame, middleOf(boundsOf(piece)));

export const textOf = (lines: readonly TextPiece[]): string =>
  lines
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .join(' ');
