/** Draws pictures of Mermaid with one browser and one warm page for a whole batch. Writes no file. */
import type { PictureRequest } from '../stamp/index.js';
import { firstLine, RasterFailure } from '../peers/index.js';
import { seconds, within } from './within.js';
import { openSession, type OpenSession, type Session, type SessionOptions } from './session.js';

export interface Rasterizer {
  /**
   * Calls may overlap; diagrams are drawn one after the other. After a failure, the rasterizer can draw the next one.
   *
   * @throws RasterFailure `render-failed`: Mermaid refuses the diagram, or the browser crashed or hung on it twice;
   *   `no-browser`: it did not start again
   */
  readonly render: (request: PictureRequest) => Promise<Uint8Array>;
  /** Ends the browser's process and removes its files; waits for nothing that is still being drawn. Never throws. */
  readonly close: () => Promise<void>;
}

export interface RasterOptions extends SessionOptions {
  /** How long the browser may take to start, and for one picture, in ms; default 30,000. One that takes longer is considered to hang. */
  readonly timeout?: number | undefined;
}

const MORE_TIME = 'if it only needs more time: --timeout SECONDS';

/** A picture of so many characters may take twice as long as an empty one. */
const DOUBLING = 30_000;

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
  const start = startingOnce(open);
  let session: Session | null = await start();
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const stop = async () => {
    const stopped = session;
    session = null;
    await stopped?.stop();
  };
  const attempt = async <T>({ name, length, work }: Job<T>): Promise<T> => {
    // After close(), starting a new browser would only delay the end of the process.
    if (!closed) session ??= await start();
    if (closed || !session) {
      await stop();
      throw new RasterFailure('render-failed', `${name}: closed before it was drawn`);
    }
    const most = timeout * (1 + length / DOUBLING);
    return await within(most, work(session), () => new Error(`no picture after ${seconds(most)}`));
  };
  const run = async <T>(job: Job<T>): Promise<T> => {
    try {
      return await attempt(job);
    } catch (thrown) {
      if (thrown instanceof RasterFailure) throw thrown;
      await stop();
      if (!closed) report?.(`${job.name}: the browser stopped (${firstLine(thrown)}); trying once more with a new one`);
    }
    try {
      return await attempt(job);
    } catch (thrown) {
      if (thrown instanceof RasterFailure) throw thrown;
      await stop();
      throw new RasterFailure(
        'render-failed',
        `${job.name}: the browser stopped twice (${firstLine(thrown)})\n${MORE_TIME}`,
        thrown,
      );
    }
  };
  const enqueue = <T>(job: Job<T>): Promise<T> => {
    const done = queue.then(() => run(job));
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    render: (request) => enqueue({ ...jobOf(request), work: (open) => open.draw(request) }),
    close: async () => {
      closed = true;
      await stop();
    },
  };
}

/** A browser that did not start again would let every other picture wait as long: its refusal is final. */
function startingOnce(open: OpenSession): OpenSession {
  let refused: Promise<Session> | null = null;
  return () => {
    const opening = refused ?? open();
    opening.catch(() => {
      refused = opening;
    });
    return opening;
  };
}

const jobOf = ({ id, file = id, mermaid: { length } }: Omit<PictureRequest, 'format'>) => ({ name: file, length });

interface Job<T> {
  /** Of the picture, for messages. */
  readonly name: string;
  /** Of its source. */
  readonly length: number;
  readonly work: (session: Session) => Promise<T>;
}
