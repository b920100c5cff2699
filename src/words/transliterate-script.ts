/** Transliterates a script for output in plain ASCII, and reports the texts that changed. */
import type { Flow, Script, ScriptMessage, ScriptStep } from '../model/index.js';
import type { Diagnostic, Report } from '../source/index.js';
import { transliterate } from './transliterate.js';

/** Transliterates a text into plain ASCII. */
type Respell = (text: string) => string;

interface Spelling {
  /** For what authors wrote: a changed text is reported. */
  readonly respell: Respell;
  /** For our own words and marks. */
  readonly spell: Respell;
}

/** Makes one report for all texts. */
export function transliterateScript(script: Script, { lang, span }: Flow, report: Report): Script {
  const changed = new Map<string, string>();
  const spell: Respell = (text) => transliterate(text, lang);
  const respell: Respell = (original) => {
    const written = spell(original);
    if (written !== original) changed.set(original.trim(), written.trim());
    return written;
  };
  const written = writeScript(script, { respell, spell });
  if (changed.size > 0) report({ ...respelled(changed), span });
  return written;
}

function writeScript(script: Script, spelling: Spelling): Script {
  const { respell, spell } = spelling;
  return {
    ...script,
    heading: script.heading.map(respell),
    participants: script.participants.map((participant) => ({
      ...participant,
      lines: participant.lines.map(respell),
      shapeName: spell(participant.shapeName),
      links: participant.links.map(({ label, url }) => ({ label: respell(label), url: respell(url) })),
    })),
    boxes: script.boxes.map((box) => ({ ...box, lines: box.lines.map(respell) })),
    unnamedBox: spell(script.unnamedBox),
    steps: script.steps.map((step) => writeStep(step, spelling)),
  };
}

function writeStep(step: ScriptStep, spelling: Spelling): ScriptStep {
  switch (step.kind) {
    case 'message':
      return writeMessage(step, spelling);
    case 'note':
    case 'phase':
    case 'delay':
      return { ...step, lines: step.lines.map(spelling.respell) };
    case 'ref':
      return { ...step, operator: spelling.spell(step.operator), lines: step.lines.map(spelling.respell) };
    case 'fragment':
      return {
        ...step,
        branches: step.branches.map(({ operator, lines, tone, steps }) => ({
          operator: spelling.spell(operator),
          lines: lines.map(spelling.respell),
          tone,
          steps: steps.map((inner) => writeStep(inner, spelling)),
        })),
      };
    case 'highlight':
      return { ...step, steps: step.steps.map((inner) => writeStep(inner, spelling)) };
    case 'activation':
    case 'numbering':
      return step;
  }
}

const writeMessage = (message: ScriptMessage, spelling: Spelling): ScriptMessage => ({
  ...message,
  prefix: spelling.spell(message.prefix),
  mark: spelling.spell(message.mark),
  lines: message.lines.map(spelling.respell),
  notes: message.notes.map((note) => ({ ...note, lines: note.lines.map(spelling.respell) })),
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
