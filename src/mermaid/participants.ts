/** Participants and their links, as Mermaid declares them. */
import type { ScriptParticipant } from '../model/script.js';
import { nameOf, type MermaidContext } from './context.js';
import { escapeLines, escapeText } from './escape.js';
import { canRead, releaseOf } from './target.js';
import type { LinkView, ParticipantView, ShapedParticipantView } from './view.js';

/** `created`: a message brings the participant to life. */
export function participantView(
  { id, shape, lines }: ScriptParticipant,
  created: boolean,
  context: MermaidContext,
): ParticipantView | ShapedParticipantView {
  const name = nameOf(id, context);
  if (shape === 'participant' || shape === 'actor') {
    return { kind: 'participant', keyword: shape, id: name, label: escapeLines(lines, 'participant'), created };
  }
  if (!canRead(context.target, 'shapes')) {
    context.report({
      code: 'mermaid-target',
      severity: 'info',
      message: `participant "${id}" is drawn as a plain box: the shape ${shape} needs Mermaid ${releaseOf('shapes')}`,
      hint: `set mermaid: { target: "${releaseOf('shapes')}" } where every host draws that`,
    });
    return { kind: 'participant', keyword: 'participant', id: name, label: escapeLines(lines, 'participant'), created };
  }
  if (!canRead(context.target, 'shapeLabels') && lines.join('\n') !== name) {
    context.report({
      code: 'mermaid-target',
      severity: 'info',
      message: `Mermaid ${context.target ?? ''} draws participant "${id}" with its id as label, ${releaseOf('shapeLabels')} with its own`,
    });
  }
  return { kind: 'shaped-participant', shape, id: name, label: escapeLines(lines, 'alias'), created };
}

export function linkViews({ id, links }: ScriptParticipant, context: MermaidContext): readonly LinkView[] {
  return links.map(({ label, url }) => ({
    kind: 'link',
    participant: nameOf(id, context),
    label: escapeText(label === '' ? url : label, 'linkLabel'),
    url: escapeText(url, 'linkUrl'),
  }));
}
