/** Makes files, in as many parallel browsers as are worth starting. */
import { RasterFailure } from '../../browser/index.js';
import type { RasterFailureKind, Rasterizer } from '../../browser/index.js';
import type { Drawing, Made } from '../../outputs/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { OptionValues } from '../grammar/index.js';
import type { CommandCode, World } from '../world/index.js';
import type { Work } from './plan-work.js';

interface DoOptions {
  readonly options: OptionValues;
  /** Called before each job is started. */
  readonly start: (work: Work) => void;
  /** Gets the files of a job. */
  readonly deliver: (work: Work, made: readonly Made[]) => Promise<void>;
  /** Gets a line for people. */
  readonly report: (notice: string) => void;
}

/** A failed job does not affect the others. Without a browser, the jobs that need none are still done. */
export async function doWork(all: readonly Work[], doing: DoOptions, world: World): Promise<readonly Diagnostic[]> {
  const drawn = all.filter(({ job }) => job.needs === 'browser');
  const others = all.filter((work) => !drawn.includes(work));
  const diagnostics: Diagnostic[] = [];
  // Every job and browser reports the same about this machine.
  const report = onlyOnce(doing.report);
  const embed: Drawing['embed'] = (request) => world.embedTexts(request, report);
  await doAll(others, { ...noBrowser, embed }, doing, diagnostics);
  const [first] = drawn;
  if (!first) return diagnostics;
  const queue = [...drawn];
  const draw = async () => {
    const rasterizer = await openRasterizer({ ...doing, report, first }, world, diagnostics);
    if (!rasterizer) return;
    try {
      await doAll(queue, { ...rasterizer, embed }, doing, diagnostics);
    } finally {
      await rasterizer.close();
    }
  };
  await Promise.all(Array.from({ length: browsersFor(drawn.length, doing.options, world) }, draw));
  return withoutRepeats(diagnostics);
}

/** Takes jobs from the queue until it is empty. */
async function doAll(
  queue: Work[],
  drawing: Drawing,
  { start, deliver }: DoOptions,
  diagnostics: Diagnostic[],
): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    start(next);
    try {
      await deliver(next, await next.job.make(drawing));
    } catch (thrown) {
      diagnostics.push(explainFailure(thrown, next));
    }
  }
}

const refuse = (): never => {
  throw new Error('a job that draws in a browser must declare it');
};
const noBrowser: Omit<Drawing, 'embed'> = { render: refuse, measure: refuse, paint: refuse };

/** Starting a browser takes about as long as drawing this many pictures. */
const PICTURES_PER_BROWSER = 10;

function browsersFor(pieces: number, { jobs }: OptionValues, { processors }: World): number {
  const worthwhile = Math.min(processors, Math.ceil(pieces / PICTURES_PER_BROWSER));
  return Math.min(pieces, jobs ?? worthwhile);
}

function onlyOnce(report: (notice: string) => void): (notice: string) => void {
  const said = new Set<string>();
  return (notice) => {
    if (!said.has(notice)) report(notice);
    said.add(notice);
  };
}

/** `--timeout` is in seconds. */
export const inMs = (timeout: number | undefined): number | undefined => timeout && timeout * 1000;

async function openRasterizer(
  { options, report, first }: Pick<DoOptions, 'options' | 'report'> & { readonly first: Work },
  world: World,
  diagnostics: Diagnostic[],
): Promise<Rasterizer | null> {
  try {
    return await world.openRasterizer({ browser: options.browser, report, timeout: inMs(options.timeout) });
  } catch (thrown) {
    diagnostics.push(explainFailure(thrown, first));
    return null;
  }
}

const failureCodes = {
  'no-browser': 'picture-tools',
  'missing-package': 'picture-tools',
  'render-failed': 'drawable-pictures',
} as const satisfies Record<RasterFailureKind, CommandCode>;

/** A failure's first line says what is wrong, the others what to do. */
function explainFailure(thrown: unknown, { compiled: { flow } }: Work): Diagnostic {
  if (!(thrown instanceof RasterFailure)) throw thrown;
  const [message = '', ...ways] = thrown.message.split('\n');
  const hint = ways.length === 0 ? undefined : ways.join('\n');
  return { code: failureCodes[thrown.kind], severity: 'error', message, hint, span: flow.span };
}

/** Every browser that does not start reports the same. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map(
    diagnostics.map((found) => [JSON.stringify([found.code, found.message, found.span?.source.path]), found]),
  );
  return [...byText.values()];
}
