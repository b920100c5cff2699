import { resolve } from 'node:path';
import { pictureFormats, textFormats } from '../grammar/index.js';
import type { OptionValues, OutputFormat, Request, Run } from '../grammar/index.js';
import {
  announceTexts,
  checkRoom,
  chooseDestination,
  chooseFormats,
  GALLERY_FILE,
  galleryOf,
  inputOf,
  manifestLine,
  openDestination,
  pruneOutput,
  settleTexts,
  summarizeDeliveries,
} from '../output/index.js';
import type { Deliveries, Destination, Listed, ManifestLine, NewLines, Product } from '../output/index.js';
import {
  deliverSlides,
  drawPictures,
  earlyBrowsers,
  isCurrent,
  planPictures,
  readyPictures,
} from '../pictures/index.js';
import type { ReadyPicture } from '../pictures/index.js';
import { chosenThemes, openFlows, remarksOn, renderFlows, renderOptions } from '../project/index.js';
import type { OpenFlows, OpenProject } from '../project/index.js';
import { openProgress } from '../terminal/index.js';
import type { Outcome, Progress } from '../terminal/index.js';
import { watchRender } from '../watch/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Remark } from '../../model/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { Format, RenderOptions } from '../../compile.js';

/** Flow files to output. */
export const runRender: Run = async (world, request) => {
  if (request.options.prune && request.paths.length > 0) {
    throw new UsageError('--prune removes what no flow makes, so it looks at all flows: name none');
  }
  if (!request.options.watch) return renderOnce(request, world);
  return watchRender(renderOpened, request, world);
};

async function renderOnce(request: Request, world: World): Promise<Outcome> {
  const browsers = earlyBrowsers(world);
  try {
    const opened = await openFlows(request, world, { foresee: browsers.foresee });
    return await renderOpened(opened, request, { ...world, openRasterizer: browsers.open });
  } finally {
    await browsers.close();
  }
}

async function renderOpened({ projects, ...opened }: OpenFlows, request: Request, world: World): Promise<Outcome> {
  const jobs = projects.map((project): Omit<Job, 'remarks'> => {
    const destination = chooseDestination(project.options);
    if (project.options.slides) checkSlides(project.options, destination);
    const isWhole = request.paths.length === 0 && destination.kind === 'folder';
    return { ...project, destination, isWhole, formats: chooseFormats(project.options, destination) };
  });
  for (const { destination, formats } of jobs) checkRoom(destination, formats, opened.paths.length);
  const results: Result[] = [];
  for (const job of jobs) {
    const remarks = job.options.findings ? await remarksOn(job.flows) : [];
    results.push(await renderJob({ ...job, remarks }, world));
  }
  if (request.options.prune) {
    const written = jobs.filter(({ destination }) => destination.kind === 'folder');
    results.push({ diagnostics: await pruneOutput(written, opened.diagnostics, world) });
  }
  return {
    ...opened,
    diagnostics: [...opened.diagnostics, ...results.flatMap(({ diagnostics }) => diagnostics)],
    summary: summarizeDeliveries(results.flatMap(({ counts }) => counts ?? [])),
    printsData: jobs.some(({ destination }) => destination.kind === 'stdout'),
  };
}

interface Job extends OpenProject {
  readonly destination: Destination;
  /** All flows of the project are rendered, into its folder. */
  readonly isWhole: boolean;
  /** Undefined for the texts that each flow has. */
  readonly formats: readonly OutputFormat[] | undefined;
  /** What the security rules find, where it is to be drawn. */
  readonly remarks: readonly Remark[];
}

interface Result {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts?: Deliveries['counts'];
}

/** Texts come first, so that they are there whatever becomes of the pictures. */
async function renderJob(job: Job, world: World): Promise<Result> {
  const progress = openProgress(world.stderr);
  const deliveries = openDestination(job.destination, progress, world);
  if (!('deliver' in deliveries)) return { diagnostics: [deliveries] };
  try {
    if (job.options.slides) {
      const slides = await deliverSlides(job, deliveries, progress, world);
      return { diagnostics: [...slides, ...deliveries.diagnostics], counts: deliveries.counts };
    }
    const { texts, ...rendered } = await renderTexts(job, progress, world);
    const noted = await deliverTexts(job, texts, deliveries, world);
    const pictures = await deliverPictures(job, deliveries, progress, world);
    return {
      diagnostics: [...rendered.diagnostics, ...noted, ...pictures, ...deliveries.diagnostics],
      counts: deliveries.counts,
    };
  } finally {
    progress.end();
  }
}

