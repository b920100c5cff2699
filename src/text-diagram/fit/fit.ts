/**
 * Makes a script's diagram fit a width. It takes the first way whose narrowest diagram fits, and distributes the spare columns
 * where they reduce the cost the most. See ../README.md.
 */
import type { Script } from '../../model/index.js';
import type { Columns } from '../../layout/index.js';
import { type Fitted, headMark, measureScript, solveColumns } from '../measure/index.js';
import type { Measured } from '../measure/index.js';
import { applyForms, type Applying } from './apply-forms.js';
import { widthOf } from '../cells.js';
import { Demands } from './demands.js';
import { Forms, type Way } from './forms.js';
import { styles, type AsciiOptions } from '../options.js';
import { groundOf, Room, type Gaps } from './room.js';
import { FootnoteNames, unfitted } from './stand-ins.js';
import { textsOf } from './texts.js';
import { Widening } from './widen.js';
import { narrowestLine } from './wrap.js';

/** A script with its measured blocks and its columns. */
interface Fit {
  readonly fitted: Fitted;
  readonly measured: Measured;
  readonly columns: Columns;
}

/** The ways, best first. */
const ways: readonly Way[] = [
  { least: 16, breaks: 1, boxes: true, ids: false, footnotes: false },
  { least: 16, breaks: 3, boxes: true, ids: false, footnotes: false },
  { least: 16, breaks: 1, boxes: false, ids: false, footnotes: false },
  { least: 12, breaks: 3, boxes: false, ids: false, footnotes: false },
  { least: 12, breaks: 3, boxes: false, ids: true, footnotes: false },
  { least: 9, breaks: 4, boxes: false, ids: true, footnotes: false },
];

/** Used if none of them is narrow enough. */
const last: Way = { least: narrowestLine, breaks: 5, boxes: false, ids: true, footnotes: true };

const measure = (fitted: Fitted, options: AsciiOptions): Fit => {
  const measured = measureScript(fitted, options);
  return { fitted, measured, columns: solveColumns(measured, styles[options.style]) };
};

/** If the width is too small for every way, the result is as narrow as possible. */
export function fitScript(script: Script, options: AsciiOptions): Fit {
  const { width } = options;
  const natural = measure(unfitted(script), options);
  if (width === null) return natural;
  const applying = { script, options, width, listBoxes: false };
  if (natural.columns.width <= width)
    return measure(
      applyForms(applying, (lines) => ({ kind: 'wrapped', lines })),
      options,
    );
  const fittingOf = (way: Way) => new Fitting({ ...applying, listBoxes: !way.boxes && options.boxes }, way);
  for (const way of ways) {
    const fitting = fittingOf(way);
    const narrowest = fitting.narrowest();
    if (narrowest.columns.width <= width) return fitting.widen(narrowest);
  }
  const fitting = fittingOf(last);
  return fitting.widen(fitting.narrowest());
}

/** One way to fit one script. */
class Fitting {
  readonly #forms: Forms;

  constructor(
    readonly applying: Applying,
    readonly way: Way,
  ) {
    const { script } = applying;
    const names = new FootnoteNames(way.footnotes ? textsOf(script) : []);
    const heads = script.participants.map((participant) => ({
      id: participant.id,
      mark: widthOf(headMark(participant, applying.options)),
    }));
    this.#forms = new Forms(way, names, heads);
  }

  narrowest(): Fit {
    const fitted = applyForms(this.applying, (lines, spot) => this.#forms.candidate(lines, spot).narrowest);
    return measure(fitted, this.applying.options);
  }

  /** Widens up to the requested width. If the narrowest diagram is wider, only uses the room in its columns. */
  widen(narrowest: Fit): Fit {
    const { script, options, width } = this.applying;
    const ground = groundOf(narrowest.measured, script, options, this.way.boxes);
    const demands = new Demands(this.#forms);
    for (const { lines, spot } of textsOf(script)) demands.add(lines, spot);
    const widening = new Widening(demands.all, ground);
    const most = Math.max(width, narrowest.columns.width);
    // Rooms are too large only in rare cases, such as created heads: then try again with fewer spare cells.
    for (let spare = most - narrowest.columns.width; spare >= 0;) {
      const room = new Room(ground, widening.widen(gapsOf(narrowest.columns), spare));
      const fitted = applyForms(this.applying, (lines, spot) =>
        this.#forms.chosen(this.#forms.candidate(lines, spot), room.of(spot)),
      );
      const wide = measure(fitted, options);
      const excess = wide.columns.width - most;
      if (excess <= 0) return wide;
      spare -= excess;
    }
    return narrowest;
  }
}

const gapsOf = ({ lifelines, width }: Columns): Gaps => {
  const nodes = [0, ...lifelines, width];
  return nodes.slice(1).map((column, index) => column - (nodes[index] ?? 0));
};
