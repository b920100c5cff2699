/** Breaks a line into the fewest lines that fit, and makes these as narrow as each other. */
import { partsOf, type Part, type TextKind } from './break-points.js';

/** How wide a text is in px. The first line may differ from the others: the method at its start is bold. */
export interface Measure {
  /** Of the first line, or of the start of one. */
  first(text: string): number;
  /** Of any later line. */
  rest(text: string): number;
}

/** Data goes on two letters further right; no-break spaces, which printers keep. */
const HANG = '\u00a0\u00a0';
/** How exactly the narrowest width is found, in px. */
const EXACT = 0.5;

/**
 * One line of the author's, as lines that are no wider than the room (px). Only a single grapheme cluster can be wider. Blanks
 * at a break are dropped, and later lines of data start with two no-break spaces and the author's indentation, as such spaces, too.
 */
export function wrapText(line: string, room: number, measure: Measure, kind: TextKind): readonly string[] {
  if (measure.first(line) <= room) return [line];
  const hang = kind === 'data' ? hangOf(line, room, measure) : '';
  const widthOf = (text: string, isFirst: boolean): number =>
    isFirst ? measure.first(text) : measure.rest(hang + text);
  const parts = partsOf(line, kind, (part, isFirst) => widthOf(part, isFirst) <= room);
  if (parts.length < 2) return [line];
  return balance(new Lines(parts, widthOf), room).map((text, index) => (index === 0 ? text : hang + text));
}

/** Indentation that leaves less than half of the room is not repeated. */
function hangOf(line: string, room: number, measure: Measure): string {
  const hang = (/^[ \t]*/.exec(line)?.[0] ?? '').replace(/[ \t]/g, '\u00a0') + HANG;
  return measure.rest(hang) <= room / 2 ? hang : HANG;
}

/** The narrowest width with as many lines as the room needs; never so narrow that a part would stick out. */
function balance(lines: Lines, room: number): readonly string[] {
  let best = lines.fill(room);
  let [low, high] = [lines.widestPart(), lines.widest(best)];
  if (lines.fill(low).length === best.length) best = lines.fill(low);
  else {
    while (high - low > EXACT) {
      const middle = (low + high) / 2;
      const filled = lines.fill(middle);
      if (filled.length > best.length) low = middle;
      else {
        best = filled;
        high = lines.widest(best);
      }
    }
  }
  return lines.texts(best);
}

/** Where lines end: the index behind the last part of each. */
type Ends = readonly number[];

/** Lines of parts, whose widths are kept, because they are asked for again and again. */
class Lines {
  private readonly known: number[][] = [];

  constructor(
    private readonly parts: readonly Part[],
    private readonly widthOf: (text: string, isFirst: boolean) => number,
  ) {}

  /** As many parts in each line as fit, and at least one. */
  fill(width: number): Ends {
    const ends: number[] = [];
    let start = 0;
    for (let end = 1; end <= this.parts.length; end++) {
      if (end < this.parts.length && this.width(start, end + 1) <= width) continue;
      ends.push(end);
      start = end;
    }
    return ends;
  }

  widestPart(): number {
    return this.parts.reduce((most, _, index) => Math.max(most, this.width(index, index + 1)), 0);
  }

  widest(ends: Ends): number {
    return ends.reduce((most, end, index) => Math.max(most, this.width(ends[index - 1] ?? 0, end)), 0);
  }

  texts(ends: Ends): readonly string[] {
    return ends.map((end, index) => this.text(ends[index - 1] ?? 0, end));
  }

  private text(start: number, end: number): string {
    return this.parts
      .slice(start, end)
      .map(({ blank, text }, index) => (index === 0 ? text : blank + text))
      .join('');
  }

  private width(start: number, end: number): number {
    const widths = (this.known[start] ??= []);
    return (widths[end - start] ??= this.widthOf(this.text(start, end), start === 0));
  }
}
