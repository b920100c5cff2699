import { resolve } from 'node:path';
import type { Remark } from '../../model/index.js';
import { bytesFormats, bytesOutput, textFormats } from '../../render.js';
import type { Format } from '../../render.js';
import { isError } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { optionsThat, optionWords } from '../grammar/index.js';
import type { Request, Run } from '../grammar/index.js';
import {
  announceFiles,
  authorHash,
  causeOfWriting,
  checkRoom,
  chooseDestination,
  chooseFormats,
  GALLERY_FILE,
  galleryOf,
  manifestLine,
  openDestination,
  pruneOutput,
  pruneSlides,
  readManifest,
  readManifests,
  releaseMark,
  settleFiles,
  slidesAuthorHash,
  summarizeCauses,
  summarizeDeliveries,
  withoutProof,
} from '../output/index.js';
import type { Cause, Deliveries, Destination, ManifestLine, NewLines, Product } from '../output/index.js';
import { doWork, isCurrent, planWork } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { makeOptions, openFlows, remarksOn, renderFlows } from '../project/index.js';
import type { OpenFlows, OpenProject } from '../project/index.js';
import { openProgress } from '../terminal/index.js';
import type { Outcome, Progress } from '../terminal/index.js';
import { watchRender } from '../watch/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';

/** Renders flow files. */
export const runRender: Run = async (world, request) => {
  if (request.options.prune && request.paths.length > 0) {
    throw new UsageError('--prune deletes files that no flow produces, so it needs all flows: remove the paths');
  }
  if (request.options.prune && request.options.shard) {
    throw new UsageError('--prune deletes files that no flow produces, so it needs all flows: remove --shard');
  }
  return makeOutput(chooseFormats, request, world);
};

/** Chooses the formats for the flows of a project. */
type ChooseFormats = typeof chooseFormats;

export async function makeOutput(choose: ChooseFormats, request: Request, world: World): Promise<Outcome> {
  const make = (opened: OpenFlows, ...rest: [Request, World]) => makeOpened(choose, opened, ...rest);
  if (request.options.watch) return watchRender(make, request, world);
  return make(await openFlows(request, world), request, world);
}

async function makeOpened(
  choose: ChooseFormats,
  { projects, ...opened }: OpenFlows,
  request: Request,
  world: World,
): Promise<Outcome> {
  const jobs = projects.map((project): Omit<Job, 'remarks'> => {
    const destination = chooseDestination(project.options);
    return { ...project, destination, formats: choose(project.options, destination) };
  });
  for (const { destination, formats } of jobs) checkRoom(destination, formats, opened.paths.length);
  const written = jobs.filter(({ destination }) => destination.kind === 'folder');
  const before = request.options.prune ? readManifests(written, world) : null;
  const results: Result[] = [];
  for (const job of jobs) {
    const remarks = job.options.findings ? await remarksOn(job.flows, job.options) : [];
    results.push(await renderJob({ ...job, remarks }, world));
  }
  if (before) {
    const { diagnostics } = opened;
    results.push({ diagnostics: await pruneOutput(written, { diagnostics, before }, world) });
  }
  return {
    ...opened,
    diagnostics: [...opened.diagnostics, ...results.flatMap(({ diagnostics }) => diagnostics)],
    summary:
      [
        summarizeDeliveries(results.flatMap(({ counts }) => counts ?? [])) ?? nothingFor(request, opened),
        summarizeCauses(
          results.flatMap(({ causes = [] }) => causes),
          world,
        ),
      ]
        .filter((line) => line !== undefined)
        .join('\n') || undefined,
    printsData: jobs.some(({ destination }) => destination.kind === 'stdout'),
  };
}

function nothingFor(
  { options: { since, shard, prune } }: Request,
  { paths, diagnostics }: Pick<OpenFlows, 'paths' | 'diagnostics'>,
): string | undefined {
  if (diagnostics.some(isError)) return undefined;
  if (shard) return `nothing to render: no flow is in shard ${shard.number}/${shard.total}`;
  if (since !== undefined) return `nothing to render: no flow changed since ${since}`;
  if (paths.length > 0 || prune) return undefined;
  return 'nothing to render: no flow is left here; authflow render --prune deletes what the deleted ones left behind';
}