interface Text extends Product {
  /** Null for the gallery. */
  readonly line: ManifestLine | null;
}

interface RenderedTexts {
  readonly texts: readonly Text[];
  readonly diagnostics: readonly Diagnostic[];
}

async function renderTexts(job: Job, progress: Progress, world: World): Promise<RenderedTexts> {
  const formats = job.formats && textFormats.filter((format) => job.formats?.includes(format));
  if (formats?.length === 0) return { texts: [], diagnostics: [] };
  const texts: Text[] = [];
  const diagnostics: Diagnostic[] = [];
  const listed: Listed[] = [];
  progress.begin(job.flows.length);
  for await (const rendered of renderFlows(job.flows, reviewOptions(job, job.options, formats))) {
    const { compiled, artifacts } = rendered;
    progress.step(compiled.flow.id);
    diagnostics.push(...rendered.diagnostics);
    listed.push({ compiled, artifacts });
    const input = inputOf(compiled, job);
    // What the security rules find changes with the day.
    const release = rendered.diagnostics.length > 0 || job.options.findings ? null : world.release;
    for (const { path, content } of artifacts) {
      texts.push({ from: compiled.source.path, path, content, line: manifestLine(input, content, release) });
    }
  }
  const gallery = await galleryOf(job, listed, job.isWhole);
  if (gallery !== null) {
    texts.push({ from: job.config.path ?? '', path: GALLERY_FILE, content: gallery, line: null });
  }
  return { texts, diagnostics };
}

/** A folder of output knows its texts. */
async function deliverTexts(
  { destination }: Job,
  texts: readonly Text[],
  { deliver }: Deliveries,
  world: World,
): Promise<readonly Diagnostic[]> {
  const folder = destination.kind === 'folder' ? resolve(world.cwd, destination.folder) : null;
  if (folder !== null) await announceTexts(folder, newLines(texts), world);
  const written: Text[] = [];
  for (const text of texts) if (await deliver(text)) written.push(text);
  const failure = folder === null ? null : await settleTexts(folder, { written: newLines(written) }, world);
  return failure ? [failure] : [];
}

function reviewOptions(
  { design, remarks }: Job,
  options: OptionValues,
  formats: readonly Format[] | undefined,
): RenderOptions {
  const { annotations, ...rest } = renderOptions(options, formats, design);
  return { ...rest, annotations: { ...annotations, remarks } };
}

const newLines = (texts: readonly Text[]): NewLines =>
  new Map(texts.flatMap(({ path, line }) => (line === null ? [] : [[path, line] as const])));

async function deliverPictures(
  job: Job,
  deliveries: Deliveries,
  progress: Progress,
  world: World,
): Promise<readonly Diagnostic[]> {
  const { destination, flows, formats = [], options, design } = job;
  const asked = pictureFormats.filter((format) => formats.includes(format));
  if (asked.length === 0 || flows.length === 0) return [];
  const themes = options.theme === undefined ? undefined : chosenThemes(options.theme, design);
  const planned = planPictures(flows, asked, themes);
  // One file has room for the first variant only.
  const pictures = destination.kind === 'folder' ? planned : planned.slice(0, 1);
  const { ready, diagnostics } = await readyPictures(
    pictures,
    options,
    reviewOptions(job, withoutQuotes(options), ['mermaid']),
  );
  const due: ReadyPicture[] = [];
  for (const picture of ready) {
    if (isCurrent(picture, deliveries.current(picture.path))) deliveries.keep();
    else due.push(picture);
  }
  progress.begin(due.length);
  const failures = await drawPictures(
    due,
    {
      options,
      start: (picture) => progress.step(picture.path),
      deliver: async ({ compiled, path }, content) => {
        await deliveries.deliver({ from: compiled.source.path, path, content });
      },
      report: (notice) => progress.line(notice),
    },
    world,
  );
  return [...diagnostics, ...failures];
}

/** A flow's slides are several files of one format. */
function checkSlides({ format = ['png'] }: OptionValues, { kind }: Destination): void {
  if (kind !== 'folder') throw new UsageError('--slides makes several files: name a folder with --out');
  if (format.length === 1 && (format.includes('png') || format.includes('svg'))) return;
  throw new UsageError('slides are PNG or SVG: --format png or --format svg');
}

/** What is drawn is the diagram itself. */
function withoutQuotes({ fenced: _fenced, comment: _comment, ...options }: OptionValues): OptionValues {
  return options;
}
