/** Keeps each text of a script ready to be broken: fitting asks for the same texts again and again. */
import type { Lines } from '../../model/index.js';
import { breakable, breakableNote, narrowestWidth, type Breakable } from './wrap.js';
import type { Spot } from './texts.js';

export class BrokenText {
  readonly #narrowest = new Map<number, number>();

  constructor(readonly lines: readonly Breakable[]) {}

  /** The minimum width of its lines that are broken only at the first `kinds` kinds of places: see pieces.ts. */
  narrowest(kinds: number): number {
    const known = this.#narrowest.get(kinds);
    if (known !== undefined) return known;
    const width = Math.max(0, ...this.lines.map((line) => narrowestWidth(line, kinds)));
    this.#narrowest.set(kinds, width);
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
