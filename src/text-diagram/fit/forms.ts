/** The forms that a text may take, and the cost of each, in rows of the diagram. */
import type { Lines } from '../../model/index.js';
import { widthOf } from '../cells.js';
import { moreBelow } from '../measure/index.js';
import { textKey, type BrokenText, type BrokenTexts } from './broken-texts.js';
import type { StandIns } from './fewest-stand-ins.js';
import type { FootnoteNames } from './stand-ins.js';
import type { Spot } from './texts.js';
import { breaks } from './pieces.js';
import { narrowestLine, type Way } from './ways.js';
import { shortestLine, wrap, wrapEvenly } from './wrap.js';

export interface Form {
  /** `unmarked`: a name without its shape. */
  readonly kind: 'wrapped' | 'unmarked' | 'footnote' | 'id';
  readonly lines: Lines;
  readonly cost: number;
}

/** The cost of a footnote: the reader looks below the diagram and back. */
const footnoteCost = 25;
/** The cost of an id: the reader looks below the diagram for who it is, and remembers it. */
const idCost = 20;
/** The cost of naming a shape below the diagram. */
const shapeCost = 2;
/** A text of fewer letters takes no more room than its footnote takes from the reader. */
const shortText = 12;
/** An id saves so many cells, or it is not worth a look below the diagram. */
const idSaves = 3;

const widest = (lines: Lines): number => lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);

/** Rows that cost nothing: the loop of a self-message has two rows anyway. */
const rowsAnyway = ({ kind }: Spot): number => (kind === 'self' ? 2 : 1);

/** A text with its spot, and its narrowest allowed form. */
export interface Candidate {
  readonly text: BrokenText;
  readonly spot: Spot;
  /** The minimum width of its lines, in cells, and of the name of its shape. */
  readonly stem: number;
  readonly mark: number;
  readonly standIn: Form | null;
  readonly narrowest: Form;
}

export interface HeadWords {
  /** Its id, or a shorter name. */
  readonly short: string;
  /** Whether no other participant has its name, so that the legend can use it. */
  readonly isOnly: boolean;
  /** The width of its shape's name, in cells. */
  readonly mark: number;
}

export class Forms {
  /** @param heads the heads by participant */
  constructor(
    readonly way: Way,
    /** Whether messages have their texts in their stems. */
    readonly inside: boolean,
    readonly texts: BrokenTexts,
    readonly names: FootnoteNames,
    readonly heads: readonly HeadWords[],
    readonly standIns: StandIns,
  ) {}

  candidate(lines: Lines, spot: Spot): Candidate {
    const text = this.texts.of(lines, spot.kind);
    const head = spot.kind === 'head' ? this.heads[spot.first] : undefined;
    const mark = head?.mark ?? 0;
    const stem = Math.max(this.#least(spot), text.narrowest(this.#breaks(spot), this.#more(spot)));
    const standIn = head ? this.#id(head, lines, spot, stem) : this.#footnote(lines, spot);
    const keepsMark = this.way.boxes || head?.isOnly === false;
    const wrapped = wrapText(text, spot, { room: stem, more: this.#more(spot) });
    const narrowest = standIn ?? (mark > stem && !keepsMark ? unmarked(wrapped) : wrapped);
    return { text, spot, stem: keepsMark ? Math.max(stem, mark) : stem, mark, standIn, narrowest };
  }

  /** The best form that fits the room; the narrowest if none fits. */
  best({ text, spot, stem, mark, standIn, narrowest }: Candidate, room: number): Form {
    if (room < stem) return narrowest;
    const wrapped = wrapText(text, spot, { room, more: this.#more(spot) });
    const form = room < mark ? unmarked(wrapped) : wrapped;
    return standIn && standIn.cost < form.cost ? standIn : form;
  }

  /** The best form, to be drawn. */
  chosen(candidate: Candidate, room: number): Form {
    const form = this.best(candidate, room);
    if (form.kind === 'footnote' || form.kind === 'id') return form;
    const limit = Math.max(candidate.stem, room);
    const more = this.#more(candidate.spot);
    const lines = candidate.text.lines.flatMap((line, index) =>
      index === 0 ? wrapEvenly(line, limit, more) : wrapEvenly(line, limit + more),
    );
    return { ...form, lines };
  }

  /** The cells by which rows below a stem may be longer than the text in it. */
  #more({ kind, taken }: Spot): number {
    return this.inside && kind === 'message' ? moreBelow(taken) : 0;
  }

  #least({ kind, taken }: Spot): number {
    const { names, least } = this.way;
    if (kind === 'head' && names) return shortestLine;
    return Math.max(narrowestLine, least - taken);
  }

  #breaks({ kind }: Spot): number {
    return kind === 'head' && !this.way.names ? 0 : breaks[this.way.breaks];
  }

  #id({ short }: HeadWords, lines: Lines, { first }: Spot, stem: number): Form | null {
    if (!this.standIns.ids.has(first) || widthOf(short) + idSaves > Math.min(stem, widest(lines))) return null;
    return { kind: 'id', lines: [short], cost: idCost };
  }

  #footnote(lines: Lines, spot: Spot): Form | null {
    if (spot.kind === 'box' || !this.standIns.footnotes.has(textKey(lines))) return null;
    const letters = lines.reduce((sum, line) => sum + line.trim().length, 0);
    if (this.way.footnotes === 'long' && letters < shortText) return null;
    const mark = this.names.widestMark(spot.number);
    // A keyword stays; a number is removed.
    const gone = spot.kind === 'branch' ? 0 : spot.taken;
    return lines.length > 1 || gone + widest(lines) > mark.length
      ? { kind: 'footnote', lines: [mark], cost: footnoteCost }
      : null;
  }
}

const unmarked = (form: Form): Form => ({ ...form, kind: 'unmarked', cost: form.cost + shapeCost });

function wrapText({ lines }: BrokenText, spot: Spot, { room, more }: { room: number; more: number }): Form {
  const wraps = lines.map((line, index) => (index === 0 ? wrap(line, room, more) : wrap(line, room + more)));
  const broken = wraps.flatMap(({ rows }) => rows);
  const harm = wraps.reduce((sum, one) => sum + one.harm, 0);
  const rowsMore = Math.max(broken.length, rowsAnyway(spot)) - Math.max(lines.length, rowsAnyway(spot));
  return { kind: 'wrapped', lines: broken, cost: rowsMore + harm };
}
