/** Builds messages, with the statements before and after them, and notes. */
import { messageLines } from '../model/index.js';
import type { Arrow, Lines, ParticipantSpan, ScriptMessage, ScriptNote } from '../model/index.js';
import type { Activations } from './activations.js';
import { nameOf, type MermaidContext } from './context.js';
import { endMark } from './endings.js';
import { escapeLines } from './escape.js';
import { keepBlanks } from './layout.js';
import { linkViews, participantView } from './participants.js';
import { canRead, releaseOf } from './target.js';
import { onTone } from './tones.js';
import type { ActivationView, MessageView, NoteView } from './mermaid-view.js';

/** https://mermaid.js.org/syntax/sequenceDiagram.html#messages */
const arrows = {
  solid: { filled: '->>', open: '->', cross: '-x', async: '-)' },
  dotted: { filled: '-->>', open: '-->', cross: '--x', async: '--)' },
} as const satisfies Record<Arrow['line'], Record<Arrow['head'], string>>;

export function messageView(message: ScriptMessage, context: MermaidContext, activations: Activations): MessageView {
  const from = nameOf(message.from, context);
  const to = nameOf(message.to, context);
  const ended = endActivations(message, context, activations);
  if (message.activate) activations.change(to, 1);
  if (message.deactivate) activations.change(from, -1);
  const mark = activationMark(message, to);
  const created = context.creations.byMessage.get(message);
  const followers = context.creations.followers.get(message) ?? [];
  const { id, number, channel, isReply, redirectLeg } = message;
  return {
    kind: 'message',
    ...{
      id,
      from,
      to,
      arrow: arrowText(message, context),
      mark,
      text: escapeLines(keepBlanks(messageLines(message), context), 'message'),
    },
    ...{ number, channel, isReply, isRedirect: redirectLeg !== null },
    before: [
      ...(created ? [participantView(created, true, context)] : []),
      ...followers.map((participant) => participantView(participant, false, context)),
      ...ended,
      ...destroyView(message, created !== undefined, context),
    ],
    after: [
      ...(message.deactivate && mark !== '-'
        ? [{ kind: 'activation', keyword: 'deactivate', participant: from } as const]
        : []),
      ...[...(created ? [created] : []), ...followers].flatMap((participant) => linkViews(participant, context)),
      ...endNote(message, context),
      ...message.notes.map((note) => onTone(noteView(note, context), note.tone, context)),
    ],
  };
}

/** An arrow takes only one mark, and Mermaid reads the `-` of `A->>-XS` as the arrow `-x`. */
function activationMark({ activate, deactivate }: ScriptMessage, to: string): MessageView['mark'] {
  if (activate) return '+';
  return deactivate && !/^x/i.test(to) ? '-' : '';
}

function arrowText({ arrow, from, to, span }: ScriptMessage, { target, report }: MermaidContext): string {
  const text = arrows[arrow.line][arrow.head];
  if (!arrow.both) return text;
  if (canRead(target, 'bidirectional')) return `<<${text}`;
  report({
    code: 'mermaid-target',
    severity: 'info',
    message: `the message from "${from}" to "${to}" has only one arrow head: two need Mermaid ${releaseOf('bidirectional')}`,
    span,
    hint: `set mermaid: { target: "${releaseOf('bidirectional')}" } where every host draws that`,
  });
  return text;
}

/** The activations that a destroyed participant still has end before the message: else Mermaid draws their bars over its name. */
function endActivations(
  { destroy, deactivate, from }: ScriptMessage,
  context: MermaidContext,
  activations: Activations,
): readonly ActivationView[] {
  if (destroy === '') return [];
  return activations.end(nameOf(destroy, context), deactivate && from === destroy ? 1 : 0);
}

/** The nearest to an end that Mermaid can't draw. */
function endNote(message: ScriptMessage, context: MermaidContext): readonly NoteView[] {
  const { destroy } = message;
  if (destroy === '' || context.endings.has(message)) return [];
  return [{ kind: 'note', placement: 'over', participants: nameOf(destroy, context), text: endMark }];
}

/** Where the message also creates, Mermaid takes the next message for the one that destroys, and refuses the diagram. */
function destroyView(message: ScriptMessage, creates: boolean, context: MermaidContext): MessageView['before'] {
  const { destroy, span } = message;
  if (destroy === '' || !context.endings.has(message)) return [];
  if (!creates) return [{ kind: 'destroy', participant: nameOf(destroy, context) }];
  context.report({
    code: 'mermaid-destroy',
    severity: 'info',
    message: `Mermaid cannot destroy participant "${destroy}" in a message that creates another one`,
    span,
  });
  return [];
}

const placements = { left: 'left of', right: 'right of', over: 'over' } as const satisfies Record<
  ScriptNote['placement'],
  NoteView['placement']
>;

/** What every statement has that Mermaid draws as a note. */
export const spanningNote = (lines: Lines, participants: ParticipantSpan, context: MermaidContext) => ({
  participants: participants.map((id) => nameOf(id, context)).join(','),
  text: escapeLines(keepBlanks(lines, context), 'note'),
});

export const noteView = ({ placement, participants, lines }: ScriptNote, context: MermaidContext): NoteView => ({
  kind: 'note',
  placement: placements[placement],
  ...spanningNote(lines, participants, context),
});
