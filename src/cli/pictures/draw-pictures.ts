/** Pictures of flows, from the flows' own Mermaid. Loaded only when pictures are asked for. */
import { RasterFailure } from '../../browser/index.js';
import type { RasterFailureKind, Rasterizer } from '../../browser/index.js';
import type { OptionValues } from '../grammar/index.js';
import type { CompiledFlow } from '../project/index.js';
import { fileDiagnostic } from '../world/index.js';
import type { CommandCode, World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';
import { stampPicture } from '../../stamp/index.js';
import { jobsFor } from './browser-jobs.js';
import type { ReadyPicture } from './plan-pictures.js';

export interface DrawOptions {
  readonly options: OptionValues;
  /** Hears of each picture before it is drawn. */
  readonly start: (picture: ReadyPicture) => void;
  /** Takes each picture as it is done. */
  readonly deliver: (picture: ReadyPicture, bytes: Uint8Array) => Promise<void>;
  /** A line for people. */
  readonly report: (notice: string) => void;
}

/** What goes wrong with one picture leaves the others alone; without a browser there are none. */
export async function drawPictures(
  pictures: readonly ReadyPicture[],
  draw: DrawOptions,
  world: World,
): Promise<Diagnostic[]> {
  const jobs = jobsFor(pictures.length, draw.options, world);
  const queue = [...pictures];
  const diagnostics: Diagnostic[] = [];
  const work = async () => {
    const rasterizer = await openRasterizer(draw, world, diagnostics);
    if (!rasterizer) return;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        draw.start(next);
        const failure = await drawPicture(next, rasterizer, draw);
        if (failure) diagnostics.push(failure);
      }
    } finally {
      await rasterizer.close();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return withoutRepeats(diagnostics);
}

export async function openRasterizer(
  { options, report }: Pick<DrawOptions, 'options' | 'report'>,
  world: World,
  diagnostics: Diagnostic[],
): Promise<Rasterizer | null> {
  try {
    return await world.openRasterizer({ browser: options.browser, report });
  } catch (thrown) {
    diagnostics.push(explainFailure(thrown));
    return null;
  }
}

async function drawPicture(
  picture: ReadyPicture,
  rasterizer: Rasterizer,
  draw: DrawOptions,
): Promise<Diagnostic | null> {
  const { request, stamp } = picture;
  try {
    const bytes = await rasterizer.render(request);
    await draw.deliver(picture, stampPicture(request.format, bytes, stamp));
    return null;
  } catch (thrown) {
    return explainFailure(thrown, picture.compiled);
  }
}

const failureCodes = {
  'no-browser': 'picture-tools',
  'missing-package': 'picture-tools',
  'render-failed': 'drawable-pictures',
} as const satisfies Record<RasterFailureKind, CommandCode>;

/** A failure's first line says what is wrong, the others what to do. */
export function explainFailure(thrown: unknown, compiled?: CompiledFlow): Diagnostic {
  if (!(thrown instanceof RasterFailure)) throw thrown;
  const [message = '', ...ways] = thrown.message.split('\n');
  const hint = ways.length === 0 ? undefined : ways.join('\n');
  const code = failureCodes[thrown.kind];
  if (code === 'drawable-pictures' && compiled) return fileDiagnostic(code, compiled.source.path, message, hint);
  return { code, severity: 'error', message, hint };
}

/** Every browser that does not start says the same. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byText = new Map(
    diagnostics.map((diagnostic) => [JSON.stringify([diagnostic.code, diagnostic.message]), diagnostic]),
  );
  return [...byText.values()];
}
