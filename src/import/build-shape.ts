/** Builds a flow file's shape from a chart, with the keys in the order in which authors write them. */
import type { FlowShape } from '../syntax/index.js';
import { buildSteps, firstNumber, numberingShape } from './build-steps.js';
import type { Home } from './build-steps.js';
import type { Chart, ChartBox, ChartParticipant } from './chart.js';
import type { FlowName } from './name-flow.js';
import { kebab } from './name-flow.js';
import type { ChartTheme } from './reader.js';
import { scalar, textScalar } from './scalars.js';

export interface BuiltFlow {
  readonly shape: FlowShape;
  /** The homes of steps and participants, from top to bottom. */
  readonly homes: readonly Home[];
}

export function buildShape(chart: Chart, name: FlowName, theme: ChartTheme | null): BuiltFlow {
  const { steps, homes } = buildSteps(chart);
  const boxIds = nameBoxes(chart.boxes);
  const participants = chart.participants.map((participant) => participantItem(participant, boxIds));
  const number = firstNumber(chart.rows);
  const target = oldestMermaid(chart);
  const shape: FlowShape = {
    id: scalar(name.id),
    title: textScalar(name.title),
    ...(chart.drawnTitle === '' ? {} : { heading: scalar(true) }),
    ...(chart.summary === '' ? {} : { summary: textScalar(chart.summary) }),
    ...(theme ? { theme: themeShape(theme) } : {}),
    ...(number?.value === 1 && number.step === 1 ? {} : { numbering: numberingShape(number) }),
    ...(target === null ? {} : { mermaid: { target: scalar(target) } }),
    ...(chart.boxes.length === 0 ? {} : { boxes: chart.boxes.map((box, index) => boxItem(box, boxIds[index] ?? '')) }),
    participants,
    steps,
  };
  const declared = chart.participants.flatMap(({ declaredAt }, index): readonly Home[] =>
    declaredAt.flatMap((offset) => ({ offset, made: participants[index] ?? shape })),
  );
  return { shape, homes: [...homes, ...declared].sort((one, other) => one.offset - other.offset) };
}

const themeShape = ({ preset, variables }: ChartTheme): NonNullable<FlowShape['theme']> => ({
  ...(preset === null ? {} : { preset: scalar(preset) }),
  ...(variables.length === 0
    ? {}
    : { variables: variables.map(([name, value]) => ({ key: scalar(name), value: scalar(value) })) }),
});

type BoxItem = NonNullable<FlowShape['boxes']>[number];
type ParticipantItem = NonNullable<FlowShape['participants']>[number];

const boxItem = ({ title, color }: ChartBox, id: string): BoxItem => ({
  key: scalar(id),
  value: {
    ...(title === '' ? {} : { title: textScalar(title) }),
    ...(color === null ? {} : { color: scalar(color) }),
  },
});

/** Derives unique ids from their titles. */
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
      ...(label === id ? {} : { label: textScalar(label) }),
      ...(shape === 'participant' ? {} : { shape: scalar(shape) }),
      ...(box === null ? {} : { box: scalar(boxIds[box] ?? '') }),
      ...(links.length === 0
        ? {}
        : { links: links.map(([name, url]) => ({ key: scalar(name), value: textScalar(url) })) }),
    },
  };
}

/** The oldest release of Mermaid that can draw the flow, or null if every host can. */
function oldestMermaid({ participants, rows }: Chart): string | null {
  const shaped = participants.filter(({ shape }) => shape !== 'participant' && shape !== 'actor');
  if (shaped.some(({ id, label }) => label !== id)) return '11.13';
  if (shaped.length > 0) return '11.12';
  return rows.some((row) => row.kind === 'message' && row.arrow.head === 'both') ? '11.0' : null;
}
