/** Writes a flow file based on a shipped one: a copy that needs no other file, or an extension. */
import { readText, shippedFlows, sourceReader } from '../project/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { flatSteps } from '../../model/index.js';
import type { Flow } from '../../model/index.js';
import { nearestOf } from '../../source/index.js';
import type { Source } from '../../source/index.js';
import { writeFlow } from '../../syntax/index.js';
import { compileFlow } from '../../compile.js';
import { resolveSource } from '../../resolved.js';

interface ShippedRequest {
  /** A shipped flow's id. */
  readonly from: string;
  readonly extends: boolean;
  /** The id of the new flow. */
  readonly id: string;
  /** Its first line, which names the schema; '' for none. */
  readonly schema: string;
}

/** The text of the new file. */
export function shippedFlow(request: ShippedRequest, world: World): string {
  const { from, id, schema } = request;
  const base = readShipped(from, world);
  if (!request.extends)
    return `${schema}# A copy of ${from}, which comes with authflow.\n${printCopy(base, id, world)}`;
  if (id === from) throw new UsageError(`a flow can't extend itself: name another file than ${id}.yaml`);
  const { flow } = compileFlow(base, { readSource: sourceReader(world) });
  return schema + (flow ? printExtension(flow, id) : '');
}

/** '' if the flow can't be read, which tests of the shipped flows rule out. */
function printCopy(base: Source, id: string, world: World): string {
  const { shape } = resolveSource(base, { readSource: sourceReader(world) });
  if (!shape?.id) return '';
  return writeFlow({ ...shape, id: { ...shape.id, value: id, text: id } });
}

function readShipped(from: string, world: World): Source {
  const flows = shippedFlows(world);
  const file = flows.get(from);
  if (file === undefined) {
    throw new UsageError(`--from ${from} is not a shipped flow: ${nearestOf(from, 'flows', [...flows.keys()])}`);
  }
  const result = readText(file, world);
  if ('diagnostic' in result) throw new UsageError(`--from ${from}: ${result.diagnostic.message}`);
  return result.source;
}

/** Writes out what most variations change, and the rest in comments. */
function printExtension(flow: Flow, id: string): string {
  const valued = flow.variables.filter(({ value }) => value !== null);
  const ids = [...flatSteps(flow.steps)].flatMap((step) => (step.isNamed ? [step.id] : []));
  const [first = 'step-id'] = ids;
  return [
    `# Extends ${flow.id}, which comes with authflow. To print the whole flow: authflow show --resolved`,
    `id: ${id}`,
    `extends: ${flow.id}`,
    `# title: ${oneLine(flow.title.plain)}`,
    '',
    ...(valued.length > 0
      ? ['variables:', ...valued.map(({ name, value }) => `  ${name}: { value: ${JSON.stringify(value)} }`), '']
      : []),
    '# participants:',
    ...flow.participants.map((one) => `#   ${one.id}: { label: ${JSON.stringify(one.label.plain)} }`),
    '',
    `# Changes to steps, by their ids: ${ids.join(', ')}`,
    '# patch:',
    `#   - at: ${first}`,
    '#     set: { note: Through our gateway }',
    `#   - after: ${first}`,
    '#     insert:',
    `#       - ${flow.participants[0]?.id ?? 'A'} -> ${flow.participants[0]?.id ?? 'A'}: Write to the audit log`,
    '',
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
