/** Keeps a browser open between renders. */
import { RasterFailure } from '../../peers/index.js';
import type { Rasterizer } from '../../browser/index.js';
import type { OpenRasterizer } from '../world/index.js';

interface KeptBrowser {
  /** `close` returns the browser: one is kept for the next `open`, others are stopped. */
  readonly open: OpenRasterizer;
  /** Stops all browsers, even while they draw, and prevents new ones. */
  readonly close: () => Promise<void>;
}

export function keepBrowser(start: OpenRasterizer): KeptBrowser {
  const running = new Set<Rasterizer>();
  let idle: Rasterizer | null = null;
  let isClosed = false;
  const end = async (rasterizer: Rasterizer) => {
    running.delete(rasterizer);
    await rasterizer.close();
  };
  const giveBack = async (rasterizer: Rasterizer) => {
    if (isClosed || idle !== null) await end(rasterizer);
    else idle = rasterizer;
  };
  const open: OpenRasterizer = async (options) => {
    const kept = idle;
    idle = null;
    const rasterizer = kept ?? (await start(options));
    running.add(rasterizer);
    if (!isClosed) return { ...rasterizer, close: () => giveBack(rasterizer) };
    await end(rasterizer);
    throw new RasterFailure('render-failed', 'the run ended before the picture was drawn');
  };
  const close = async () => {
    isClosed = true;
    await Promise.all([...running].map(end));
  };
  return { open, close };
}
