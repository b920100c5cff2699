/** Changes every text of a script. */
import type { Script, ScriptMessage, ScriptStep } from '../model/index.js';

interface Change {
  /** What authors wrote. */
  readonly said: (text: string) => string;
  /** Our own words and marks. */
  readonly own: (text: string) => string;
}

export function mapTexts(script: Script, change: Change): Script {
  const { said, own } = change;
  return {
    ...script,
    heading: script.heading.map(said),
    participants: script.participants.map((participant) => ({
      ...participant,
      lines: participant.lines.map(said),
      shapeName: own(participant.shapeName),
      links: participant.links.map(({ label, url }) => ({ label: said(label), url: said(url) })),
    })),
    boxes: script.boxes.map((box) => ({ ...box, lines: box.lines.map(said) })),
    unnamedBox: own(script.unnamedBox),
    steps: script.steps.map((step) => mapStep(step, change)),
  };
}

function mapStep(step: ScriptStep, change: Change): ScriptStep {
  switch (step.kind) {
    case 'message':
      return mapMessage(step, change);
    case 'note':
    case 'phase':
    case 'delay':
      return { ...step, lines: step.lines.map(change.said) };
    case 'ref':
      return { ...step, operator: change.own(step.operator), lines: step.lines.map(change.said) };
    case 'fragment':
      return {
        ...step,
        branches: step.branches.map(({ operator, lines, tone, steps }) => ({
          operator: change.own(operator),
          lines: lines.map(change.said),
          tone,
          steps: steps.map((inner) => mapStep(inner, change)),
        })),
      };
    case 'highlight':
      return { ...step, steps: step.steps.map((inner) => mapStep(inner, change)) };
    case 'activation':
    case 'numbering':
      return step;
  }
}

const mapMessage = (message: ScriptMessage, change: Change): ScriptMessage => ({
  ...message,
  prefix: change.own(message.prefix),
  mark: change.own(message.mark),
  lines: message.lines.map(change.said),
  notes: message.notes.map((note) => ({ ...note, lines: note.lines.map(change.said) })),
});
