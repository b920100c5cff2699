/** Opens a browser with its warm page, and draws in it. */
import type { PictureRequest } from '../stamp/index.js';
import { firstLine, FONT_PEERS, npmInstall, RasterFailure } from '../peers/index.js';
import { startBrowser, type StartOptions } from './browser.js';
import { installWay } from './install-way.js';
import { drawPicture, keepPage } from './mermaid/index.js';
import type { KeptPage } from './mermaid/index.js';
import { loadPuppeteer, loadRenderMermaid, type RenderMermaid } from './peers.js';
import { downloadsOf, machine, type RasterWorld } from './world.js';

export interface SessionOptions extends StartOptions {
  /** Another machine, for tests. */
  readonly world?: RasterWorld | undefined;
}

export interface Session {
  /** @throws RasterFailure if the diagram is the cause, any other error if the browser is */
  readonly draw: (request: PictureRequest) => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

export type OpenSession = () => Promise<Session>;

const WARM_UP: PictureRequest = { id: 'warm-up', mermaid: 'sequenceDiagram\n  A->>B: warm up', format: 'svg' };

/** @throws RasterFailure `missing-package` or `no-browser` */
export async function openSession(options: SessionOptions): Promise<Session> {
  const install = installWay(options.world ?? machine(), options.browser);
  const puppeteer = await loadPuppeteer(install);
  const report = options.report ?? (() => undefined);
  const loading = loadRenderMermaid(install);
  // Awaited only after the browser has started, so that a failure of the browser is reported first.
  loading.catch(() => undefined);
  const world = options.world ?? machine(await downloadsOf(puppeteer));
  const { ready, stop } = await startBrowser(puppeteer, world, options, async (browser) => {
    const renderMermaid = await loading;
    const kept = await keepPage(browser);
    await warmUp(kept, renderMermaid);
    return { kept, renderMermaid };
  });
  const { kept, renderMermaid } = ready;
  return { draw: (request) => drawPicture(kept, renderMermaid, request, report), stop };
}

/** Loads Mermaid and its parts for sequence diagrams, before the page may load nothing more. */
async function warmUp(kept: KeptPage, renderMermaid: RenderMermaid): Promise<void> {
  const failure = await drawPicture(kept, renderMermaid, WARM_UP, () => undefined).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if ((await kept.page.evaluate(TEXT_WIDTH).catch(() => null)) === 0) throw noFonts();
  if (failure !== null) {
    throw new RasterFailure(
      'no-browser',
      `the browser that was found can't draw with Mermaid: ${firstLine(failure)}`,
      failure,
    );
  }
  kept.settle();
}

/**
 * Measures a text to detect a machine without fonts: Chromium then paints no letters, without an error, and their width
 * is 0.
 */
const TEXT_WIDTH = `(() => {
  const container = document.getElementById('container') ?? document.body;
  container.textContent = 'text';
  const range = document.createRange();
  range.selectNodeContents(container);
  const { width } = range.getBoundingClientRect();
  container.textContent = '';
  return width;
})()`;

function noFonts(): RasterFailure {
  return new RasterFailure(
    'missing-package',
    `Mermaid needs a font, and this machine has none\nrun: ${npmInstall(FONT_PEERS)}`,
  );
}
