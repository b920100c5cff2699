/** Renders one project. */
import type { Diagnostic } from '../../source/index.js';
import { openDestination } from '../output/index.js';
import type { Cause, Deliveries } from '../output/index.js';
import { openProgress } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { deliverFiles } from './deliver-files.js';
import type { Job } from './job.js';
import { makePictures } from './make-pictures.js';
import { galleryFile, renderTexts } from './render-texts.js';

export interface Result {
  readonly diagnostics: readonly Diagnostic[];
  readonly counts?: Deliveries['counts'];
  /** Of the files that were written. */
  readonly causes?: readonly Cause[];
}

/** Writes texts first, so that they exist even if pictures fail. */
export async function renderJob(job: Job, world: World): Promise<Result> {
  const progress = openProgress(world.stderr);
  const deliveries = openDestination(job.destination, progress, world);
  if (!('deliver' in deliveries)) return { diagnostics: [deliveries] };
  try {
    const { files, ...rendered } = renderTexts(job, progress, world);
    const texts = await deliverFiles(job, [...files, ...galleryFile(job, world)], deliveries, world);
    const bytes = await makePictures(job, deliveries, progress, world);
    return {
      diagnostics: [...rendered.diagnostics, ...texts.diagnostics, ...bytes.diagnostics, ...deliveries.diagnostics],
      counts: deliveries.counts,
      causes: [...texts.causes, ...bytes.causes],
    };
  } finally {
    progress.end();
  }
}