interface Job extends OpenProject {
  readonly destination: Destination;
  /** Undefined for the default texts of each flow. */
  readonly formats: readonly Format[] | undefined;
  /** Findings of the security rules to draw. */
  readonly remarks: readonly Remark[];
}

interface Result {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts?: Deliveries['counts'];
  /** Of the files that were written. */
  readonly causes?: readonly Cause[];
}

/** Writes texts first, so that they exist even if pictures fail. */
async function renderJob(job: Job, world: World): Promise<Result> {
  const progress = openProgress(world.stderr);
  const deliveries = openDestination(job.destination, progress, world);
  if (!('deliver' in deliveries)) return { diagnostics: [deliveries] };
  try {
    const { files, ...rendered } = renderTexts(job, progress, world);
    const texts = await deliverFiles(job, [...files, ...galleryFile(job, world)], deliveries, world);
    const bytes = await makeBytes(job, deliveries, progress, world);
    return {
      diagnostics: [...rendered.diagnostics, ...texts.diagnostics, ...bytes.diagnostics, ...deliveries.diagnostics],
      counts: deliveries.counts,
      causes: [...texts.causes, ...bytes.causes],
    };
  } finally {
    progress.end();
  }
}

interface File extends Product {
  /** Its line in the folder's manifest; null for a file that is not listed. */
  readonly line: ManifestLine | null;
}

interface RenderedTexts {
  readonly files: readonly File[];
  readonly diagnostics: readonly Diagnostic[];
}

function renderTexts(job: Job, progress: Progress, world: World): RenderedTexts {
  const formats = job.formats && textFormats.filter((format) => job.formats?.includes(format));
  if (formats?.length === 0) return { files: [], diagnostics: [] };
  const files: File[] = [];
  const diagnostics: Diagnostic[] = [];
  progress.begin(job.flows.length);
  for (const rendered of renderFlows(job.flows, { ...optionsOf(job), formats })) {
    const { compiled, artifacts } = rendered;
    progress.step(compiled.flow.id);
    diagnostics.push(...rendered.diagnostics);
    const author = authorHash(compiled, job);
    // Findings depend on the date.
    const isProof = rendered.diagnostics.length === 0 && !job.options.findings;
    const release = isProof ? releaseMark(world) : withoutProof(releaseMark(world));
    for (const { path, content } of artifacts) {
      files.push({ from: compiled.source.path, path, content, line: manifestLine(content, { author, release }) });
    }
  }
  return { files, diagnostics };
}

/** A run that makes pictures only makes nothing that the page of all flows links to, unless the project has only pictures. */
function showsFilesOf({ formats, config }: Pick<Job, 'formats' | 'config'>): boolean {
  const haveTexts = (names: readonly string[]): boolean => textFormats.some((format) => names.includes(format));
  const configured = config.shape.formats?.map(({ value }) => value);
  return formats === undefined || haveTexts(formats) || (configured !== undefined && !haveTexts(configured));
}

function galleryFile({ destination, ...job }: Job, world: World): readonly File[] {
  const gallery = destination.kind === 'folder' && showsFilesOf(job) ? galleryOf(job) : null;
  if (gallery === null) return [];
  const { content, author } = gallery;
  const line = manifestLine(content, { author, release: releaseMark(world) });
  return [{ from: job.config.path ?? '', path: GALLERY_FILE, content, line }];
}

const optionsOf = ({ options, design, remarks }: Job) => makeOptions(options, design, remarks);

