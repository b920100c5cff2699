/** Breaks a script's lines so that its diagram fits a width. */
import { dropEmoji } from '../emoji.js';
import type { Lines, Script, ScriptMessage, ScriptNote, ScriptStep } from '../model/script.js';
import { solveColumns } from './columns.js';
import { measureScript } from './measure.js';
import { space, styles, type AsciiOptions } from './options.js';
import { wrapLine } from './wrap.js';

/** Narrower texts are no easier to read than a diagram that is too wide. */
const narrowest = 14;

/** Breaks an element's lines; `ends` are the participants that it stretches between. */
type Break = (lines: Lines, ends: readonly string[], hang?: number) => Lines;

/**
 * All texts get the same limit, the largest that fits; those between lifelines that are farther apart get all the room there
 * is. Where nothing fits, the result is the narrowest that can be read: the caller compares the view's width.
 */
export function fitScript(script: Script, options: AsciiOptions, width: number): Script {
  const style = styles[options.style];
  const widthOf = (tried: Script): number => solveColumns(measureScript(tried, options), style).width;
  const limited = (limit: number): Script =>
    breakScript(
      script,
      width,
      breakAt(() => limit, options),
    );
  if (widthOf(script) <= width) return limited(width);
  let [fits, fails] = [narrowest, width];
  while (fails - fits > 1) {
    const tried = Math.floor((fits + fails) / 2);
    if (widthOf(limited(tried)) <= width) fits = tried;
    else fails = tried;
  }
  const measured = measureScript(limited(fits), options);
  const { lifelines } = solveColumns(measured, style);
  const indices = new Map(script.participants.map(({ id }, index) => [id, index]));
  const roomOf = (ends: readonly string[]): number => {
    const [first = 0, last = first] = ends.map((id) => indices.get(id) ?? 0).sort((one, other) => one - other);
    const room = (lifelines[last] ?? 0) - (lifelines[first] ?? 0) - 1 - 2 * space.text;
    return room - (measured.reaches[first] ?? 0);
  };
  return breakScript(
    script,
    width,
    breakAt((ends) => Math.max(fits, roomOf(ends)), options),
  );
}

const breakAt =
  (limitOf: (ends: readonly string[]) => number, { emoji }: AsciiOptions): Break =>
  (lines, ends, hang = 0) => {
    const limit = Math.max(narrowest / 2, limitOf(ends) - hang);
    const kept = emoji === 'drop' ? dropEmoji(lines, hang) : lines;
    return kept.flatMap((line, index) => {
      if (index > 0) return wrapLine(line, limit);
      const [first = '', ...rest] = wrapLine(line.slice(hang), limit);
      return [line.slice(0, hang) + first, ...rest];
    });
  };

function breakScript(script: Script, width: number, broken: Break): Script {
  const breakNote = (note: ScriptNote): ScriptNote => ({
    ...note,
    lines: broken(note.lines, note.participants),
  });
  const breakMessage = (message: ScriptMessage): ScriptMessage => ({
    ...message,
    // A new head takes some of the room between the lifelines.
    lines: broken(message.lines, message.create ? [] : [message.from, message.to], message.hang),
    notes: message.notes.map(breakNote),
  });
  const breakStep = (step: ScriptStep): ScriptStep => {
    if (step.kind === 'message') return breakMessage(step);
    if (step.kind === 'note') return breakNote(step);
    if (step.kind === 'highlight') return { ...step, steps: step.steps.map(breakStep) };
    if (step.kind !== 'fragment') return step;
    const branches = step.branches.map(({ lines, steps }) => ({
      lines: broken(lines, []),
      steps: steps.map(breakStep),
    }));
    return { ...step, branches };
  };
  return {
    ...script,
    heading: script.heading.flatMap((line) => wrapLine(line, width)),
    participants: script.participants.map((one) => ({ ...one, lines: broken(one.lines, []) })),
    boxes: script.boxes.map((box) => ({ ...box, lines: broken(box.lines, []) })),
    steps: script.steps.map(breakStep),
  };
}
