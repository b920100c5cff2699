/** Makes the files of a job that are not printed: pictures and slides. */
import { resolve } from 'node:path';
import type { Made } from '../../outputs/index.js';
import { bytesFormats } from '../../render.js';
import type { Diagnostic } from '../../source/index.js';
import { optionsThat, optionWords } from '../grammar/index.js';
import {
  authorHash,
  isStorable,
  manifestLine,
  pruneParts,
  pruneSlides,
  releaseMark,
  slidesAuthorHash,
} from '../output/index.js';
import type { Cause, Deliveries, Destination, ManifestLine, Product } from '../output/index.js';
import { doWork, isCurrent, planWork } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { ignoredFiles, MANIFEST, readFonts, readPptxTemplate } from '../project/index.js';
import type { Progress } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { deliverFiles } from './deliver-files.js';
import type { Delivered, RenderedFile } from './deliver-files.js';
import { optionsOf } from './job.js';
import type { Job } from './job.js';
import { findUnfollowed } from './unfollowed.js';

export async function makePictures(
  job: Job,
  deliveries: Deliveries,
  progress: Progress,
  world: World,
): Promise<Delivered> {
  const { destination, flows, formats = [], options } = job;
  const asked = bytesFormats.filter((format) => formats.includes(format));
  if (asked.length === 0 || flows.length === 0) return { diagnostics: [], causes: [] };
  const own = readFonts(job.config, world);
  const template = readPptxTemplate(options.template, world);
  if (template.problem) return { diagnostics: [template.problem], causes: [] };
  const planned = planWork(flows, asked, { ...optionsOf(job), fonts: own.fonts, pptxTemplate: template.template });
  // A single file takes only the first variant.
  const wanted = destination.kind === 'folder' ? planned.work : planned.work.slice(0, 1);
  const unlisted = ignoredAmong(wanted, destination, world);
  const due: Work[] = [];
  const kept: RenderedFile[] = [];
  for (const work of wanted) {
    const bytes = deliveries.current(work.job.path);
    if (bytes === null || !isCurrent(work, bytes)) due.push(work);
    else if (work.job.isListed)
      kept.push(fileOf(work, { path: work.job.path, content: bytes }, { job, unlisted }, world));
    else deliveries.keep();
  }
  progress.begin(due.length);
  const diagnostics: Diagnostic[] = [...findUnfollowed(job, wanted)];
  const causes: Cause[] = [];
  const done = new Map<Work, readonly Product[]>();
  const deliver = async (files: readonly RenderedFile[]) => {
    const delivered = await deliverFiles(job, files, deliveries, world);
    diagnostics.push(...delivered.diagnostics);
    causes.push(...delivered.causes);
  };
  // Their lines in the manifest may be those of another release.
  if (kept.length > 0) await deliver(kept);
  const failures = await doWork(
    due,
    {
      options,
      fonts: own.fonts,
      start: ({ job: { path } }) => progress.step(path),
      deliver: async (work, made) => {
        const files = made.map((file) => fileOf(work, file, { job, unlisted }, world));
        await deliver(files);
        done.set(work, files);
      },
      report: (notice) => progress.line(notice),
    },
    world,
  );
  if (destination.kind === 'folder') {
    diagnostics.push(...(await pruneFormerSlides(done, wanted, destination, world)));
    if (options.paper !== undefined) diagnostics.push(...(await pruneFormerParts(wanted, destination, world)));
  }
  return { diagnostics: [...own.diagnostics, ...planned.diagnostics, ...diagnostics, ...failures], causes };
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

async function pruneFormerParts(
  wanted: readonly Work[],
  { folder }: Extract<Destination, { kind: 'folder' }>,
  world: World,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const id of new Set(wanted.map(({ compiled }) => compiled.flow.id))) {
    const planned = wanted.filter(({ compiled }) => compiled.flow.id === id).map(({ job }) => job.path);
    diagnostics.push(...(await pruneParts(id, planned, resolve(world.cwd, folder), world)));
  }
  return diagnostics;
}

interface Listing {
  readonly job: Job;
  /** Files that the manifest does not list, though it lists their kind. */
  readonly unlisted: ReadonlySet<string>;
}

/**
 * Pictures that git ignores are made on each machine: a manifest that is in git would differ where nobody makes them.
 */
function ignoredAmong(works: readonly Work[], destination: Destination, world: World): ReadonlySet<string> {
  if (destination.kind !== 'folder') return new Set();
  const paths = works.filter(({ job, format }) => job.isListed && format !== 'slides').map(({ job }) => job.path);
  const absolute = (path: string): string => resolve(world.cwd, destination.folder, path);
  if (paths.length === 0) return new Set();
  const ignored = ignoredFiles([MANIFEST, ...paths].map(absolute), world);
  return new Set(ignored.has(absolute(MANIFEST)) ? [] : paths.filter((path) => ignored.has(absolute(path))));
}

const fileOf = (work: Work, file: Made, { job, unlisted }: Listing, world: World): RenderedFile => ({
  ...file,
  from: work.compiled.source.path,
  line: unlisted.has(file.path) ? null : lineFor(work, file, job, world),
});

/** The manifest line of a file; null for a file that is not listed. */
function lineFor(
  { format, compiled, job: { isListed } }: Work,
  { content }: Pick<Made, 'content'>,
  job: Job,
  world: World,
): ManifestLine | null {
  if (!isListed) return null;
  const release = releaseMark(world);
  if (format !== 'slides') return manifestLine(content, { author: authorHash(compiled, job), release });
  const words = optionsThat('slides')
    .map((name) => optionWords(job.options, [name]).join(' '))
    .filter(isStorable);
  return manifestLine(content, { author: slidesAuthorHash(compiled, job), release, options: words.join(' ') });
}