/** Delivers files, and lists them in the folder's manifest. */
async function deliverFiles(
  { destination }: Job,
  files: readonly File[],
  { deliver, current }: Deliveries,
  world: World,
): Promise<Delivered> {
  const isListed = files.some(({ line }) => line !== null);
  const folder = isListed && destination.kind === 'folder' ? resolve(world.cwd, destination.folder) : null;
  const manifest = folder === null ? null : readManifest(folder, world);
  if (folder !== null) await announceFiles(folder, newLines(files), world);
  const delivered: File[] = [];
  const causes: Cause[] = [];
  for (const file of files) {
    const before = current(file.path);
    const result = await deliver(file);
    if (result === 'written') causes.push(causeOfWriting(file.line, before, manifest?.get(file.path)));
    if (result !== null) delivered.push(file);
  }
  const failure = folder === null ? null : await settleFiles(folder, { written: newLines(delivered) }, world);
  return { diagnostics: failure ? [failure] : [], causes };
}

type Delivered = Required<Pick<Result, 'diagnostics' | 'causes'>>;

const newLines = (files: readonly File[]): NewLines =>
  new Map(files.flatMap(({ path, line }) => (line === null ? [] : [[path, line] as const])));

async function makeBytes(job: Job, deliveries: Deliveries, progress: Progress, world: World): Promise<Delivered> {
  const { destination, flows, formats = [], options } = job;
  const asked = bytesFormats.filter((format) => formats.includes(format));
  if (asked.length === 0 || flows.length === 0) return { diagnostics: [], causes: [] };
  const planned = planWork(flows, asked, optionsOf(job));
  // A single file takes only the first variant.
  const wanted = destination.kind === 'folder' ? planned.work : planned.work.slice(0, 1);
  const due: Work[] = [];
  for (const work of wanted) {
    if (isCurrent(work, deliveries.current(work.job.path))) deliveries.keep();
    else due.push(work);
  }
  progress.begin(due.length);
  const diagnostics: Diagnostic[] = [];
  const causes: Cause[] = [];
  const done = new Map<Work, readonly Product[]>();
  const failures = await doWork(
    due,
    {
      options,
      start: ({ job: { path } }) => progress.step(path),
      deliver: async (work, made) => {
        const files = made.map((file) => ({
          ...file,
          from: work.compiled.source.path,
          line: lineFor(work, file, job, world),
        }));
        const delivered = await deliverFiles(job, files, deliveries, world);
        diagnostics.push(...delivered.diagnostics);
        causes.push(...delivered.causes);
        done.set(work, files);
      },
      report: (notice) => progress.line(notice),
    },
    world,
  );
  if (destination.kind === 'folder') diagnostics.push(...(await pruneFormerSlides(done, wanted, destination, world)));
  return { diagnostics: [...planned.diagnostics, ...diagnostics, ...failures], causes };
}

/** A flow may have a deck for light and one for dark pages: where one of them failed, nothing is deleted. */
async function pruneFormerSlides(
  done: ReadonlyMap<Work, readonly Product[]>,
  wanted: readonly Work[],
  { folder }: Extract<Destination, { kind: 'folder' }>,
  world: World,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const id of new Set([...done.keys()].map(({ compiled }) => compiled.flow.id))) {
    const works = wanted.filter(({ format, compiled }) => format === 'slides' && compiled.flow.id === id);
    const made = works.map((work) => done.get(work));
    if (works.length === 0 || made.includes(undefined)) continue;
    const paths = new Set(made.flatMap((products = []) => products.map(({ path }) => path)));
    diagnostics.push(...(await pruneSlides(id, paths, resolve(world.cwd, folder), world)));
  }
  return diagnostics;
}

/** The manifest line of a file; null for a file with a stamp. */
function lineFor(
  { format, compiled }: Work,
  { content }: Pick<Product, 'content'>,
  job: Job,
  world: World,
): ManifestLine | null {
  if (bytesOutput(format).proof === 'stamp') return null;
  const author = slidesAuthorHash(compiled, job);
  const words = optionWords(job.options, optionsThat('slides'));
  return manifestLine(content, { author, release: releaseMark(world), options: words.join(' ') });
}
