/** What stands under the diagram where there is no room in it: who is in which box, who an id is, texts as footnotes. */
import { dropEmoji } from '../emoji.js';
import type { Lines, Script, ScriptMessage, ScriptNote, ScriptStep } from '../model/script.js';
import { widthOf } from './cells.js';
import { linksOf, type Below, type Fitted } from './fitted.js';
import { wrapHanging } from './wrap.js';

const widest = (lines: Lines): number => Math.max(0, ...lines.map(widthOf));

/** The id stands for a label that is wider; a list says which is which. */
export function nameByIds(fitted: Fitted, width: number): Fitted {
  const legend: Below[] = [];
  const participants = fitted.participants.map((participant) => {
    const { id, lines } = participant;
    if (widest(lines) <= widthOf(id)) return participant;
    legend.push({ role: 'participant', lines: wrapHanging(`${id}: ${lines.join(' ')}`, width, id.length + 2) });
    return { ...participant, lines: [id] };
  });
  return { ...fitted, participants, below: [...legend, ...fitted.below] };
}

/** Boxes take columns; a list of who is in which takes none. */
export function listBoxes(fitted: Fitted, width: number): Fitted {
  const list = fitted.boxes.map(({ lines, first, last }): Below => {
    const members = fitted.participants.slice(first, last + 1).map((participant) => participant.lines.join(' '));
    return { role: 'box', lines: wrapHanging(`${lines.join(' ') || 'Box'}: ${members.join(', ')}`, width) };
  });
  return { ...fitted, boxes: [], below: [...list, ...fitted.below] };
}

/** A text that is wider than its footnote's mark, or has several lines, becomes the mark. */
export function moveToFootnotes(script: Script, width: number): Fitted {
  const footnotes: Below[] = [];
  const replace = (lines: Lines, hang = 0, brackets = true): Lines => {
    const before = (lines[0] ?? '').slice(0, hang);
    const texts = [(lines[0] ?? '').slice(hang), ...lines.slice(1)];
    const mark = `[${footnotes.length + 1}]`;
    if (widest(texts) <= mark.length && texts.length === 1) return lines;
    const [first = '', ...rest] = dropEmoji(texts, 0);
    const told = [`${mark} ${first}`, ...rest.map((line) => ' '.repeat(mark.length + 1) + line)];
    footnotes.push({ role: 'note', lines: told.flatMap((line) => wrapHanging(line, width, mark.length + 1)) });
    return [before + (brackets ? mark : mark.slice(1, -1))];
  };
  const replaceNote = (note: ScriptNote): ScriptNote => ({ ...note, lines: replace(note.lines) });
  const replaceMessage = (message: ScriptMessage): ScriptMessage => ({
    ...message,
    lines: replace(message.lines, message.hang),
    notes: message.notes.map(replaceNote),
  });
  const replaceAll = (steps: readonly ScriptStep[]): readonly ScriptStep[] =>
    steps.map((step): ScriptStep => {
      if (step.kind === 'message') return replaceMessage(step);
      if (step.kind === 'note') return replaceNote(step);
      if (step.kind === 'highlight') return { ...step, steps: replaceAll(step.steps) };
      if (step.kind !== 'fragment') return step;
      const branches = step.branches.map(({ lines, steps: inner }) => ({
        // A fragment's label stands in brackets already.
        lines: replace(lines, 0, false),
        steps: replaceAll(inner),
      }));
      return { ...step, branches };
    });
  const steps = replaceAll(script.steps);
  return { ...script, steps, below: [...footnotes, ...linksOf(script, width)] };
}
