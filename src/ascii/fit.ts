/**
 * Makes a script's diagram fit a width. It starts as narrow as can be, and spends the columns that are left where they help
 * the most. How narrow that is: first lines break at spaces and words inside URLs and parameters, then boxes become a list,
 * words break inside names, ids stand for long heads; last, footnotes stand for texts.
 */
import type { Lines, Script } from '../model/script.js';
import type { Measured } from './blocks.js';
import { widthOf } from './cells.js';
import { solveColumns, type Columns } from './columns.js';
import { Demands } from './demands.js';
import { linksOf, unfitted, type Below, type Fitted } from './fitted.js';
import { Forms, type Form, type Way } from './forms.js';
import { measureScript } from './measure.js';
import { styles, type AsciiOptions } from './options.js';
import { halfOf, Room, type Gaps, type Ground } from './room.js';
import { boxList, footnote, footnoteMark, legendEntry } from './stand-ins.js';
import { mapTexts, type Spot } from './texts.js';
import { Widening } from './widen.js';
import { narrowestLine, wrapLine } from './wrap.js';

/** A script with its room and its columns. */
export interface Fit {
  readonly fitted: Fitted;
  readonly measured: Measured;
  readonly columns: Columns;
}

/** The best first. */
const ways: readonly Way[] = [
  { least: 16, breaks: 1, boxes: true, ids: false, footnotes: false },
  { least: 16, breaks: 3, boxes: true, ids: false, footnotes: false },
  { least: 16, breaks: 1, boxes: false, ids: false, footnotes: false },
  { least: 12, breaks: 3, boxes: false, ids: false, footnotes: false },
  { least: 12, breaks: 3, boxes: false, ids: true, footnotes: false },
  { least: 9, breaks: 4, boxes: false, ids: true, footnotes: false },
  { least: narrowestLine, breaks: 5, boxes: false, ids: true, footnotes: true },
];

/** Where a diagram may be wider than what is usual. */
const roomy: Way = { least: 24, breaks: 0, boxes: true, ids: false, footnotes: false };

const measure = (fitted: Fitted, options: AsciiOptions): Fit => {
  const measured = measureScript(fitted, options);
  return { fitted, measured, columns: solveColumns(measured, styles[options.style]) };
};

/** Where the width is too small for every way, the result is as narrow as can be, or easy to read if it need not fit. */
export function fitScript(script: Script, options: AsciiOptions): Fit {
  const { width } = options;
  const natural = measure(unfitted(script), options);
  if (width === null) return natural;
  if (natural.columns.width <= width) return measure(new Fitting(script, options, width, roomy).untouched, options);
  const mayFootnote = options.mustFit !== false;
  for (const way of ways) {
    if (way.footnotes && !mayFootnote) continue;
    const fitting = new Fitting(script, options, width, way);
    const narrowest = measure(fitting.narrowest, options);
    if (narrowest.columns.width <= width) return fitting.widen(narrowest);
    if (way.footnotes) return narrowest;
  }
  return measure(new Fitting(script, options, width, roomy).narrowest, options);
}

type Choose = (lines: Lines, spot: Spot) => Form;

/** One way to fit one script. */
class Fitting {
  readonly #forms: Forms;
  readonly narrowest: Fitted;

  constructor(
    readonly script: Script,
    readonly options: AsciiOptions,
    readonly width: number,
    readonly way: Way,
  ) {
    this.#forms = new Forms(
      way,
      footnoteMark(way.footnotes ? countTexts(script) : 0),
      (index) => script.participants[index]?.id ?? '',
    );
    this.narrowest = this.#change((lines, spot) => this.#forms.candidate(lines, spot).narrowest);
  }

  /** All texts as they are. */
  get untouched(): Fitted {
    return this.#change((lines) => ({ kind: 'wrapped', lines, cost: 0 }));
  }

  widen(narrowest: Fit): Fit {
    const { script, options } = this;
    const ground = this.#ground(narrowest.measured);
    const demands = new Demands(this.#forms);
    mapTexts(script, options.emoji, (lines, spot) => {
      demands.add(lines, spot);
      return lines;
    });
    const widening = new Widening(demands.all, ground);
    const gaps = gapsOf(narrowest.columns);
    for (let spare = this.width - narrowest.columns.width; spare >= 0;) {
      const room = new Room(ground, widening.widen(gaps, spare));
      const wide = measure(
        this.#change((lines, spot) => this.#forms.best(this.#forms.candidate(lines, spot), room.of(spot))),
        options,
      );
      const excess = wide.columns.width - this.width;
      if (excess <= 0) return wide;
      spare -= excess;
    }
    return narrowest;
  }

  #ground({ heads, reaches }: Measured): Ground {
    const { script, options } = this;
    const boxes = this.way.boxes && options.boxes ? script.boxes : [];
    const beside = 2;
    return {
      style: styles[options.style],
      drawn: options.self === 'loop',
      reaches,
      heads: heads.map(({ right }, index) => ({
        least: right,
        wish: Math.max(
          right,
          halfOf(
            Math.max(...(script.participants[index]?.lines ?? []).map(widthOf), 0) +
              2 +
              2 * styles[options.style].headPad,
          ),
        ),
        boxed: {
          left: boxes.some(({ first }) => first === index) ? beside : 0,
          right: boxes.some(({ last }) => last === index) ? beside : 0,
        },
      })),
    };
  }

  #change(choose: Choose): Fitted {
    const { script, options, width, way } = this;
    const legend: Below[] = [];
    const footnotes: Below[] = [];
    const changed = mapTexts(script, options.emoji, (lines, spot) => {
      const { kind, lines: chosen } = choose(lines, spot);
      const participant = script.participants[spot.first];
      if (kind === 'id' && participant) legend.push(legendEntry(participant, lines, width));
      if (kind !== 'footnote') return chosen;
      const mark = footnoteMark(footnotes.length + 1);
      const [first = '', ...rest] = lines;
      footnotes.push(footnote(mark, [first.slice(spot.mark.length), ...rest], width));
      // A fragment's label stands in brackets already.
      return [spot.kind === 'branch' ? mark.slice(1, -1) : spot.mark + mark];
    });
    const isListed = !way.boxes && options.boxes;
    return {
      ...changed,
      heading: script.heading.flatMap((line) => wrapLine(line, width)),
      boxes: isListed ? [] : changed.boxes,
      below: [...legend, ...(isListed ? boxList(script, width) : []), ...footnotes, ...linksOf(script, width)],
    };
  }
}

function countTexts(script: Script): number {
  let count = 0;
  mapTexts(script, 'keep', (lines) => {
    count += 1;
    return lines;
  });
  return count;
}

const gapsOf = ({ lifelines, width }: Columns): Gaps => {
  const nodes = [0, ...lifelines, width];
  return nodes.slice(1).map((column, index) => column - (nodes[index] ?? 0));
};
