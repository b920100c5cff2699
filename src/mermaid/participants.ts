/** Builds the declarations of participants and their links. */
import type { ScriptParticipant } from '../model/index.js';
import { graphemesOf } from '../source/index.js';
import type { Diagnostic } from '../source/index.js';
import { nameOf, type MermaidContext } from './context.js';
import { escapeJson, escapeLines } from './escape.js';
import { keepBlanks } from './layout.js';
import { canRead, releaseOf } from './target.js';
import type { LinkView, ParticipantView, ShapedParticipantView } from './mermaid-view.js';

/** `created`: a message creates the participant. */
export function participantView(
  participant: ScriptParticipant,
  created: boolean,
  context: MermaidContext,
): ParticipantView | ShapedParticipantView {
  const { id, lines, span } = participant;
  const shape = drawnShape(participant, context);
  const name = nameOf(id, context);
  const labelled = lines.join('\n') !== name;
  const common = { id: name, labelled, created };
  if (shape === 'participant' || shape === 'actor') {
    return {
      kind: 'participant',
      keyword: shape,
      label: escapeLines(keepBlanks(lines, context), 'participant'),
      ...common,
    };
  }
  if (!canRead(context.target, 'shapes')) {
    context.report({ ...plainShape(id, shape), span });
    return {
      kind: 'participant',
      keyword: 'participant',
      label: escapeLines(keepBlanks(lines, context), 'participant'),
      ...common,
    };
  }
  if (labelled && !canRead(context.target, 'shapeLabels')) context.report(idAsLabel(participant));
  return { kind: 'shaped-participant', shape, label: escapeLines(keepBlanks(lines, context), 'alias'), ...common };
}

const plainShape = (id: string, shape: string): Diagnostic => ({
  code: 'mermaid-target',
  severity: 'info',
  message: `Mermaid draws participant "${id}" as a plain box: the shape ${shape} needs Mermaid ${releaseOf('shapes')}`,
  hint: `set mermaid: { target: "${releaseOf('shapes')}" } where every host draws that`,
});

/** Up to this width, about 130 pixels, Mermaid 11 and 12 draw the label below the database. */
const WIDEST_BELOW_DATABASE = 16;

/** Ideographs and emoji are about twice as wide as letters. */
function fitsBelowDatabase(lines: ScriptParticipant['lines']): boolean {
  const [label = '', ...others] = lines;
  const width = graphemesOf(label).reduce((sum, letter) => sum + (letter > '\u10ff' ? 2 : 1), 0);
  return others.length === 0 && width <= WIDEST_BELOW_DATABASE;
}

/** Mermaid hangs the menu of links on a box, and fails without one. */
const boxless: readonly ScriptParticipant['shape'][] = ['actor', 'boundary', 'control', 'entity'];

function drawnShape(
  { id, lines, shape, links, span }: ScriptParticipant,
  { target, report }: MermaidContext,
): ScriptParticipant['shape'] {
  if (shape === 'database' && canRead(target, 'shapes') && !fitsBelowDatabase(lines)) {
    report({
      code: 'mermaid-shape',
      severity: 'info',
      message: `Mermaid draws participant "${id}" as a plain box: it would draw so long a label across the database`,
      span,
      hint: `give it a label of one line with at most ${WIDEST_BELOW_DATABASE} letters`,
    });
    return 'participant';
  }
  if (links.length === 0 || !boxless.includes(shape)) return shape;
  report({
    code: 'mermaid-links',
    severity: 'info',
    message: `Mermaid draws participant "${id}" as a plain box: it draws no links on the shape ${shape}`,
    span,
    hint: 'take the links away where the shape matters more',
  });
  return 'participant';
}

const idAsLabel = ({ id, span }: ScriptParticipant): Diagnostic => ({
  code: 'mermaid-target',
  severity: 'info',
  message: `Mermaid ${releaseOf('shapes')} draws participant "${id}" with its id as the label`,
  span,
  hint: `labels of shapes need Mermaid ${releaseOf('shapeLabels')}`,
});

export function linkViews({ id, links }: ScriptParticipant, context: MermaidContext): readonly LinkView[] {
  return links.map(({ label, url }) => ({
    kind: 'link',
    participant: nameOf(id, context),
    label: escapeJson(label === '' ? url : label, 'label'),
    url: escapeJson(guardUrl(url), 'url'),
  }));
}

/**
 * Since Mermaid 11, the address of a link is decoded (`%23` becomes `#`), but not if a part of it can't be decoded. So such a part
 * is added where a browser drops it again.
 */
function guardUrl(url: string): string {
  const [origin] = /^https?:\/\/[^/?#]+/i.exec(url) ?? [];
  if (origin === undefined || !isDecoded(url)) return url;
  const rest = url.slice(origin.length);
  return `${origin}/%zz/..${rest.startsWith('/') ? '' : '/'}${rest}`;
}

function isDecoded(url: string): boolean {
  try {
    return decodeURIComponent(url) !== url;
  } catch {
    return false;
  }
}
