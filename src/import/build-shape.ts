/** From a chart to a flow file's shape, in the order in which an author writes the keys. */
import type { FlowShape } from '../syntax/index.js';
import { buildSteps, firstNumber, numberingShape } from './build-steps.js';
import type { BuiltSteps } from './build-steps.js';
import type { Chart, ChartBox, ChartParticipant } from './chart.js';
import { escapeVariables } from './decode.js';
import type { FlowName } from './name-flow.js';
import { kebab } from './name-flow.js';
import { scalar } from './shape.js';

export interface BuiltFlow {
  readonly shape: FlowShape;
  readonly homes: BuiltSteps['homes'];
}

export function buildShape(chart: Chart, name: FlowName, theme: FlowShape['theme']): BuiltFlow {
  const { steps, homes } = buildSteps(chart);
  const number = firstNumber(chart.rows);
  const target = oldestMermaid(chart);
  const boxIds = nameBoxes(chart.boxes);
  const shape: FlowShape = {
    id: scalar(name.id),
    title: scalar(escapeVariables(name.title)),
    ...(chart.heading === '' ? {} : { heading: scalar(true) }),
    ...(chart.accDescr === '' ? {} : { summary: scalar(escapeVariables(chart.accDescr)) }),
    ...(theme ? { theme } : {}),
    ...(number?.value === 1 && number.step === 1 ? {} : { numbering: numberingShape(number) }),
    ...(target === null ? {} : { mermaid: { target: scalar(target) } }),
    ...(chart.boxes.length === 0 ? {} : { boxes: chart.boxes.map((box, index) => boxItem(box, boxIds[index] ?? '')) }),
    participants: chart.participants.map((participant) => participantItem(participant, boxIds)),
    steps,
  };
  return { shape, homes };
}

type BoxItem = NonNullable<FlowShape['boxes']>[number];
type ParticipantItem = NonNullable<FlowShape['participants']>[number];

const boxItem = ({ title, color }: ChartBox, id: string): BoxItem => ({
  key: scalar(id),
  value: {
    ...(title === '' ? {} : { title: scalar(escapeVariables(title)) }),
    ...(color === null ? {} : { color: scalar(color) }),
  },
});

/** From their titles, all different. */
function nameBoxes(boxes: readonly ChartBox[]): readonly string[] {
  const names: string[] = [];
  for (const [index, { title }] of boxes.entries()) {
    const name = kebab(title) || `box-${index + 1}`;
    names.push(names.includes(name) ? `${name}-${index + 1}` : name);
  }
  return names;
}

function participantItem(
  { id, label, shape, links, box }: ChartParticipant,
  boxIds: readonly string[],
): ParticipantItem {
  return {
    key: scalar(id),
    value: {
      ...(label === id ? {} : { label: scalar(escapeVariables(label)) }),
      ...(shape === 'participant' ? {} : { shape: scalar(shape) }),
      ...(box === null ? {} : { box: scalar(boxIds[box] ?? '') }),
      ...(links.length === 0
        ? {}
        : { links: links.map(([name, url]) => ({ key: scalar(name), value: scalar(escapeVariables(url)) })) }),
    },
  };
}

/** The release of Mermaid that the diagram needs, or null for one that every host has. */
function oldestMermaid({ participants, rows }: Chart): string | null {
  const shaped = participants.filter(({ shape }) => shape !== 'participant' && shape !== 'actor');
  if (shaped.some(({ id, label }) => label !== id)) return '11.13';
  if (shaped.length > 0) return '11.12';
  return rows.some((row) => row.kind === 'message' && row.arrow.head === 'both') ? '11.0' : null;
}
