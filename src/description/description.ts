/** Describes a flow in sentences, for readers who don't see its diagrams. */
import { tellsChannelsApart } from '../model/index.js';
import type { Flow, ParticipantKind, Say, Script, ScriptParticipant } from '../model/index.js';
import { dropEmoji } from '../source/index.js';
import { stepViews, oneLine } from './step-sentences.js';
import type { AltView } from './description-view.js';

/** `script`: the flow in words for the medium `alt`; `say`: in the same language. */
export function describeFlow(flow: Flow, script: Script, say: Say): AltView<'description'> {
  const names = new Map(script.participants.map(({ id, lines }) => [id, oneLine(dropEmoji(lines)) || id]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    title: script.accTitle || flow.id,
    summary: oneLine([flow.summary.plain]),
    participants: script.participants.map((participant, index) =>
      participantView(participant, index, script, { nameOf, say }),
    ),
    steps: stepViews(script.steps, { nameOf, tellsChannels: tellsChannelsApart(flow), branch: '', say }),
  };
}

function participantView(
  { id, kind, links }: ScriptParticipant,
  index: number,
  { boxes }: Script,
  { nameOf, say }: { readonly nameOf: (id: string) => string; readonly say: Say },
): AltView<'participant'> {
  const label = nameOf(id);
  const box = boxes.find(({ first, last }) => first <= index && index <= last);
  return {
    label,
    kind: kindBeside(label, kind, say),
    box: oneLine(box?.lines ?? []),
    zone: box?.zoneName ?? '',
    links,
  };
}

/** Empty where the label already says it: "Browser, browser" is noise to a screen reader. */
function kindBeside(label: string, kind: ParticipantKind, say: Say): string {
  if (kind === 'other') return '';
  const words = say(`kind-${kind}`);
  return label.toLowerCase().includes(words.toLowerCase()) ? '' : words;
}
