/**
 * Makes a script's diagram fit a width. It takes the first way whose narrowest diagram fits, and distributes the spare columns
 * where they reduce the cost the most. See ../README.md.
 */
import type { Script } from '../../model/index.js';
import type { Columns } from '../../layout/index.js';
import { type Fitted, headMark, measureScript, solveColumns } from '../measure/index.js';
import type { Measured } from '../measure/index.js';
import { applyForms, type Applying } from './apply-forms.js';
import { BrokenTexts } from './broken-texts.js';
import { widthOf } from '../cells.js';
import { Demands } from './demands.js';
import { Forms } from './forms.js';
import { styleOf, type AsciiOptions } from '../options.js';
import { groundOf, Room, type Gaps } from './room.js';
import { FootnoteNames, shortNames, unfitted } from './stand-ins.js';
import { textsOf } from './texts.js';
import { Widening } from './widen.js';
import { ways, type Way } from './ways.js';

/** A script with its measured blocks and its columns. */
interface Fit {
  readonly fitted: Fitted;
  readonly measured: Measured;
  readonly columns: Columns;
}

const measure = (fitted: Fitted, options: AsciiOptions): Fit => {
  const measured = measureScript(fitted, options);
  return { fitted, measured, columns: solveColumns(measured, styleOf(options, fitted)) };
};

/** If the width is too small for every way, the script is made to fit the least width that is possible. */
export function fitScript(script: Script, options: AsciiOptions): Fit {
  const { width } = options;
  const natural = measure(unfitted(script), options);
  if (width === null) return natural;
  const applying = { script, options, width, listBoxes: false, spacing: 'usual' } as const;
  if (natural.columns.width <= width)
    return measure(
      applyForms(applying, (lines) => ({ kind: 'wrapped', lines })),
      options,
    );
  const texts = new BrokenTexts();
  let least = width;
  for (const way of ways) {
    const { boxes, spacing } = way;
    const fitting = new Fitting({ ...applying, listBoxes: !boxes && options.boxes, spacing }, way, texts);
    const narrowest = fitting.narrowest();
    least = narrowest.columns.width;
    if (least <= width) return fitting.widen(narrowest);
  }
  return fitScript(script, { ...options, width: least });
}

/** One way to fit one script. */
class Fitting {
  readonly #forms: Forms;

  constructor(
    readonly applying: Applying,
    readonly way: Way,
    texts: BrokenTexts,
  ) {
    const { script } = applying;
    const names = new FootnoteNames(way.footnotes === 'none' ? [] : textsOf(script));
    const short = way.ids ? shortNames(script) : [];
    const labels = script.participants.map(({ lines }) => lines.join(' '));
    const heads = script.participants.map(({ id, shape }, index) => ({
      short: short[index] ?? id,
      isOnly: labels.every((label, other) => other === index || label !== labels[index]),
      mark: widthOf(headMark(shape, applying.options)),
    }));
    this.#forms = new Forms(way, texts, names, heads);
  }

  narrowest(): Fit {
    const fitted = applyForms(this.applying, (lines, spot) => this.#forms.candidate(lines, spot).narrowest);
    return measure(fitted, this.applying.options);
  }

  /** Widens up to the requested width. */
  widen(narrowest: Fit): Fit {
    const { script, options, width } = this.applying;
    const style = styleOf(options, this.way);
    const ground = groundOf(narrowest.measured, script, options, { style, boxes: this.way.boxes });
    const demands = new Demands(this.#forms);
    for (const { lines, spot } of textsOf(script)) demands.add(lines, spot);
    const widening = new Widening(demands.all, ground);
    // Rooms are too large only in rare cases, such as created heads: then try again with fewer spare cells.
    for (let spare = width - narrowest.columns.width; spare >= 0;) {
      const room = new Room(ground, widening.widen(gapsOf(narrowest.columns), spare));
      const fitted = applyForms(this.applying, (lines, spot) =>
        this.#forms.chosen(this.#forms.candidate(lines, spot), room.of(spot)),
      );
      const wide = measure(fitted, options);
      const excess = wide.columns.width - width;
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
