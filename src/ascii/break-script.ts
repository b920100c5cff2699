/** Breaks every line of a script, by a rule that knows where each text stands. */
import { dropEmoji } from '../emoji.js';
import type { Lines, Script, ScriptFragment, ScriptMessage, ScriptNote, ScriptStep } from '../model/script.js';
import { nextBranch } from './blocks.js';
import type { AsciiOptions } from './options.js';
import { narrowestLine, wrapLine } from './wrap.js';

/** Where a text stands, as far as that decides how much room it may have. */
export interface Spot {
  readonly kind: 'message' | 'self' | 'over' | 'left' | 'right' | 'branch' | 'box' | 'head';
  /** The participants that it stretches between; one for what stands at one lifeline. */
  readonly participants: readonly string[];
  /** Cells that its number, or its keyword and brackets, take of that room. */
  readonly taken: number;
  /** How many frames are around it. */
  readonly depth: number;
}

/** Cells that a text may be wide. */
export type LimitOf = (lines: Lines, spot: Spot) => number;

interface Breaking {
  readonly limitOf: LimitOf;
  readonly emoji: AsciiOptions['emoji'];
}

export function breakScript(script: Script, breaking: Breaking): Script {
  const broken = breakerFor(breaking);
  const idOf = (index: number): string => script.participants[index]?.id ?? '';
  return {
    ...script,
    participants: script.participants.map((one) => ({
      ...one,
      lines: broken(one.lines, { kind: 'head', participants: [one.id], taken: 0, depth: 0 }),
    })),
    boxes: script.boxes.map((box) => ({
      ...box,
      lines: broken(box.lines, { kind: 'box', participants: [idOf(box.first), idOf(box.last)], taken: 0, depth: 0 }),
    })),
    steps: breakSteps(script.steps, broken, 0),
  };
}

type Breaker = (lines: Lines, spot: Spot, hang?: number) => Lines;

function breakerFor({ limitOf, emoji }: Breaking): Breaker {
  return (lines, spot, hang = 0) => {
    const kept = emoji === 'drop' ? dropEmoji(lines, hang) : lines;
    const texts = kept.map((line, index) => (index === 0 ? line.slice(hang) : line));
    const limit = Math.max(narrowestLine, limitOf(texts, spot));
    const [first = '', ...rest] = texts.flatMap((line) => wrapLine(line, limit));
    return kept.length === 0 ? kept : [(kept[0] ?? '').slice(0, hang) + first, ...rest];
  };
}

function breakSteps(steps: readonly ScriptStep[], broken: Breaker, depth: number): readonly ScriptStep[] {
  return steps.map((step): ScriptStep => {
    switch (step.kind) {
      case 'message':
        return breakMessage(step, broken, depth);
      case 'note':
        return breakNote(step, broken, depth);
      case 'highlight':
        return { ...step, steps: breakSteps(step.steps, broken, depth + 1) };
      case 'fragment':
        return breakFragment(step, broken, depth);
      case 'activation':
      case 'numbering':
        return step;
    }
  });
}

const breakNote = (note: ScriptNote, broken: Breaker, depth: number): ScriptNote => ({
  ...note,
  lines: broken(note.lines, { kind: note.placement, participants: note.participants, taken: 0, depth }),
});

function breakMessage(message: ScriptMessage, broken: Breaker, depth: number): ScriptMessage {
  const { from, to, hang } = message;
  const kind = from === to ? 'self' : 'message';
  return {
    ...message,
    // A new head takes some of the room between the lifelines.
    lines: broken(message.lines, { kind, participants: message.create ? [] : [from, to], taken: hang, depth }, hang),
    notes: message.notes.map((note) => breakNote(note, broken, depth)),
  };
}

function breakFragment(fragment: ScriptFragment, broken: Breaker, depth: number): ScriptFragment {
  const participants = [...new Set(participantsIn([fragment]))];
  return {
    ...fragment,
    branches: fragment.branches.map(({ lines, steps }, index) => {
      const keyword = index === 0 ? fragment.type : nextBranch[fragment.type];
      const spot = { kind: 'branch', participants, taken: keyword.length + ' []'.length, depth } as const;
      return { lines: broken(lines, spot), steps: breakSteps(steps, broken, depth + 1) };
    }),
  };
}

function participantsIn(steps: readonly ScriptStep[]): readonly string[] {
  return steps.flatMap((step): readonly string[] => {
    switch (step.kind) {
      case 'message':
        return [step.from, step.to, ...participantsIn(step.notes)];
      case 'note':
        return step.participants;
      case 'highlight':
        return participantsIn(step.steps);
      case 'fragment':
        return step.branches.flatMap((branch) => participantsIn(branch.steps));
      case 'activation':
      case 'numbering':
        return [];
    }
  });
}
