/** Starts a browser, and removes its processes and files when it stops. */
import type { Browser, LaunchOptions } from 'puppeteer';
import { firstLine, RasterFailure } from '../peers/index.js';
import type { ReportNotice } from '../peers/index.js';
import { runBrowser, type BrowserProcess } from './browser-process.js';
import { findBrowsers, wayOut, type BrowserCandidate } from './find-browser.js';
import { writeFontConfig } from './fonts.js';
import type { Puppeteer } from './peers.js';
import { openCacheFolder, type CacheFolder } from './private-folder.js';
import { sandboxHindrance } from './sandbox.js';
import { makeTemporaryFolder, sweepTemporaryFolders } from './temporary-folders.js';
import { unpackChromium } from './unpack-chromium.js';
import { seconds, within } from './within.js';
import type { RasterWorld } from './world.js';

export interface StartOptions {
  /** The path given with `--browser`. */
  readonly browser?: string | undefined;
  readonly report?: ReportNotice | undefined;
  /** How long a browser may take to start, in ms; default 30,000. One that takes longer is considered to hang. */
  readonly timeout?: number | undefined;
}

export interface RunningBrowser<Ready = unknown> {
  readonly browser: Browser;
  /** What was made of it first. */
  readonly ready: Ready;
  /** The path of its executable. */
  readonly path: string;
  /** Ends the process, even one that hangs, and removes its files. Never throws, and may be called twice. */
  readonly stop: () => Promise<void>;
}

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const START_MS = 30_000;

const ARGUMENTS = [
  // Hinting and subpixel colours are for one screen, but pictures are viewed on others.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-gpu',
  // A second defence behind the page's request filter: no host name resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * @param prepare a part of the start, such as a first picture
 * @throws RasterFailure `no-browser`, and what `prepare` throws as a RasterFailure
 */
export async function startBrowser<Ready>(
  puppeteer: Puppeteer,
  world: RasterWorld,
  options: StartOptions,
  prepare: (browser: Browser) => Promise<Ready>,
): Promise<RunningBrowser<Ready>> {
  const candidates = findBrowsers(world, options.browser);
  await sweepTemporaryFolders(world);
  const cache = await openCacheFolder(world);
  const failures: string[] = [];
  try {
    for (const candidate of candidates) {
      try {
        const running = await start(puppeteer, world, { candidate, cache }, options, prepare);
        return { ...running, stop: () => running.stop().then(cache.discard) };
      } catch (thrown) {
        if (thrown instanceof RasterFailure) throw thrown;
        const path = candidate.kind === 'executable' ? ` (${candidate.path})` : '';
        failures.push(`${candidate.origin}${path}: ${reasonOf(thrown)}`);
      }
    }
  } catch (thrown) {
    await cache.discard();
    throw thrown;
  }
  await cache.discard();
  const tried = failures.map((failure) => `  ${failure}`).join('\n');
  throw new RasterFailure(
    'no-browser',
    `Mermaid needs a browser, and none could be started:\n${tried}\n${wayOut(world)}`,
  );
}

async function start<Ready>(
  puppeteer: Puppeteer,
  world: RasterWorld,
  { candidate, cache }: { readonly candidate: BrowserCandidate; readonly cache: CacheFolder },
  { report = () => undefined, timeout = START_MS }: StartOptions,
  prepare: (browser: Browser) => Promise<Ready>,
): Promise<RunningBrowser<Ready>> {
  const options = await launchOptions(world, candidate, cache.path, report);
  const hindrance = sandboxHindrance(world);
  if (hindrance !== null) report(`the browser runs without its sandbox: ${hindrance}`);
  let kill: () => void = () => undefined;
  const profile = await makeTemporaryFolder('profile', world, () => kill());
  const path = options.executablePath ?? '';
  const args = await puppeteer.defaultArgs({ ...options, userDataDir: profile.path });
  const child = runBrowser(path, args, { ...options.env, TMPDIR: profile.path });
  kill = child.kill;
  const stop = async () => {
    await child.end();
    await profile.remove();
  };
  const connect = async () => {
    const browser = await puppeteer.connect({ transport: child.transport });
    return { browser, path, ready: await prepare(browser), stop };
  };
  try {
    const late = () =>
      new Error(`it gives no answer; it had ${seconds(timeout)} to start; for more: --timeout SECONDS`);
    return await within(timeout, Promise.race([connect().catch(betterReason(child)), child.ended]), late);
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

/** How long a process may take to end once its pipes are closed, in ms. */
const ENDING_MS = 1_000;

/** A browser that ends closes its pipes first, and says only then why. */
const betterReason =
  ({ ended }: BrowserProcess) =>
  (thrown: unknown): Promise<never> =>
    thrown instanceof RasterFailure ? Promise.reject(thrown) : within(ENDING_MS, ended, () => asError(thrown));

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** The options for starting a browser, except its profile. Unpacks the browser if necessary. */
export async function launchOptions(
  world: RasterWorld,
  candidate: BrowserCandidate,
  cache: string,
  report: ReportNotice,
): Promise<LaunchOptions> {
  const executable = await executableOf(candidate, world, cache, report);
  const fonts = world.platform === 'linux' ? { FONTCONFIG_FILE: await writeFontConfig(world, cache) } : {};
  return {
    executablePath: executable.path,
    headless: 'shell',
    args: [...ARGUMENTS, ...(sandboxHindrance(world) === null ? [] : ['--no-sandbox'])],
    env: { ...world.env, ...executable.env, ...fonts },
  };
}

async function executableOf(
  candidate: BrowserCandidate,
  { env, uid }: RasterWorld,
  cache: string,
  report: ReportNotice,
): Promise<Executable> {
  if (candidate.kind === 'executable') return { path: candidate.path, env: {} };
  const { executable, libraries } = await unpackChromium(candidate.folder, cache, uid, () =>
    report(`unpacking Chromium into ${cache} (once, 190 MB)`),
  );
  const path = [libraries, env.LD_LIBRARY_PATH].filter((folder) => !!folder).join(':');
  return { path: executable, env: { LD_LIBRARY_PATH: path } };
}

/** The line in which the browser says why it failed to start, below the first line of the message. */
function reasonOf(thrown: unknown): string {
  const lines = thrown instanceof Error ? thrown.message.split('\n') : [];
  const telling = lines.find((line) => /No usable sandbox|shared librar|FATAL|GLIBC/.test(line));
  if (telling?.includes('No usable sandbox')) {
    return 'this system gives it no sandbox; set AUTHFLOW_NO_SANDBOX=1 to run without one';
  }
  return (telling ?? firstLine(thrown)).trim();
}
