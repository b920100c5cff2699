/** A flow file that starts from a shipped one: a copy that needs no other file, or an extension. */
import { readText, shippedFlows, sourceReader } from '../project/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { flatSteps } from '../../model/index.js';
import type { Flow } from '../../model/index.js';
import { nearestOf } from '../../source/index.js';
import { compileFlow, printResolved } from '../../compile.js';

export interface TemplateRequest {
  /** A shipped flow's id. */
  readonly template: string;
  readonly extends: boolean;
  /** Of the new flow. */
  readonly id: string;
  /** Of its first line. */
  readonly schema: string;
}

/** The text of the new file. */
export function templateFlow(request: TemplateRequest, world: World): string {
  const { template, id, schema } = request;
  const base = readTemplate(template, world);
  const readSource = sourceReader(world);
  const head = `# yaml-language-server: $schema=${schema}\n`;
  if (!request.extends) {
    const { text } = printResolved(base, { readSource });
    // What comes with authflow can be read: its own tests compile it.
    return `${head}# Made from ${template}, which comes with authflow.\n${(text ?? '').replace(/^id: .*$/m, `id: ${id}`)}`;
  }
  if (id === template) throw new UsageError(`a flow can't extend itself: name another file than ${id}.yaml`);
  const { flow } = compileFlow(base, { readSource });
  return head + (flow ? extension(flow, id) : '');
}

function readTemplate(template: string, world: World) {
  const flows = shippedFlows(world);
  const file = flows.get(template);
  if (file === undefined) {
    throw new UsageError(
      `--template ${template} is no shipped flow: ${nearestOf(template, 'flows', [...flows.keys()])}`,
    );
  }
  const result = readText(file, world);
  if ('diagnostic' in result) throw new UsageError(`--template ${template}: ${result.diagnostic.message}`);
  return result.source;
}

/** What most variations change is written out; the rest is in comments. */
function extension(flow: Flow, id: string): string {
  const valued = flow.variables.filter(({ value }) => value !== null);
  const ids = [...flatSteps(flow.steps)].flatMap((step) => (step.isNamed ? [step.id] : []));
  const [first = 'step-id'] = ids;
  return [
    `# Varies ${flow.id}, which comes with authflow: what this file says lies over it. The whole: authflow show --resolved`,
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
