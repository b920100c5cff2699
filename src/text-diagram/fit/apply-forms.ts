/** Applies the chosen form to each text of a script, and moves texts that do not fit below the diagram. */
import type { Lines, Script } from '../../model/index.js';
import { lazily } from '../../source/index.js';
import { type Below, type Fitted, headMark } from '../measure/index.js';
import type { Form } from './forms.js';
import type { AsciiOptions, Spacing } from '../options.js';
import { boxList, footnote, footnoteMark, FootnoteNames, legendEntry, linksOf } from './stand-ins.js';
import { mapTexts, textsOf, type Spot } from './texts.js';
import { wrapLine } from './wrap.js';

export interface Applying {
  readonly script: Script;
  readonly options: AsciiOptions;
  /** The width of texts above and below the diagram, in columns. */
  readonly width: number;
  /** Whether boxes are listed below the diagram. */
  readonly listBoxes: boolean;
  readonly spacing: Spacing;
}

export function applyForms(
  { script, options, width, listBoxes, spacing }: Applying,
  choose: (lines: Lines, spot: Spot) => Pick<Form, 'kind' | 'lines'>,
): Fitted {
  const legend: Below[] = [];
  const footnotes: Below[] = [];
  const plain = new Set<string>();
  const names = lazily(() => new FootnoteNames(textsOf(script)));
  const changed = mapTexts(script, (lines, spot) => {
    const form = choose(lines, spot);
    if (form.kind === 'footnote') {
      const name = names().next(spot.number);
      footnotes.push(footnote(footnoteMark(name), lines, width));
      // A fragment's label is already in brackets.
      return { lines: [spot.kind === 'branch' ? name : footnoteMark(name)], keepsNumber: false };
    }
    const participant = script.participants[spot.first];
    if (participant && (form.kind === 'id' || form.kind === 'unmarked')) {
      const rest = [...(form.kind === 'id' ? lines : []), headMark(participant, options)];
      legend.push(legendEntry(form.kind === 'id' ? form.lines : lines, rest, width));
      plain.add(participant.id);
    }
    return { lines: form.lines, keepsNumber: true };
  });
  return {
    ...changed,
    participants: changed.participants.map((one) => (plain.has(one.id) ? { ...one, shapeName: '' } : one)),
    heading: script.heading.flatMap((line) => wrapLine(line, width)),
    boxes: listBoxes ? [] : changed.boxes,
    below: [...legend, ...(listBoxes ? boxList(script, width) : []), ...footnotes, ...linksOf(script, width)],
    spacing,
  };
}
