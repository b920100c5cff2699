import type { Run } from '../grammar/index.js';
import { inputsOf, outputsOf } from '../output/index.js';
import { hasFlows, openFlows, shippedFlows } from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import { formatTable, printable } from '../terminal/index.js';
import { terminalColumns, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { printRegister } from './print-register.js';
import { messagesOf } from '../../model/index.js';
import type { Flow } from '../../model/index.js';

/** Lists the project's flows, or the shipped ones if there are none. */
export const runList: Run = async (world, { paths: asked, options }) => {
  const isShipped = asked.length === 0 && !hasFlows(world);
  const given = isShipped ? [...shippedFlows(world).keys()].sort() : asked;
  if (options.registerFormat && !options.listThreats)
    throw new UsageError(`--format is for --threats: authflow list --threats --format ${options.registerFormat}`);
  if (options.json && options.listThreats)
    throw new UsageError('--json lists flows: use authflow list --threats --format json');
  const { projects, ...opened } = await openFlows({ paths: given, options: {} }, world);
  if (options.listThreats) world.stdout.write(printRegister(projects, options.registerFormat, world));
  else if (options.json) {
    const rows = projects.flatMap((project) =>
      project.flows.map((flow) => ({
        ...describeFlow(flow),
        inputs: inputsOf(flow, project, world),
        outputs: outputsOf(flow, project, world),
      })),
    );
    world.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else world.stdout.write(printTable(projects.flatMap(({ flows }) => flows).map(describeFlow), world));
  const hint = 'these flows come with authflow: try authflow show ID, or write your own with authflow init';
  return { ...opened, printsData: true, summary: isShipped ? hint : undefined };
};

interface Row {
  readonly id: string;
  readonly title: string;
  readonly specs: readonly string[];
  /** The number of participants. */
  readonly participants: number;
  /** The number of messages, including those in fragments. */
  readonly steps: number;
  readonly status: Flow['status'];
  readonly path: string;
}

function describeFlow({ flow, source }: CompiledFlow): Row {
  return {
    id: flow.id,
    title: flow.title.plain,
    specs: flow.specs.map(({ name }) => name),
    participants: flow.participants.length,
    steps: [...messagesOf(flow.steps)].length,
    status: flow.status,
    path: source.path,
  };
}

/** The longest column is last, where a terminal can cut it. */
const header = ['ID', 'TITLE', 'STATUS', 'PARTICIPANTS', 'STEPS', 'SPECS'] as const;

function printTable(rows: readonly Row[], { stdout }: World): string {
  if (rows.length === 0) return '';
  const cells = rows.map(({ id, title, specs, participants, steps, status }) => [
    id,
    printable(title).replaceAll('\n', ' '),
    status,
    String(participants),
    String(steps),
    printable(specs.join('; ')),
  ]);
  return formatTable(header, cells, terminalColumns(stdout));
}
