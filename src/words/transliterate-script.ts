/** Transliterates a script for output in plain ASCII, and reports the texts that changed. */
import type { Flow, Script, ScriptMessage, ScriptStep } from '../model/index.js';
import type { Diagnostic, Report } from '../source/index.js';
import { transliterate } from './transliterate.js';

/** Transliterates a text into plain ASCII. */
type Respell = (text: string) => string;

/** Makes one report for all texts. */
export function transliterateScript(script: Script, { span }: Flow, report: Report): Script {
  const changed = new Map<string, string>();
  const written = writeScript(script, (original) => {
    const written = transliterate(original);
    if (written !== original) changed.set(original.trim(), written.trim());
    return written;
  });
  if (changed.size > 0) report({ ...respelled(changed), span });
  return written;
}

function writeScript(script: Script, respell: Respell): Script {
  return {
    ...script,
    heading: script.heading.map(respell),
    participants: script.participants.map((participant) => ({
      ...participant,
      lines: participant.lines.map(respell),
      links: participant.links.map(({ label, url }) => ({ label: respell(label), url: respell(url) })),
    })),
    boxes: script.boxes.map((box) => ({ ...box, lines: box.lines.map(respell) })),
    steps: script.steps.map((step) => writeStep(step, respell)),
  };
}

function writeStep(step: ScriptStep, respell: Respell): ScriptStep {
  switch (step.kind) {
    case 'message':
      return writeMessage(step, respell);
    case 'note':
    case 'phase':
    case 'delay':
    case 'ref':
      return { ...step, lines: step.lines.map(respell) };
    case 'fragment':
      return {
        ...step,
        branches: step.branches.map(({ lines, steps, tone }) => ({
          lines: lines.map(respell),
          tone,
          steps: steps.map((inner) => writeStep(inner, respell)),
        })),
      };
    case 'highlight':
      return { ...step, steps: step.steps.map((inner) => writeStep(inner, respell)) };
    case 'activation':
    case 'numbering':
      return step;
  }
}

const writeMessage = (message: ScriptMessage, respell: Respell): ScriptMessage => ({
  ...message,
  prefix: transliterate(message.prefix),
  mark: transliterate(message.mark),
  lines: message.lines.map(respell),
  notes: message.notes.map((note) => ({ ...note, lines: note.lines.map(respell) })),
});

/** How many texts the message names; the rest are counted. */
const named = 5;

function respelled(changed: ReadonlyMap<string, string>): Diagnostic {
  const pairs = [...changed].map(([text, written]) => `"${text}" as "${written}"`);
  const more = pairs.length - named;
  return {
    code: 'ascii-charset',
    severity: 'info',
    message: `in ASCII the text diagram writes ${pairs.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    hint: 'give other words for the text diagram under "ascii:"',
  };
}
