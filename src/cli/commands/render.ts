import type { Design } from '../../compile.js';
import type { Diagnostic } from '../../diagnostic.js';
import { compileFlows, renderFlows } from '../compile-flows.js';
import type { CompiledFlow } from '../compile-flows.js';
import type { Run } from '../command.js';
import { checkRoom, chooseDestination, chooseFormats, openDestination } from '../destination.js';
import type { Deliveries, Destination } from '../destination.js';
import { exitCodes } from '../exit-code.js';
import { pictureFormats, textFormats } from '../options.js';
import type { OptionValues, OutputFormat } from '../options.js';
import type { ReadyPicture } from '../plan-pictures.js';
import { openProgress } from '../progress.js';
import type { Progress } from '../progress.js';
import { readDesign } from '../read-design.js';
import { renderOptions } from '../render-options.js';
import type { World } from '../world.js';

/** Flow files to output. */
export const runRender: Run = async (world, { paths: asked, options }) => {
  const destination = chooseDestination(options);
  const formats = chooseFormats(options, destination);
  const { design, ...read } = await readDesign(options.templates, world);
  const { flows, paths, ...compiled } = await compileFlows(asked, options, world);
  const diagnostics = [...read.diagnostics, ...compiled.diagnostics];
  if (!design) return { diagnostics, paths, codes: [exitCodes.usage] };
  checkRoom(destination, formats, paths.length);
  const result = await renderTo(destination, { flows, formats, options, design }, world);
  return {
    diagnostics: [...diagnostics, ...result.diagnostics],
    paths,
    summary: result.summary,
    printsData: destination.kind === 'stdout',
  };
};

interface Job {
  readonly flows: readonly CompiledFlow[];
  /** Undefined for the texts that each flow has. */
  readonly formats: readonly OutputFormat[] | undefined;
  readonly options: OptionValues;
  readonly design: Design;
}

interface Result {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary?: string | undefined;
}

/** Texts come first, so that they are there whatever becomes of the pictures. */
async function renderTo(destination: Destination, job: Job, world: World): Promise<Result> {
  const progress = openProgress(world.stderr);
  const deliveries = openDestination(destination, progress, world);
  if (!('deliver' in deliveries)) return { diagnostics: [deliveries] };
  try {
    const texts = await deliverTexts(job, deliveries, progress);
    const pictures = await deliverPictures(destination, job, deliveries, progress, world);
    return { diagnostics: [...texts, ...pictures, ...deliveries.diagnostics], summary: deliveries.summary() };
  } finally {
    progress.end();
  }
}

async function deliverTexts(job: Job, { deliver }: Deliveries, progress: Progress): Promise<Diagnostic[]> {
  const formats = job.formats && textFormats.filter((format) => job.formats?.includes(format));
  if (formats?.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  progress.begin(job.flows.length);
  for await (const rendered of renderFlows(job.flows, renderOptions(job.options, formats, job.design))) {
    const { compiled, artifacts } = rendered;
    progress.step(compiled.flow.id);
    diagnostics.push(...rendered.diagnostics);
    for (const { path, content } of artifacts) await deliver({ from: compiled.source.path, path, content });
  }
  return diagnostics;
}

async function deliverPictures(
  destination: Destination,
  { flows, formats = [], options, design }: Job,
  deliveries: Deliveries,
  progress: Progress,
  world: World,
): Promise<readonly Diagnostic[]> {
  const asked = pictureFormats.filter((format) => formats.includes(format));
  if (asked.length === 0 || flows.length === 0) return [];
  const { isCurrent, planPictures, readyPictures } = await import('../plan-pictures.js');
  const planned = planPictures(flows, asked, options.theme);
  // One file has room for the first variant only.
  const pictures = destination.kind === 'folder' ? planned : planned.slice(0, 1);
  const { ready, diagnostics } = readyPictures(
    pictures,
    options,
    renderOptions(withoutQuotes(options), ['mermaid'], design),
  );
  const due: ReadyPicture[] = [];
  for (const picture of ready) {
    if (isCurrent(picture, deliveries.current(picture.path))) deliveries.keep();
    else due.push(picture);
  }
  progress.begin(due.length);
  const { drawPictures } = await import('../draw-pictures.js');
  const failures = await drawPictures(
    due,
    {
      options,
      start: (picture) => progress.step(picture.path),
      deliver: ({ compiled, path }, content) => deliveries.deliver({ from: compiled.source.path, path, content }),
      report: (notice) => progress.line(notice),
    },
    world,
  );
  return [...diagnostics, ...failures];
}

/** What is drawn is the diagram itself. */
function withoutQuotes({ fenced: _fenced, comment: _comment, ...options }: OptionValues): OptionValues {
  return options;
}
