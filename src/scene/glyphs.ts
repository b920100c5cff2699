/** Drawings of 20 × 20 px for participants, as SVG path data: strokes with round ends, without a filling. */
import type { Participant, ParticipantShape } from '../model/index.js';

type Pair = readonly [number, number];

/** A rounded rectangle. */
function box(x: number, y: number, width: number, height: number, radius: number): string {
  const [across, down] = [width - 2 * radius, height - 2 * radius].map(short) as [number, number];
  const arc = (dx: number, dy: number): string => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return (
    `M${short(x + radius)} ${y}h${across}${arc(radius, radius)}v${down}${arc(-radius, radius)}` +
    `h${-across}${arc(-radius, -radius)}v${-down}${arc(radius, -radius)}z`
  );
}

function circle([x, y]: Pair, radius: number): string {
  const arc = (dx: number): string => `a${radius} ${radius} 0 1 0 ${short(dx)} 0`;
  return `M${short(x - radius)} ${y}${arc(2 * radius)}${arc(-2 * radius)}z`;
}

const short = (value: number): number => Number(value.toFixed(2));

const window = box(2.4, 3.4, 15.2, 13.2, 2);

const drawings = {
  user: `${circle([10, 6.6], 3.3)}M3.6 17.4c.5-3.7 3-5.6 6.4-5.6s5.9 1.9 6.4 5.6`,
  browser: `${window}M2.4 7.6h15.2M5 5.5h.01M7.3 5.5h.01`,
  phone: `${box(5, 1.8, 10, 16.4, 2.2)}M8.9 15.3h2.2`,
  code: `${window}M7.6 7.5l-2.5 2.5 2.5 2.5M12.4 7.5l2.5 2.5-2.5 2.5`,
  'confidential-client': `${box(2.6, 3, 14.8, 6, 1.6)}${box(2.6, 11, 14.8, 6, 1.6)}M5.6 6h.01M5.6 14h.01M9 6h5M9 14h5`,
  'authorization-server': `M10 2l6.6 2.4v5c0 4-2.7 7-6.6 8.5c-3.9-1.5-6.6-4.5-6.6-8.5v-5z${circle([10, 8.6], 1.7)}M10 10.3v2.9`,
  'resource-server':
    'M7.2 3.2c-2.2 0-2.4 1.1-2.4 2.7c0 2.3-.4 3.2-2 4.1c1.6.9 2 1.8 2 4.1c0 1.6.2 2.7 2.4 2.7' +
    'M12.8 3.2c2.2 0 2.4 1.1 2.4 2.7c0 2.3.4 3.2 2 4.1c-1.6.9-2 1.8-2 4.1c0 1.6-.2 2.7-2.4 2.7M8 10h.01M12 10h.01',
  idp: `${box(3.6, 3.6, 12.8, 13.8, 2)}${circle([10, 8.9], 2)}M6.7 14.3c.5-1.7 1.7-2.5 3.3-2.5s2.8.8 3.3 2.5M8.3 1.9h3.4`,
  'relying-party': 'M11.5 3h3.7a1.8 1.8 0 0 1 1.8 1.8v10.4a1.8 1.8 0 0 1-1.8 1.8h-3.7M2.8 10h9M8.6 6.6l3.4 3.4-3.4 3.4',
  device: `${box(2.2, 3.6, 15.6, 10.2, 1.8)}M10 13.8v3M6.4 16.8h7.2`,
  authenticator:
    'M4.6 12.8v-2.6a5.4 5.4 0 0 1 10.8 0v1.6M7.3 15.8v-5.5a2.7 2.7 0 0 1 5.4 0v4.3M10 10.5v6.7M15.4 14.8v.6',
  'key-store': `${circle([6.4, 10], 3.6)}M10 10h7.6M14 10v3M17.6 10v2.6`,
  attacker:
    'M2.6 9.3h14.8M5 9.3l1.3-4.7c.2-.8 1-1.1 1.7-.8l1.1.5c.6.2 1.2.2 1.8 0l1.1-.5c.7-.3 1.5 0 1.7.8l1.3 4.7' +
    `${circle([6, 13.8], 2.5)}${circle([14, 13.8], 2.5)}M8.5 13.4c1-.5 2-.5 3 0`,
  other: 'M10 2.6l6.4 3.7v7.4l-6.4 3.7l-6.4-3.7v-7.4zM3.6 6.3l6.4 3.7l6.4-3.7M10 10v7.4',
  database:
    'M4 5a6 2.4 0 1 0 12 0a6 2.4 0 1 0 -12 0zM4 5v10c0 1.3 2.7 2.4 6 2.4s6-1.1 6-2.4v-10M4 10c0 1.3 2.7 2.4 6 2.4s6-1.1 6-2.4',
  // UML's stereotypes of analysis classes.
  boundary: `${circle([12.2, 10], 5.4)}M2.2 4.6v10.8M2.2 10h4.6`,
  control: `${circle([10, 11], 6)}M12.4 2.8l-2.6 2.2 2.6 2.2`,
  entity: `${circle([10, 9], 6)}M4 17h12`,
  collections: `${box(5.8, 2.6, 11.6, 9.6, 1.6)}M3 6.4v8.2a1.8 1.8 0 0 0 1.8 1.8h9.8`,
  queue: `${box(2.2, 5.4, 15.6, 9.2, 1.8)}M6.2 5.4v9.2M10 5.4v9.2M13.8 5.4v9.2`,
} as const satisfies Readonly<Record<string, string>>;

/** A shape that the author asks for counts more than the kind. */
const byShape: Readonly<Record<ParticipantShape, string | null>> = {
  participant: null,
  actor: null,
  boundary: drawings.boundary,
  control: drawings.control,
  entity: drawings.entity,
  database: drawings.database,
  collections: drawings.collections,
  queue: drawings.queue,
};

export function glyphOf({ kind, shape, platform }: Pick<Participant, 'kind' | 'shape' | 'platform'>): string {
  const shaped = byShape[shape];
  if (shaped !== null) return shaped;
  if (kind === 'other') return shape === 'actor' ? drawings.user : drawings.other;
  if (kind === 'public-client') return platform === 'native' ? drawings.phone : drawings.code;
  return drawings[kind];
}
