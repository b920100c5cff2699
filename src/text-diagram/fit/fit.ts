/**
 * Makes a script's diagram fit a width. It takes the first way whose narrowest diagram fits, and distributes the spare columns
 * where they reduce the cost the most. See ../README.md.
 */
import type { Script } from '../../model/index.js';
import type { Columns } from '../../layout/index.js';
import { type Fitted, headMark, measureScript, padHeads, solveColumns } from '../measure/index.js';
import type { Measured } from '../measure/index.js';
import { applyForms, type Applying } from './apply-forms.js';
import { BrokenTexts, textKey } from './broken-texts.js';
import { widthOf } from '../cells.js';
import { Demands } from './demands.js';
import { fewestStandIns, noStandIns, type StandIns } from './fewest-stand-ins.js';
import { Forms, type HeadWords } from './forms.js';
import { styleOf, styles, type AsciiOptions } from '../options.js';
import { breaks } from './pieces.js';
import { groundOf, Room, type Gaps } from './room.js';
import { FootnoteNames, shortNames, unfitted } from './stand-ins.js';
import { textsOf, type SpottedText } from './texts.js';
import { Widening } from './widen.js';
import { waysFor, type Way } from './ways.js';

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
  for (const way of waysFor(styles[options.style])) {
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
  readonly #names: FootnoteNames;
  readonly #heads: readonly HeadWords[];
  readonly #spotted: readonly SpottedText[];

  constructor(
    readonly applying: Applying,
    readonly way: Way,
    readonly texts: BrokenTexts,
  ) {
    const { script, options } = applying;
    this.#spotted = textsOf(script);
    this.#names = new FootnoteNames(way.footnotes === 'none' ? [] : this.#spotted);
    const short = way.ids ? shortNames(script) : [];
    const labels = script.participants.map(({ lines }) => lines.join(' '));
    this.#heads = script.participants.map((participant, index) => ({
      short: short[index] ?? participant.id,
      isOnly: labels.every((label, other) => other === index || label !== labels[index]),
      mark: widthOf(headMark(participant, options)),
    }));
  }

  /** The narrowest diagram, with all stand-ins that the way allows. */
  narrowest(): Fit {
    return this.#narrowest(this.#forms(this.#allowed));
  }

  /** Widens up to the requested width, in which the narrowest diagram has room. */
  widen(narrowest: Fit): Fit {
    const { ids, footnotes } = this.way;
    if (!ids) return this.#widen(narrowest, this.#forms(noStandIns)).fit;
    // Footnotes are in each other's way: widening finds the gaps where most of them come back.
    const all = footnotes === 'none' ? this.#allowed : this.#widen(narrowest, this.#forms(this.#allowed)).replaced;
    const chosen = fewestStandIns(
      { ...all, ids: this.#sorted(all.ids) },
      (standIns) => this.#narrowest(this.#forms(standIns)).columns.width <= this.applying.width,
    );
    const forms = this.#forms(chosen);
    return this.#widen(this.#narrowest(forms), forms).fit;
  }

  #forms(standIns: StandIns): Forms {
    return new Forms(
      this.way,
      styleOf(this.applying.options, this.way).inside,
      this.texts,
      this.#names,
      this.#heads,
      standIns,
    );
  }

  get #allowed(): StandIns {
    const { ids, footnotes } = this.way;
    return {
      ids: new Set(ids ? this.#heads.keys() : []),
      footnotes: new Set(footnotes === 'none' ? [] : this.#spotted.map(({ lines }) => textKey(lines))),
    };
  }

  /** Ids that save few cells first, so that their names come back first. */
  #sorted(ids: ReadonlySet<number>): ReadonlySet<number> {
    const saved = this.#heads.map(({ short }, index) => {
      const name = this.texts.of(this.applying.script.participants[index]?.lines ?? [], 'head');
      return name.narrowest(breaks[this.way.breaks]) - widthOf(short);
    });
    return new Set([...ids].sort((one, other) => (saved[one] ?? 0) - (saved[other] ?? 0)));
  }

  #narrowest(forms: Forms): Fit {
    const fitted = applyForms(this.applying, (lines, spot) => forms.candidate(lines, spot).narrowest);
    return measure(fitted, this.applying.options);
  }

  #widen(narrowest: Fit, forms: Forms): { readonly fit: Fit; readonly replaced: StandIns } {
    const { script, options, width } = this.applying;
    const style = styleOf(options, this.way);
    const ground = groundOf(narrowest.measured, script, options, { style, boxes: this.way.boxes });
    const demands = new Demands(forms);
    for (const { lines, spot } of this.#spotted) demands.add(lines, spot);
    const widening = new Widening(demands.all, ground);
    // Rooms are too large only in rare cases, such as created heads: then try again with fewer spare cells.
    for (let spare = width - narrowest.columns.width; spare >= 0;) {
      const room = new Room(ground, widening.widen(gapsOf(narrowest.columns), spare));
      const replaced = { ids: new Set<number>(), footnotes: new Set<string>() };
      const fitted = applyForms(this.applying, (lines, spot) => {
        const form = forms.chosen(forms.candidate(lines, spot), room.of(spot));
        if (form.kind === 'id') replaced.ids.add(spot.first);
        if (form.kind === 'footnote') replaced.footnotes.add(textKey(lines));
        return form;
      });
      const fit = measure(fitted, options);
      const excess = fit.columns.width - width;
      if (excess <= 0) return { fit: { ...fit, measured: padHeads(fit.measured, fit.columns, style) }, replaced };
      spare -= excess;
    }
    return { fit: narrowest, replaced: forms.standIns };
  }
}

const gapsOf = ({ lifelines, width }: Columns): Gaps => {
  const nodes = [0, ...lifelines, width];
  return nodes.slice(1).map((column, index) => column - (nodes[index] ?? 0));
};
