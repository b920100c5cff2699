/** Makes files: what needs nothing, then what a canvas draws, then what takes browsers. */
import type { Canvas } from '../../canvas/index.js';
import type { OwnFont } from '../../fonts/index.js';
import type { Drawing, Made } from '../../outputs/index.js';
import type { Painted } from '../../scene/index.js';
import { RasterFailure } from '../../peers/index.js';
import type { RasterFailureKind } from '../../peers/index.js';
import type { Diagnostic } from '../../source/index.js';
import type { OptionValues } from '../grammar/index.js';
import type { CommandCode, World } from '../world/index.js';
import { missingLetters } from './missing-letters.js';
import type { Work } from './plan-work.js';

interface DoOptions {
  readonly options: OptionValues;
  /** The project's own. */
  readonly fonts: readonly OwnFont[];
  /** Called before each job is started. */
  readonly start: (work: Work) => void;
  /** Gets the files of a job. */
  readonly deliver: (work: Work, made: readonly Made[]) => Promise<void>;
  /** Gets a line for people. */
  readonly report: (notice: string) => void;
}

interface Doing extends DoOptions {
  readonly world: World;
  readonly embed: Drawing['embed'];
  readonly diagnostics: Diagnostic[];
}

/** A failed job does not affect the others. Without a canvas or a browser, the jobs that need none are still done. */
export async function doWork(all: readonly Work[], options: DoOptions, world: World): Promise<readonly Diagnostic[]> {
  // Every job and browser reports the same about this machine.
  const report = onlyOnce(options.report);
  const embed: Drawing['embed'] = (request) => world.embedTexts(request, report);
  const doing: Doing = { ...options, report, world, embed, diagnostics: [] };
  const needing = (needs: Work['job']['needs']): Work[] => all.filter(({ job }) => job.needs === needs);
  await doAll(needing('nothing'), () => ({ ...nothing, embed }), doing);
  await drawByCanvas(needing('canvas'), doing);
  await drawByBrowsers(needing('browser'), doing);
  return withoutRepeats(doing.diagnostics);
}

/** Takes jobs from the queue until it is empty. */
async function doAll(queue: Work[], drawingFor: (work: Work) => Drawing, doing: Doing): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    doing.start(next);
    try {
      await doing.deliver(next, await next.job.make(drawingFor(next)));
    } catch (thrown) {
      doing.diagnostics.push(explainFailure(thrown, next));
    }
  }
}

const refuse = (): never => {
  throw new Error('a job must declare what draws it');
};
const nothing: Omit<Drawing, 'embed'> = { paintScenes: refuse, render: refuse };

/** While the pixels of one picture are compressed, in a thread of its own, the next one is drawn. */
const PICTURES_AT_ONCE = 3;

async function drawByCanvas(queue: Work[], doing: Doing): Promise<void> {
  const { world, fonts, report, embed, diagnostics } = doing;
  const [first] = queue;
  const canvas = first && (await orFailure(() => world.openCanvas({ fonts, report }), first, doing));
  if (!canvas) return;
  const draw = (): Promise<void> =>
    doAll(queue, (work) => ({ ...nothing, embed, paintScenes: painterOf(canvas, work, diagnostics) }), doing);
  await Promise.all(Array.from({ length: PICTURES_AT_ONCE }, draw));
}

const painterOf =
  ({ paintScenes }: Canvas, { compiled: { flow } }: Work, diagnostics: Diagnostic[]): Drawing['paintScenes'] =>
  async (request) => {
    const { bytes, missing } = await paintScenes(request);
    if (missing.length > 0) diagnostics.push(missingLetters(missing, flow.span));
    return bytes;
  };

/** The main file of a job that takes a canvas only, and the letters that no font has. */
export async function drawOne({ paintScenes }: Canvas, { job }: Work): Promise<Painted> {
  const lacking: string[] = [];
  const paint: Drawing['paintScenes'] = async (request) => {
    const { bytes, missing } = await paintScenes(request);
    lacking.push(...missing);
    return bytes;
  };
  const [made] = await job.make({ ...nothing, embed: refuse, paintScenes: paint });
  return { bytes: Buffer.from(made?.content ?? ''), missing: lacking };
}

async function drawByBrowsers(queue: Work[], doing: Doing): Promise<void> {
  const { world, options, report, embed } = doing;
  const [first] = queue;
  if (!first) return;
  const draw = async () => {
    const how = { browser: options.browser, report, timeout: inMs(options.timeout) };
    const rasterizer = await orFailure(() => world.openRasterizer(how), first, doing);
    if (!rasterizer) return;
    try {
      await doAll(queue, () => ({ ...nothing, ...rasterizer, embed }), doing);
    } finally {
      await rasterizer.close();
    }
  };
  await Promise.all(Array.from({ length: browsersFor(queue.length, options, world) }, draw));
}

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

/** Null after a reported failure, at the place of the first job. */
async function orFailure<T>(open: () => Promise<T>, first: Work, { diagnostics }: Doing): Promise<T | null> {
  try {
    return await open();
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

/**
 * A failure's first line says what is wrong, the others what to do.
 *
 * @throws what is no RasterFailure
 */
export function explainFailure(thrown: unknown, { compiled: { flow } }: Work): Diagnostic {
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
