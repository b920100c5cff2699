/** Finds every text of a script with its spot, to measure, wrap or move it. */
import { endsOf, looseEnd } from '../../model/index.js';
import type { Lines, Script, ScriptFragment, ScriptMessage, ScriptNote, ScriptStep } from '../../model/index.js';
import { ruleInset } from '../options.js';
import { hangOf, keywordWidth } from '../measure/index.js';

/** The position of a text, as far as it decides the text's room. */
export interface Spot {
  readonly kind: 'message' | 'self' | 'over' | 'left' | 'right' | 'branch' | 'box' | 'head';
  /** The indices of the participants that it spans; equal for a text at one lifeline. */
  readonly first: number;
  readonly last: number;
  /** The participant whose head is at the end of the message, or null. */
  readonly creates: number | null;
  /** The number of frames around it that begin at its first participant, and that end at its last one. */
  readonly frames: { readonly left: number; readonly right: number };
  /** The cells of that room that its number, or its keyword and brackets, take. */
  readonly taken: number;
  /** Its number or letters; '' for none. */
  readonly number: string;
}

/** A changed text; a footnote's mark also replaces the number before it. */
interface ChangedText {
  readonly lines: Lines;
  readonly keepsNumber: boolean;
}

/** `lines`: for a message, with its mark and without its number. */
type ChangeText = (lines: Lines, spot: Spot) => ChangedText;

interface Ends {
  readonly first: number;
  readonly last: number;
}

/** A copy of a script with its texts changed, from top to bottom. */
export const mapTexts = (script: Script, change: ChangeText): Script => new TextMap(script, change).script();

export interface SpottedText {
  readonly lines: Lines;
  readonly spot: Spot;
}

/** All texts, from top to bottom. */
export function textsOf(script: Script): readonly SpottedText[] {
  const texts: SpottedText[] = [];
  mapTexts(script, (lines, spot) => {
    texts.push({ lines, spot });
    return { lines, keepsNumber: true };
  });
  return texts;
}

class TextMap {
  readonly #indices: ReadonlyMap<string, number>;

  constructor(
    readonly before: Script,
    readonly change: ChangeText,
  ) {
    this.#indices = new Map(before.participants.map(({ id }, index) => [id, index]));
  }

  script(): Script {
    const { before } = this;
    return {
      ...before,
      participants: before.participants.map((one, index) => ({
        ...one,
        lines: this.#text(one.lines, this.#spot('head', { first: index, last: index })),
      })),
      boxes: before.boxes.map((box) => ({ ...box, lines: this.#text(box.lines, this.#spot('box', box)) })),
      steps: this.#steps(before.steps, []),
    };
  }

  #ends(ids: readonly string[]): Ends {
    const indices = ids.map((id) => this.#indices.get(id) ?? 0);
    return { first: Math.min(...indices), last: Math.max(...indices) };
  }

  #spot(kind: Spot['kind'], { first, last }: Ends, frames: readonly Ends[] = [], taken = 0): Spot {
    const left = frames.filter((frame) => frame.first === first).length;
    const right = frames.filter((frame) => frame.last === last).length;
    return { kind, first, last, creates: null, frames: { left, right }, taken, number: '' };
  }

  #text(lines: Lines, spot: Spot): Lines {
    return lines.length === 0 ? lines : this.change(lines, spot).lines;
  }

  #steps(steps: readonly ScriptStep[], frames: readonly Ends[]): readonly ScriptStep[] {
    return steps.map((step): ScriptStep => {
      switch (step.kind) {
        case 'message':
          return this.#message(step, frames);
        case 'note':
          return this.#note(step, frames);
        case 'ref':
          return { ...step, lines: this.#text(step.lines, this.#spot('over', this.#ends(step.participants), frames)) };
        case 'phase':
          return { ...step, lines: this.#text(step.lines, this.#ruleSpot(frames, ruleInset.inside)) };
        case 'delay':
          return { ...step, lines: this.#text(step.lines, this.#ruleSpot(frames, 0)) };
        case 'highlight':
          return { ...step, steps: this.#steps(step.steps, [...frames, this.#around(step.steps)]) };
        case 'fragment':
          return this.#fragment(step, frames);
        case 'activation':
        case 'numbering':
          return step;
      }
    });
  }

  /** `inset`: the cells that a rule inside a frame takes. */
  #ruleSpot(frames: readonly Ends[], inset: number): Spot {
    const frame = frames.at(-1);
    if (!frame) return this.#spot('branch', { first: 0, last: this.before.participants.length - 1 });
    return this.#spot('branch', frame, frames.slice(0, -1), inset);
  }

  #note(note: ScriptNote, frames: readonly Ends[]): ScriptNote {
    return {
      ...note,
      lines: this.#text(note.lines, this.#spot(note.placement, this.#ends(note.participants), frames)),
    };
  }

  #message(message: ScriptMessage, frames: readonly Ends[]): ScriptMessage {
    const words = this.#messageWords(message, frames);
    return { ...message, ...words, notes: message.notes.map((note) => this.#note(note, frames)) };
  }

  #messageWords(message: ScriptMessage, frames: readonly Ends[]): Pick<ScriptMessage, 'prefix' | 'mark' | 'lines'> {
    const { from, to, create, prefix, mark, lines, shownNumber } = message;
    const [first, ...others] = lines;
    if (first === undefined) return { prefix, mark, lines };
    const loose = looseEnd(message);
    // Beside its lifeline, it takes as many cells as a note.
    const kind = loose ? loose.side : from === to ? 'self' : 'message';
    const spot = this.#spot(kind, this.#ends(endsOf(message)), frames, hangOf(message));
    const creates = create && from !== to ? (this.#indices.get(to) ?? 0) : null;
    const changed = this.change([mark + first, ...others], { ...spot, creates, number: shownNumber });
    return { prefix: changed.keepsNumber ? prefix : '', mark: '', lines: changed.lines };
  }

  #fragment(fragment: ScriptFragment, frames: readonly Ends[]): ScriptFragment {
    const ends = this.#around(fragment.branches.flatMap(({ steps }) => steps));
    return {
      ...fragment,
      branches: fragment.branches.map(({ operator, lines, tone, steps }) => {
        const spot = this.#spot('branch', ends, frames, keywordWidth(operator));
        return { operator, lines: this.#text(lines, spot), tone, steps: this.#steps(steps, [...frames, ends]) };
      }),
    };
  }

  /** The participants that a frame spans; an empty frame spans all of them. */
  #around(steps: readonly ScriptStep[]): Ends {
    const inside = steps.flatMap((step) => this.#inside(step));
    if (inside.length === 0) return { first: 0, last: this.before.participants.length - 1 };
    return {
      first: Math.min(...inside.map(({ first }) => first)),
      last: Math.max(...inside.map(({ last }) => last)),
    };
  }

  #inside(step: ScriptStep): readonly Ends[] {
    switch (step.kind) {
      case 'message':
        return [this.#ends(endsOf(step)), ...step.notes.map(({ participants }) => this.#ends(participants))];
      case 'note':
      case 'ref':
        return [this.#ends(step.participants)];
      case 'highlight':
        return [this.#around(step.steps)];
      case 'fragment':
        return [this.#around(step.branches.flatMap(({ steps }) => steps))];
      case 'phase':
      case 'delay':
      case 'activation':
      case 'numbering':
        return [];
    }
  }
}
