/** Keeps each text of a script ready to be broken: fitting asks for the same texts again and again. */
import type { Lines } from '../../model/index.js';
import { breakable, breakableNote, narrowestWidth, type Breakable } from './wrap.js';
import type { Spot } from './texts.js';

export class BrokenText {
  readonly #narrowest = new Map<string, number>();

  constructor(readonly lines: readonly Breakable[]) {}

  /**
   * The minimum width of its first row, if its lines are broken only at the first `kinds` kinds of places: see pieces.ts. `more`: the
   * cells by which further rows may be longer.
   */
  narrowest(kinds: number, more = 0): number {
    const key = `${kinds} ${more}`;
    const known = this.#narrowest.get(key);
    if (known !== undefined) return known;
    const widths = this.lines.map((line, index) =>
      index === 0 ? narrowestWidth(line, kinds, more) : narrowestWidth(line, kinds) - more,
    );
    const width = Math.max(0, ...widths);
    this.#narrowest.set(key, width);
    return width;
  }
}

/** The same for the same texts. */
export const textKey = (lines: Lines): string => lines.join('\n');

export class BrokenTexts {
  readonly #notes = new Map<string, BrokenText>();
  readonly #others = new Map<string, BrokenText>();

  of(lines: Lines, kind: Spot['kind']): BrokenText {
    const isNote = kind === 'over' || kind === 'left' || kind === 'right';
    const texts = isNote ? this.#notes : this.#others;
    const key = textKey(lines);
    const known = texts.get(key);
    if (known) return known;
    const text = new BrokenText(isNote ? breakableNote(lines) : lines.map((line) => breakable(line)));
    texts.set(key, text);
    return text;
  }
}
