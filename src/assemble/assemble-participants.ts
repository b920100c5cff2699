import type { BoxRun, Participant } from '../model/index.js';
import { textOf } from '../source/index.js';
import type { FlowShape } from '../syntax/index.js';
import type { Fill } from './assemble-base.js';

type Participants = NonNullable<FlowShape['participants']>;
type Boxes = NonNullable<FlowShape['boxes']>;

export function assembleParticipants(participants: Participants, fill: Fill): readonly Participant[] {
  return participants.map(({ key, value }) => {
    const kind = value.kind?.value ?? 'other';
    return {
      id: key.value,
      label: value.label ? fill(value.label) : textOf(key.value, key.span),
      kind,
      shape: value.shape?.value ?? (kind === 'user' ? 'actor' : 'participant'),
      url: value.url ? fill(value.url) : null,
      platform: value.platform?.value ?? null,
      confidential: value.confidential?.value ?? false,
      redirectUris: (value.redirectUris ?? []).map(fill),
      links: (value.links ?? []).map((link) => ({
        label: textOf(link.key.value, link.key.span),
        url: fill(link.value),
      })),
      asciiLabel: value.ascii ? fill(value.ascii.label) : null,
      span: key.span,
    };
  });
}

/** Each run of neighbours of one box is a box: Mermaid can only box neighbours. */
export function assembleBoxes(participants: Participants, boxes: Boxes, fill: Fill): readonly BoxRun[] {
  const runs: BoxRun[] = [];
  for (const [index, { value }] of participants.entries()) {
    const definition = boxes.find(({ key }) => key.value === value.box?.value);
    const last = runs.at(-1);
    if (!definition) continue;
    const { key, value: box } = definition;
    if (last?.id === key.value && last.last === index - 1) runs[runs.length - 1] = { ...last, last: index };
    else {
      runs.push({
        id: key.value,
        title: fill(box.title),
        color: box.color ? fill(box.color) : null,
        zone: box.zone?.value ?? '',
        zoneSpan: box.zone?.span ?? null,
        first: index,
        last: index,
      });
    }
  }
  return runs;
}
