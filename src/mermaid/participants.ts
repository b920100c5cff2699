/** Builds the declarations of participants and their links. */
import type { ScriptParticipant } from '../model/index.js';
import type { Diagnostic } from '../source/index.js';
import { nameOf, type MermaidContext } from './context.js';
import { escapeLines, escapeText } from './escape.js';
import { canRead, releaseOf } from './target.js';
import type { LinkView, ParticipantView, ShapedParticipantView } from './mermaid-view.js';

/** `created`: a message creates the participant. */
export function participantView(
  participant: ScriptParticipant,
  created: boolean,
  context: MermaidContext,
): ParticipantView | ShapedParticipantView {
  const { id, shape, lines } = participant;
  const name = nameOf(id, context);
  const labelled = lines.join('\n') !== name;
  const common = { id: name, labelled, created };
  if (shape === 'participant' || shape === 'actor') {
    return { kind: 'participant', keyword: shape, label: escapeLines(lines, 'participant'), ...common };
  }
  if (!canRead(context.target, 'shapes')) {
    context.report(plainShape(participant));
    return { kind: 'participant', keyword: 'participant', label: escapeLines(lines, 'participant'), ...common };
  }
  if (labelled && !canRead(context.target, 'shapeLabels')) context.report(idAsLabel(participant));
  return { kind: 'shaped-participant', shape, label: escapeLines(lines, 'alias'), ...common };
}

const plainShape = ({ id, shape }: ScriptParticipant): Diagnostic => ({
  code: 'mermaid-target',
  severity: 'info',
  message: `Mermaid draws participant "${id}" as a plain box: the shape ${shape} needs Mermaid ${releaseOf('shapes')}`,
  hint: `set mermaid: { target: "${releaseOf('shapes')}" } where every host draws that`,
});

const idAsLabel = ({ id }: ScriptParticipant): Diagnostic => ({
  code: 'mermaid-target',
  severity: 'info',
  message: `Mermaid ${releaseOf('shapes')} draws participant "${id}" with its id as the label`,
  hint: `labels of shapes need Mermaid ${releaseOf('shapeLabels')}`,
});

export function linkViews({ id, links }: ScriptParticipant, context: MermaidContext): readonly LinkView[] {
  return links.map(({ label, url }) => ({
    kind: 'link',
    participant: nameOf(id, context),
    label: escapeText(label === '' ? url : label, 'linkLabel'),
    url: escapeText(url, 'linkUrl'),
  }));
}
