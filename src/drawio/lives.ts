/** Finds each participant's lives: a head with its lifeline. Who is created again has several. */
import type { Item, Rect, Scene } from '../scene/index.js';
import { boundsOf } from '../bounds/index.js';
import type { Bounds } from '../bounds/index.js';
import { isLine, isRect, loosen } from './groups.js';
import type { Loose } from './groups.js';
import { participantId } from './ids.js';
import type { Ids } from './ids.js';

export interface Life {
  /** Of its cell. */
  readonly id: string;
  readonly participant: string;
  readonly head: Rect;
  /** Of the head; '' for none. */
  readonly href: string;
  /** The card at its end, if it has one. */
  readonly foot: Rect | null;
  /** From the top of the head to the end of the line, or of the foot. */
  readonly bounds: Bounds;
}

/** The place of the line across. */
export const lineOf = ({ bounds }: Life): number => (bounds.left + bounds.right) / 2;

export class Lives {
  /** In reading order. */
  readonly all: readonly Life[];

  constructor(scene: Scene, ids: Ids) {
    const cards = loosen(scene.heads).filter(isCard);
    const participants = [...new Set(cards.map(({ item }) => item.participant ?? ''))];
    this.all = participants.flatMap((participant) =>
      livesOf(
        participant,
        cards.filter(({ item }) => item.participant === participant),
        scene.under,
        ids,
      ),
    );
  }

  /** The one that lives at a height, or began last before. Null for who has none. */
  at(participant: string, y: number): Life | null {
    const own = this.all.filter((life) => life.participant === participant);
    return own.findLast(({ bounds }) => bounds.top <= y) ?? own[0] ?? null;
  }
}

type Card = Loose & { readonly item: Rect };

const isCard = (loose: Loose): loose is Card => isRect(loose.item) && loose.item.role === 'head';

function livesOf(participant: string, cards: readonly Card[], under: readonly Item[], ids: Ids): readonly Life[] {
  const lines = under.filter(isLineOf(participant)).map(boundsOf);
  const sorted = [...cards].sort((one, other) => one.item.y - other.item.y);
  const isFoot = ({ item }: Card, index: number): boolean =>
    index > 0 && !lines.some(({ top }) => top >= boundsOf(item).bottom);
  const heads = sorted.filter((card, index) => !isFoot(card, index));
  return heads.map(({ item: head, href }, index): Life => {
    const { left, right, top, bottom } = boundsOf(head);
    const next = heads[index + 1]?.item.y ?? Infinity;
    const isLast = index === heads.length - 1;
    const foot = isLast ? (sorted.find(isFoot)?.item ?? null) : null;
    const ends = lines.filter((line) => line.top >= top && line.top < next).map((line) => line.bottom);
    const end = foot ? boundsOf(foot).bottom : Math.max(bottom, ...ends);
    const bounds = { left, right, top, bottom: end };
    return { id: ids.take(participantId(participant)), participant, head, href, foot, bounds };
  });
}

const isLineOf =
  (participant: string) =>
  (item: Item): boolean =>
    isLine(item) && item.role === 'lifeline' && item.participant === participant;
