/**
 * Computes the width that a text can have between given lifelines. This is the inverse of measure/, which computes how far apart
 * lifelines must be for a text: change both together. A room that is too small only costs rows; one that is too large moves
 * lifelines, and `Fitting.widen` must then try again with fewer cells.
 */
import type { Script } from '../../model/index.js';
import { centred, lean, type Sides } from '../../layout/index.js';
import { headMark, noteSides } from '../measure/index.js';
import type { Measured } from '../measure/index.js';
import { widthOf } from '../cells.js';
import { besideText, space, titleInset, type AsciiOptions, type Style } from '../options.js';
import type { Spot } from './texts.js';

/** Facts that do not depend on line breaks. Halves are cells from a lifeline to a side of its head. */
export interface Ground {
  readonly style: Style;
  /** Whether self-messages are drawn as loops. */
  readonly drawn: boolean;
  readonly heads: readonly {
    /** The halves of the narrowest head, and of the whole label on its own lines. */
    readonly least: number;
    readonly wish: number;
    /** The cells that a box around it takes on each side. */
    readonly boxed: Sides;
  }[];
  /** How far the deepest activations of each lifeline reach to the right. */
  readonly reaches: readonly number[];
}

/** The cells before the first lifeline, between neighbours, and after the last one, including its own. */
export type Gaps = readonly number[];

/** A note's borders, each with a blank cell. */
const noteBorders = 4;
/** From a lifeline to the text of a note beside it. */
const besideNote = space.note + 1 + 3;

export class Room {
  readonly #last: number;

  constructor(
    readonly ground: Ground,
    readonly gaps: Gaps,
  ) {
    this.#last = ground.heads.length - 1;
  }

  /** The cells for the lines of a text, without `taken`; negative if there is no room at all. */
  of(spot: Spot): number {
    return this.#whole(spot) - spot.taken;
  }

