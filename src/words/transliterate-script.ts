/** A script for outputs in plain ASCII, and what had to be written another way. */
import type { Flow, Lines, Script, ScriptMessage, ScriptNote, ScriptStep } from '../model/index.js';
import { dropEmoji } from '../source/index.js';
import type { Diagnostic, Report } from '../source/index.js';
import { transliterate } from './transliterate.js';

/** How the parts of a script are written. */
interface Writer {
  readonly text: (text: string) => string;
  /** `label`: how much of the first line stands before the text. */
  readonly lines: (lines: Lines, label?: number) => Lines;
}

/** Emoji that the text diagram leaves out are gone from the result. Reports once, for all texts. */
export function transliterateScript(script: Script, { ascii, span }: Flow, report: Report): Script {
  const changed = new Map<string, string>();
  const text = (original: string): string => {
    const written = transliterate(original);
    if (written !== original) changed.set(original.trim(), written.trim());
    return written;
  };
  const lines: Writer['lines'] = (original, label = 0) => {
    const [first, ...others] = ascii.emoji === 'drop' ? dropEmoji(original, label) : original;
    if (first === undefined) return [];
    return [transliterate(first.slice(0, label)) + text(first.slice(label)), ...others.map(text)];
  };
  const written = writeScript(script, { text, lines });
  if (changed.size > 0) report({ ...respelled(changed), span });
  return written;
}

function writeScript(script: Script, { text, lines }: Writer): Script {
  return {
    ...script,
    heading: lines(script.heading),
    participants: script.participants.map((participant) => ({
      ...participant,
      lines: lines(participant.lines),
      links: participant.links.map(({ label, url }) => ({ label: text(label), url: text(url) })),
    })),
    boxes: script.boxes.map((box) => ({ ...box, lines: lines(box.lines) })),
    steps: script.steps.map((step) => writeStep(step, { text, lines })),
  };
}

function writeStep(step: ScriptStep, writer: Writer): ScriptStep {
  switch (step.kind) {
    case 'message':
      return writeMessage(step, writer);
    case 'note':
      return writeNote(step, writer);
    case 'fragment':
      return {
        ...step,
        branches: step.branches.map(({ lines, steps }) => ({
          lines: writer.lines(lines),
          steps: steps.map((inner) => writeStep(inner, writer)),
        })),
      };
    case 'highlight':
      return { ...step, steps: step.steps.map((inner) => writeStep(inner, writer)) };
    case 'activation':
    case 'numbering':
      return step;
  }
}

const writeMessage = (message: ScriptMessage, writer: Writer): ScriptMessage => ({
  ...message,
  lines: writer.lines(message.lines, message.label),
  label: transliterate((message.lines[0] ?? '').slice(0, message.label)).length,
  hang: transliterate((message.lines[0] ?? '').slice(0, message.hang)).length,
  notes: message.notes.map((note) => writeNote(note, writer)),
});

const writeNote = (note: ScriptNote, { lines }: Writer): ScriptNote => ({ ...note, lines: lines(note.lines) });

/** Texts that a message names; the rest are counted. */
const named = 5;

function respelled(changed: ReadonlyMap<string, string>): Diagnostic {
  const pairs = [...changed].map(([text, written]) => `${JSON.stringify(text)} as ${JSON.stringify(written)}`);
  const more = pairs.length - named;
  return {
    code: 'ascii-charset',
    severity: 'info',
    message: `in ASCII the text diagram writes ${pairs.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    hint: 'other words for the text diagram go under "ascii:"',
  };
}
