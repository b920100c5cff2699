/** Renders the texts of a job, and the page of all flows. */
import { textFormats } from '../../render.js';
import type { Diagnostic } from '../../source/index.js';
import { authorHash, GALLERY_FILE, galleryOf, manifestLine, releaseMark, withoutProof } from '../output/index.js';
import { renderFlows } from '../project/index.js';
import type { Progress } from '../terminal/index.js';
import type { World } from '../world/index.js';
import type { RenderedFile } from './deliver-files.js';
import { optionsOf } from './job.js';
import type { Job } from './job.js';

interface RenderedTexts {
  readonly files: readonly RenderedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export function renderTexts(job: Job, progress: Progress, world: World): RenderedTexts {
  const formats = job.formats && textFormats.filter((format) => job.formats?.includes(format));
  if (formats?.length === 0) return { files: [], diagnostics: [] };
  const files: RenderedFile[] = [];
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

export function galleryFile({ destination, ...job }: Job, world: World): readonly RenderedFile[] {
  const gallery = destination.kind === 'folder' && showsFilesOf(job) ? galleryOf(job) : null;
  if (gallery === null) return [];
  const { content, author } = gallery;
  const line = manifestLine(content, { author, release: releaseMark(world) });
  return [{ from: job.config.path ?? '', path: GALLERY_FILE, content, line }];
}
