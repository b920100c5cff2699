/** Says how to install packages that are missing. */
import { npmInstall, RasterFailure } from '../peers/index.js';
import type { InstallWay } from '../peers/index.js';
import { findBrowsers, type BrowserCandidate, type BrowserWorld } from './find-browser.js';

/**
 * puppeteer downloads Chrome while it is installed. Where that is blocked, npm removes everything that it has just installed. So
 * where a browser is there, the command goes without the download.
 *
 * @param named the path given with `--browser`
 * @see https://pptr.dev/guides/configuration, `skipDownload`
 */
export const installWay =
  (world: BrowserWorld, named?: string): InstallWay =>
  (peers) => {
    const browser = peers.includes('puppeteer') ? presentBrowser(world, named) : null;
    if (browser === null) return `run: ${npmInstall(peers)}`;
    const place = browser.kind === 'executable' ? browser.path : browser.origin;
    return [
      // A variable before a command is not for the shells of Windows.
      ...(world.platform === 'win32'
        ? ['set the environment variable PUPPETEER_SKIP_DOWNLOAD to 1', `then run: ${npmInstall(peers)}`]
        : [`run: PUPPETEER_SKIP_DOWNLOAD=1 ${npmInstall(peers)}`]),
      `the variable spares the download of Chrome, because there is a browser: ${place}`,
      'where that download is blocked, npm undoes the whole install',
    ].join('\n');
  };

/** The browser that would be tried first; null for none. */
function presentBrowser(world: BrowserWorld, named: string | undefined): BrowserCandidate | null {
  try {
    return findBrowsers(world, named)[0] ?? null;
  } catch (thrown) {
    if (!(thrown instanceof RasterFailure)) throw thrown;
    return null;
  }
}
