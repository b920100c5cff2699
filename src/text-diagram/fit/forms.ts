/** The forms that a text may take, and the cost of each, in rows of the diagram. */
import type { Lines } from '../../model/index.js';
import { widthOf } from '../cells.js';
import type { FootnoteNames } from './stand-ins.js';
import type { Spot } from './texts.js';
import { longestPiece, narrowestLine, shortestLine, wrap, wrapEvenly } from './wrap.js';

/** The changes that may be made to a script so that it fits. */
export interface Way {
  /** The minimum width to which lines are wrapped. */
  readonly least: number;
  /** How many kinds of places inside words may be broken to reach that width: see `longestPiece`. */
  readonly breaks: number;
  /** Whether boxes are drawn, not listed below the diagram. */
  readonly boxes: boolean;
  /** Whether ids may replace heads, and footnotes may replace texts. */
  readonly ids: boolean;
  readonly footnotes: boolean;
}

export interface Form {
  readonly kind: 'wrapped' | 'footnote' | 'id';
  readonly lines: Lines;
  readonly cost: number;
}

/** The cost of a footnote: the reader looks below the diagram and back. */
const footnoteCost = 9;
/** The cost of an id; ids are few, and already short names. */
const idCost = 3;

const widest = (lines: Lines): number => lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);

/** Rows that cost nothing: the loop of a self-message has two rows anyway. */
const rowsAnyway = ({ kind }: Spot): number => (kind === 'self' ? 2 : 1);

/** A text with its spot, and its narrowest allowed form. */
export interface Candidate {
  readonly lines: Lines;
  readonly spot: Spot;
  readonly narrowest: Form;
  /** The minimum width of its lines, in cells. */
  readonly stem: number;
}

interface HeadWords {
  readonly id: string;
  /** The width of its shape's name, in cells. */
  readonly mark: number;
}

export class Forms {
  /** @param heads the heads by participant */
  constructor(
    readonly way: Way,
    readonly names: FootnoteNames,
    readonly heads: readonly HeadWords[],
  ) {}

  candidate(lines: Lines, spot: Spot): Candidate {
    const standIn = this.#standIn(lines, spot);
    const head = spot.kind === 'head' ? this.heads[spot.first] : undefined;
    if (standIn) return { lines, spot, narrowest: standIn, stem: Math.max(shortestLine, head?.mark ?? 0) };
    const { least, breaks } = this.way;
    const stem = lines.reduce(
      (most, line) => Math.max(most, longestPiece(line, breaks)),
      Math.max(narrowestLine, least - spot.taken),
    );
    return { lines, spot, narrowest: wrapText(lines, spot, stem), stem };
  }

  /** The best form that fits the room; the narrowest if none fits. */
  best({ lines, spot, narrowest, stem }: Candidate, room: number): Form {
    if (room < stem) return narrowest;
    const wrapped = wrapText(lines, spot, room);
    return narrowest.kind === 'wrapped' || wrapped.cost <= narrowest.cost ? wrapped : narrowest;
  }

  /** The best form, to be drawn. */
  chosen(candidate: Candidate, room: number): Form {
    const form = this.best(candidate, room);
    if (form.kind !== 'wrapped') return form;
    const limit = Math.max(candidate.stem, room);
    return { ...form, lines: candidate.lines.flatMap((line) => wrapEvenly(line, limit)) };
  }

  /** The stand-in for a text, if it is narrower. */
  #standIn(lines: Lines, spot: Spot): Form | null {
    const { ids, footnotes } = this.way;
    if (spot.kind === 'head') {
      const { id, mark } = this.heads[spot.first] ?? { id: '', mark: 0 };
      return ids && widthOf(id) < Math.max(mark, widest(lines)) ? { kind: 'id', lines: [id], cost: idCost } : null;
    }
    if (!footnotes || spot.kind === 'box') return null;
    const mark = this.names.widestMark(spot.number);
    // A keyword stays; a number is removed.
    const gone = spot.kind === 'branch' ? 0 : spot.taken;
    return lines.length > 1 || gone + widest(lines) > mark.length
      ? { kind: 'footnote', lines: [mark], cost: footnoteCost }
      : null;
  }
}

function wrapText(lines: Lines, spot: Spot, room: number): Form {
  const wraps = lines.map((line) => wrap(line, room));
  const broken = wraps.flatMap(({ rows }) => rows);
  const harm = wraps.reduce((sum, one) => sum + one.harm, 0);
  const rowsMore = Math.max(broken.length, rowsAnyway(spot)) - Math.max(lines.length, rowsAnyway(spot));
  return { kind: 'wrapped', lines: broken, cost: rowsMore + harm };
}
