/**
 * Makes a script's diagram fit a width. In this order: lines break at spaces, words inside URLs and parameters, boxes
 * become a list, words break inside names, ids stand for long heads, any word breaks, footnotes stand for texts.
 */
import { lazily } from '../lazily.js';
import type { Script } from '../model/script.js';
import { breakScript, type LimitOf } from './break-script.js';
import { solveColumns, type Columns } from './columns.js';
import { linksOf, unfitted, type Fitted } from './fitted.js';
import { measureScript } from './measure.js';
import type { Measured } from './blocks.js';
import { styles, type AsciiOptions } from './options.js';
import { roomIn } from './room.js';
import { listBoxes, moveToFootnotes, nameByIds } from './stand-ins.js';
import { longestPiece, narrowestLine, wrapLine } from './wrap.js';

/** A script with its room and its columns. */
export interface Fit {
  readonly fitted: Fitted;
  readonly measured: Measured;
  readonly columns: Columns;
}

/** One way to break lines. No limit is less than `least`, nor than the longest piece that may not break: see `longestPiece`. */
interface Way {
  readonly least: number;
  readonly breaks: number;
  /** What stands under the diagram; each with those before it. */
  readonly standIn: 'none' | 'boxes' | 'ids' | 'footnotes';
}

/** The best first. Lines of 24 cells with broken URLs are easier to read than whole URLs with all else in lines of 14. */
const ways: readonly Way[] = [
  { least: 24, breaks: 0, standIn: 'none' },
  { least: 24, breaks: 1, standIn: 'none' },
  { least: 16, breaks: 0, standIn: 'none' },
  { least: 16, breaks: 1, standIn: 'none' },
  { least: 16, breaks: 3, standIn: 'none' },
  { least: 16, breaks: 1, standIn: 'boxes' },
  { least: 14, breaks: 3, standIn: 'boxes' },
  { least: 14, breaks: 3, standIn: 'ids' },
  { least: 10, breaks: 3, standIn: 'ids' },
  { least: 10, breaks: 4, standIn: 'ids' },
  { least: narrowestLine, breaks: 3, standIn: 'footnotes' },
  { least: narrowestLine, breaks: 4, standIn: 'footnotes' },
];

const measure = (fitted: Fitted, options: AsciiOptions): Fit => {
  const measured = measureScript(fitted, options);
  return { fitted, measured, columns: solveColumns(measured, styles[options.style]) };
};

/** Where the width is too small for every way, the result is as narrow as can be, or easy to read if it need not fit. */
export function fitScript(script: Script, options: AsciiOptions): Fit {
  const { width } = options;
  const natural = measure(unfitted(script), options);
  if (width === null) return natural;
  const trial = new Trial(script, options, width);
  if (natural.columns.width <= width)
    return measure(
      trial.broken(() => width, 'none'),
      options,
    );
  const way =
    ways.find((one) => (options.mustFit !== false || one.standIn !== 'footnotes') && trial.fits(one, one.least)) ??
    ways.at(options.mustFit === false ? 0 : -1);
  return way ? trial.widen(way) : natural;
}

/** Cells that rooms may be too large by: what stands at one lifeline leans, and frames stand beside it. */
const slacks = [0, 2, 4];

/** Tries limits on one script. */
class Trial {
  constructor(
    readonly script: Script,
    readonly options: AsciiOptions,
    readonly width: number,
  ) {}

  fits(way: Way, limit: number): boolean {
    return this.#measure(way, limit).columns.width <= this.width;
  }

  /** The largest limit that fits. */
  widen(way: Way): Fit {
    let [fits, fails] = [way.least, this.width];
    while (fails - fits > 1) {
      const tried = Math.floor((fits + fails) / 2);
      if (this.fits(way, tried)) fits = tried;
      else fails = tried;
    }
    return this.#fill(way, fits);
  }

  /** Texts that have more room than the limit without moving a column get all of it. */
  #fill(way: Way, limit: number): Fit {
    const limited = this.#measure(way, limit);
    const roomOf = roomIn(limited.measured, limited.columns, {
      indices: new Map(this.script.participants.map(({ id }, index) => [id, index])),
      drawn: this.options.self === 'loop',
    });
    const limitOf = limitFor(way, limit);
    const filled = slacks.map((slack) =>
      lazily(() =>
        measure(
          this.broken((lines, spot) => Math.max(limitOf(lines, spot), roomOf(spot) - slack), way.standIn),
          this.options,
        ),
      ),
    );
    return filled.find((fit) => fit().columns.width <= limited.columns.width)?.() ?? limited;
  }

  #measure(way: Way, limit: number): Fit {
    return measure(this.broken(limitFor(way, limit), way.standIn), this.options);
  }

  broken(limitOf: LimitOf, standIn: Way['standIn']): Fitted {
    const { script, options, width } = this;
    const below = linksOf(script, width);
    const heading = script.heading.flatMap((line) => wrapLine(line, width));
    const told = standIn === 'footnotes' ? moveToFootnotes(script, width) : { ...script, below };
    const listed = standIn === 'none' || !options.boxes ? told : listBoxes(told, width);
    const named = standIn === 'ids' || standIn === 'footnotes' ? nameByIds(listed, width) : listed;
    return { ...named, ...breakScript(named, { limitOf, emoji: options.emoji }), heading };
  }
}

const limitFor =
  ({ breaks }: Way, limit: number): LimitOf =>
  (lines, { taken }) =>
    lines.reduce((most, line) => Math.max(most, longestPiece(line, breaks, most)), limit - taken);
