import type { OptionValues, Request, Run } from '../grammar/index.js';
import {
  openFlows,
  openProjects,
  readFoundFlows,
  renderFlows,
  makeOptions,
  samplesOf,
  nameLister,
  sourceReader,
} from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import { painterFor, printLong } from '../terminal/index.js';
import type { Outcome } from '../terminal/index.js';
import { terminalColumns, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { excerptNames, findExcerpt } from '../../model/index.js';
import type { Excerpt } from '../../model/index.js';
import { printResolved } from '../../resolved.js';
import { nearestOf } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';

/** Prints the text diagram of each flow to standard output. */
export const runShow: Run = async (world, request) => {
  const { options } = request;
  if (options.resolved) return showResolved(world, request);
  const { projects, ...opened } = await openFlows(request, world);
  const diagnostics = [...opened.diagnostics];
  const paint = painterFor(world.stdout, world.env);
  const separated: string[] = [];
  const excerpts = chooseExcerpts(
    projects.flatMap(({ flows }) => flows),
    options.step,
  );
  for (const { compiled, excerpt } of excerpts) {
    const project = projects.find(({ flows }) => flows.includes(compiled));
    if (!project) continue;
    const fitted = fitTerminal({ ...project.options, width: options.width }, compiled, world);
    const render = {
      ...makeOptions(fitted, project.design),
      formats: ['text'] as const,
      ...(excerpt && { excerpt }),
      ...(paint && { paint }),
    };
    for (const rendered of renderFlows([compiled], render)) {
      const said = options.width ?? compiled.flow.ascii.width ?? undefined;
      const isWish = fitted.width !== undefined && fitted.width !== said;
      diagnostics.push(...rendered.diagnostics.map((found) => (isWish ? asWish(found) : found)));
      separated.push(...rendered.artifacts.map(({ content }) => content));
    }
  }
  await printLong(separated.join('\n'), options.pager !== false, world);
  return { ...opened, diagnostics, printsData: true };
};

/** The part of each flow that is shown: the whole flow, or the named part in the flows that have it. */
function chooseExcerpts(
  flows: readonly CompiledFlow[],
  name: string | undefined,
): readonly { readonly compiled: CompiledFlow; readonly excerpt: Excerpt | null }[] {
  if (name === undefined) return flows.map((compiled) => ({ compiled, excerpt: null }));
  const excerpts = flows.map((compiled) => ({ compiled, excerpt: findExcerpt(compiled.flow, name) }));
  const found = excerpts.filter(({ excerpt }) => excerpt !== null);
  if (found.length > 0 || flows.length === 0) return found;
  const names = [...new Set(flows.flatMap(({ flow }) => excerptNames(flow)))];
  throw new UsageError(`--step ${name}: there is no such step or phase; ${nearestOf(name, 'steps and phases', names)}`);
}

/** Prints each flow file as one that needs no other file. */
async function showResolved(world: World, request: Request): Promise<Outcome> {
  const { limit, pager } = request.options;
  const { projects, codes, ...opened } = await openProjects(request, world);
  const readSource = sourceReader(world);
  const texts: string[] = [];
  const paths: string[] = [];
  const diagnostics = [...opened.diagnostics];
  for (const project of projects) {
    const read = await readFoundFlows(project.paths, world);
    const options = {
      readSource,
      listNames: nameLister(world),
      samples: samplesOf(project.config),
      ...(limit && { limits: limit }),
    };
    const resolved = read.sources.map((source) => printResolved(source, options));
    texts.push(...resolved.flatMap(({ text }) => text ?? []));
    paths.push(...read.paths);
    diagnostics.push(...read.diagnostics, ...resolved.flatMap((one) => one.diagnostics));
  }
  await printLong(texts.join('---\n'), pager !== false, world);
  return { diagnostics, paths, codes, printsData: true };
}

/** The terminal's width is only a preference, so a wider diagram is just a warning. */
const asWish = (found: Diagnostic): Diagnostic =>
  found.code === 'text-width' ? { ...found, severity: 'warning' } : found;

/** Limits the width to that of the terminal, where wide diagrams would wrap. */
function fitTerminal(options: OptionValues, { flow }: CompiledFlow, { stdout }: World): OptionValues {
  const terminal = terminalColumns(stdout);
  if (options.width !== undefined || terminal === undefined) return options;
  return { ...options, width: Math.min(terminal, flow.ascii.width ?? terminal) };
}
