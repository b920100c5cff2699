import type { Outcome, Request, Run } from '../command.js';
import { compileFlows, renderFlows } from '../compile-flows.js';
import type { CompiledFlow } from '../compile-flows.js';
import { exitCodes } from '../exit-code.js';
import type { OptionValues } from '../options.js';
import { readDesign } from '../read-design.js';
import { readFlows, sourceReader } from '../read-flows.js';
import { renderOptions } from '../render-options.js';
import { terminalColumns } from '../world.js';
import type { World } from '../world.js';

/** The text diagram of each flow to standard output. */
export const runShow: Run = async (world, request) => {
  const { paths: asked, options } = request;
  if (options.resolved) return showResolved(world, request);
  const { design, ...read } = await readDesign(options.templates, world);
  const { flows, paths, ...compiled } = await compileFlows(asked, options, world);
  const diagnostics = [...read.diagnostics, ...compiled.diagnostics];
  if (!design) return { diagnostics, paths, codes: [exitCodes.usage] };
  const separated: string[] = [];
  for (const compiledFlow of flows) {
    const fitted = fitTerminal(options, compiledFlow, world);
    for await (const rendered of renderFlows([compiledFlow], renderOptions(fitted, ['text'], design))) {
      diagnostics.push(...rendered.diagnostics);
      separated.push(...rendered.artifacts.map(({ content }) => content));
    }
  }
  world.stdout.write(separated.join('\n'));
  return { diagnostics, paths, printsData: true };
};

/** Each flow file as one that needs no other. */
async function showResolved(world: World, { paths: asked, options: { limit } }: Request): Promise<Outcome> {
  const { printResolved } = await import('../../compile.js');
  const { sources, paths, diagnostics } = await readFlows(asked, world);
  const readSource = sourceReader(world);
  const resolved = sources.map((source) => printResolved(source, { readSource, ...(limit && { limits: limit }) }));
  world.stdout.write(resolved.flatMap(({ text }) => text ?? []).join('---\n'));
  return { diagnostics: [...diagnostics, ...resolved.flatMap((one) => one.diagnostics)], paths, printsData: true };
}

/** On a terminal a wide diagram would break at its edge. */
function fitTerminal(options: OptionValues, { flow }: CompiledFlow, { stdout }: World): OptionValues {
  const terminal = terminalColumns(stdout);
  if (options.width !== undefined || terminal === undefined) return options;
  return { ...options, width: Math.min(terminal, flow.ascii.width ?? terminal) };
}
