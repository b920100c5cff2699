/**
 * Translates what authors of Mermaid, PlantUML and other notations write at first: each such line is reported once, with the line as
 * authflow wants it, and is then read as what it means, so that no other mistake follows from it.
 */
import type { Report } from '../../source/index.js';
import type { Entry, MapNode, Node } from '../node.js';
import { boxSchema, flowSchema, participantSchema } from '../schema.js';
import { changeKeys } from './change-keys.js';
import type { KeyContext } from './change-keys.js';
import { boxKeys, flowKeys, participantKeys } from './keys.js';
import { openDeclared } from './participants.js';
import { translateSteps } from './steps.js';
import { flowValues, participantValues } from './values.js';
import type { Walk } from './walk.js';

/** Deeper steps are left as they are. */
const DEEPEST = 100;

/** `root`: a flow file, or one that flows include; `name` in messages: `a flow`. */
export function translateHabits(root: Node, name: string, report: Report): Node {
  if (root.kind !== 'map') return root;
  const flow = changeKeys(
    root,
    { name, known: fileKeys, keys: flowKeys, values: flowValues, other: firstId(root) },
    report,
  );
  const declared = openDeclared(flow);
  let depth = 0;
  const steps = (list: Node): Node => {
    if (depth === DEEPEST) return list;
    depth += 1;
    const translated = translateSteps(list, walk);
    depth -= 1;
    return translated;
  };
  const walk: Walk = { report, declared, steps };
  const entries = flow.entries.map((entry) => ({
    ...entry,
    value: translatePart(entry, report, walk.steps),
  }));
  const found = declared.found();
  return { ...flow, entries: found.length === 0 ? entries : withParticipants(entries, found) };
}

const fileKeys = Object.keys(flowSchema.shape);
const contexts: Readonly<Record<string, Omit<KeyContext, 'name'>>> = {
  participants: { known: Object.keys(participantSchema.shape), keys: participantKeys, values: participantValues },
  boxes: { known: Object.keys(boxSchema.shape), keys: boxKeys },
};

function translatePart({ key, value }: Entry, report: Report, steps: (list: Node) => Node): Node {
  if (key.text === 'steps') return steps(value);
  if (key.text === 'patch' && value.kind === 'list')
    return { ...value, items: value.items.map((item) => eachEntry(item, steps, 'insert')) };
  const context = Object.hasOwn(contexts, key.text) ? contexts[key.text] : undefined;
  if (!context || value.kind !== 'map') return value;
  const change = ({ key: id, value: inside }: Entry): Node => {
    if (inside.kind !== 'map') return inside;
    const other = value.entries.find((one) => one.key !== id)?.key.text;
    return changeKeys(inside, { ...context, name: JSON.stringify(id.text), other }, report);
  };
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: change(entry) })) };
}

function firstId(root: MapNode): string | undefined {
  const list = root.entries.find(({ key }) => key.text === 'participants')?.value;
  return list?.kind === 'map' ? list.entries[0]?.key.text : undefined;
}

function eachEntry(node: Node, change: (value: Node) => Node, name: string): Node {
  if (node.kind !== 'map') return node;
  return {
    ...node,
    entries: node.entries.map((entry) => (entry.key.text === name ? { ...entry, value: change(entry.value) } : entry)),
  };
}

function withParticipants(entries: readonly Entry[], found: readonly Entry[]): readonly Entry[] {
  const list = entries.find(({ key }) => key.text === 'participants');
  const own = list?.value.kind === 'map' ? list.value.entries : [];
  const [first] = found;
  if (!first) return entries;
  const value: MapNode = { kind: 'map', entries: [...own, ...found], span: list?.value.span ?? first.key.span };
  const key = list?.key ?? { kind: 'scalar', value: 'participants', text: 'participants', span: first.key.span };
  return [...entries.filter((entry) => entry !== list), { key, value }];
}