  #whole(spot: Spot): number {
    const { kind, first, last } = spot;
    if (kind === 'head') return this.#head(first);
    if (kind === 'box') return this.#box(first, last);
    if (kind === 'self') return this.#self(spot);
    if (kind === 'left') return this.#left(spot) - besideNote;
    if (kind === 'right') return this.#right(spot) - this.#reach(first) - besideNote;
    if (kind === 'branch') return this.#branch(spot);
    const between = this.#between(first, last);
    if (kind === 'over') return first === last ? this.#over(spot) : between + 1;
    const created = spot.creates === null ? 0 : this.#headHalf(spot.creates);
    return between - this.#reach(first) - created - 1 - besideText(this.ground.style);
  }

  #gap(index: number): number {
    return this.gaps[index] ?? 0;
  }

  #reach(participant: number): number {
    return this.ground.reaches[participant] ?? 0;
  }

  #between(first: number, last: number): number {
    let sum = 0;
    for (let gap = first + 1; gap <= last; gap += 1) sum += this.#gap(gap);
    return sum;
  }

  /** Each frame around it takes a border and a blank cell. */
  #left({ first, frames }: Spot): number {
    const free = first === 0 ? this.#gap(0) : this.#gap(first) - this.#reach(first - 1) - space.note - 1;
    return free - frames.left * (space.note + 1);
  }

  #right({ last, frames }: Spot): number {
    const free = last === this.#last ? this.#gap(last + 1) - 1 : this.#gap(last + 1) - space.note - 1;
    return free - frames.right * (space.note + 1);
  }

  #self(spot: Spot): number {
    const { drawn, style } = this.ground;
    const beyond = style.textGap - 1;
    if (spot.first > 0 && spot.first === this.#last) return this.#left(spot) - (drawn ? space.loop + 1 : 1) - beyond;
    return this.#right(spot) - this.#reach(spot.first) - (drawn ? space.loop + 1 : style.textGap) - beyond;
  }

  /** The maximum width that stays within both sides for any size of the head. */
  #widest(
    { left, right }: Sides,
    sidesOf: (width: number, half: number) => Sides,
    { least, wish }: { least: number; wish: number },
  ): number {
    let width = left + right + 1;
    while (width > 0 && (sidesOf(width, least).right > right || sidesOf(width, wish).left > left)) width -= 1;
    return width;
  }

  #over(spot: Spot): number {
    const { heads } = this.ground;
    const head = heads[spot.first];
    if (!head) return 0;
    const place = { participant: spot.first, participants: heads.length, reach: this.#reach(spot.first) };
    const within = { left: this.#left(spot), right: this.#right(spot) };
    const wish = Math.min(head.wish, within.left);
    const sidesOf = (width: number, half: number): Sides => noteSides(width, { left: half, right: half }, place);
    return this.#widest(within, sidesOf, { least: head.least, wish }) - noteBorders;
  }

  #branch(spot: Spot): number {
    const { first, last } = spot;
    const inset = 2 * titleInset(this.ground.style);
    const side = space.frame + 1;
    if (first !== last) return this.#between(first, last) + 2 * side + 1 - inset;
    const base = { left: side, right: side + this.#reach(first) };
    const sidesOf = (width: number): Sides => lean(base, width, first, this.ground.heads.length);
    return this.#widest({ left: this.#left(spot), right: this.#right(spot) }, sidesOf, { least: 0, wish: 0 }) - inset;
  }

  /** Two heads share the room between them equally; one gets more if the other does not need its half. */
  #headSide(participant: number, side: 'left' | 'right'): number {
    const { heads, style } = this.ground;
    const boxed = heads[participant]?.boxed[side] ?? 0;
    const other = heads[side === 'left' ? participant - 1 : participant + 1];
    if (!other) return (side === 'left' ? this.#gap(0) : this.#gap(participant + 1) - 1) - boxed;
    const gap = this.#gap(side === 'left' ? participant : participant + 1);
    const free = gap - boxed - other.boxed[side === 'left' ? 'right' : 'left'] - style.headGap - 1;
    return Math.min(free - other.least, Math.max(Math.floor(free / 2), free - other.wish));
  }

  #headWidth(participant: number): number {
    return Math.min(2 * this.#headSide(participant, 'left') + 2, 2 * this.#headSide(participant, 'right') + 1);
  }

  #headHalf(participant: number): number {
    const wish = this.ground.heads[participant]?.wish ?? 0;
    return Math.min(wish, Math.max(this.#headSide(participant, 'left'), this.#headSide(participant, 'right')));
  }

  #head(participant: number): number {
    return this.#headWidth(participant) - 2 - 2 * this.ground.style.headPad;
  }

  #box(first: number, last: number): number {
    const inset = 2 * titleInset(this.ground.style);
    const beside = space.note + 1;
    if (first === last) return this.#headWidth(first) + 2 * beside - inset;
    const least = (participant: number): number => this.ground.heads[participant]?.least ?? 0;
    return this.#between(first, last) + least(first) + least(last) + 2 * beside + 1 - inset - 2;
  }
}

/**
 * @param measured the script at its narrowest
 * @param boxes whether boxes are drawn
 */
export function groundOf(
  measured: Measured,
  script: Script,
  options: AsciiOptions,
  { style, boxes }: { readonly style: Style; readonly boxes: boolean },
): Ground {
  const drawn = boxes && options.boxes ? script.boxes : [];
  const border = (isThere: boolean): number => (isThere ? space.note + 1 : 0);
  return {
    style,
    drawn: options.self === 'loop',
    reaches: measured.reaches,
    heads: measured.heads.map(({ right }, index) => {
      const participant = script.participants[index] ?? { lines: [], shapeName: '' };
      const label = Math.max(widthOf(headMark(participant, options)), ...participant.lines.map(widthOf));
      return {
        least: right,
        wish: Math.max(right, centred(label + 2 + 2 * style.headPad).right),
        boxed: {
          left: border(drawn.some(({ first }) => first === index)),
          right: border(drawn.some(({ last }) => last === index)),
        },
      };
    }),
  };
}
