/** Draws pictures of Mermaid with one browser and one warm page for a whole batch. Writes no file. */
import type { Size } from '../model/index.js';
import type { MeasuredDiagram, PictureRequest } from '../stamp/index.js';
import { firstLine, RasterFailure } from './failure.js';
import { openSession, type OpenSession, type Session, type SessionOptions } from './session.js';

export interface Rasterizer {
  /**
   * Calls may overlap; diagrams are drawn one after the other. After a failure, the rasterizer can draw the next one.
   *
   * @throws RasterFailure `render-failed`: Mermaid refuses the diagram, or the browser crashed or hung on it twice;
   *   `no-browser`: it did not start again
   */
  readonly render: (request: PictureRequest) => Promise<Uint8Array>;
  /** Draws an SVG, and gives the positions of its messages. */
  readonly measure: (request: Omit<PictureRequest, 'format'>) => Promise<MeasuredDiagram>;
  /** Paints our own SVG, such as a slide, as a PNG of its size. `id` names it in messages. */
  readonly paint: (id: string, svg: string, size: Size) => Promise<Uint8Array>;
  /** Ends the browser's process and removes its files; waits for nothing that is still being drawn. Never throws. */
  readonly close: () => Promise<void>;
}

export interface RasterOptions extends SessionOptions {
  /** For one picture, in ms; default 30,000. A browser that takes longer is considered to hang. */
  readonly timeout?: number | undefined;
}

/**
 * Starts the browser and warms its page, which takes about two seconds (and two more on a machine's first run, if the
 * browser is still packed): to be called only when a picture is to be drawn.
 *
 * @throws RasterFailure `missing-package` or `no-browser`
 */
export async function openRasterizer(options: RasterOptions = {}): Promise<Rasterizer> {
  return await openBatch(() => openSession(options), options);
}

/** @internal The same over any kind of session, for tests. */
export async function openBatch(open: OpenSession, { timeout = 30_000, report }: RasterOptions): Promise<Rasterizer> {
  let session: Session | null = await open();
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    const stopped = session;
    session = null;
    await stopped?.stop();
  };
  const attempt = async <T>({ id, work }: Job<T>): Promise<T> => {
    // After close(), starting a new browser would only delay the end of the process.
    if (!closed) session ??= await open();
    if (closed || !session) {
      await stop();
      throw new RasterFailure('render-failed', `${id}: closed before it was drawn`);
    }
    return await within(timeout, work(session));
  };
  const run = async <T>(job: Job<T>): Promise<T> => {
    try {
      return await attempt(job);
    } catch (thrown) {
      if (thrown instanceof RasterFailure) throw thrown;
      await stop();
      if (!closed) report?.(`${job.id}: the browser stopped (${firstLine(thrown)}); trying once more with a new one`);
    }
    try {
      return await attempt(job);
    } catch (thrown) {
      if (thrown instanceof RasterFailure) throw thrown;
      await stop();
      throw new RasterFailure('render-failed', `${job.id}: the browser stopped twice (${firstLine(thrown)})`, thrown);
    }
  };
  const enqueue = <T>(job: Job<T>): Promise<T> => {
    const done = queue.then(() => run(job));
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    render: (request) => enqueue({ id: request.id, work: (open) => open.draw(request) }),
    measure: (request) => enqueue({ id: request.id, work: (open) => open.measure(request) }),
    paint: (id, svg, size) => enqueue({ id, work: (open) => open.paint(svg, size) }),
    close: async () => {
      closed = true;
      await stop();
    },
  };
}

interface Job<T> {
  readonly id: string;
  readonly work: (session: Session) => Promise<T>;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no picture after ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
