/** Starts a browser, and removes its processes and files when it stops. */
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'puppeteer';
import { atProcessEnd } from './end-with-process.js';
import { firstLine, RasterFailure } from './failure.js';
import { findBrowsers, wayOut, type BrowserCandidate } from './find-browser.js';
import { writeFontConfig } from './fonts.js';
import type { Puppeteer } from './peers.js';
import { openCacheFolder, type CacheFolder } from './private-folder.js';
import { sandboxHindrance } from './sandbox.js';
import { unpackChromium } from './unpack-chromium.js';
import type { RasterWorld } from './world.js';

/** Tells the user about an event: one line, without a full stop. */
export type ReportNotice = (notice: string) => void;

export interface StartOptions {
  /** The path given with `--browser`. */
  readonly browser?: string | undefined;
  readonly report?: ReportNotice | undefined;
}

export interface RunningBrowser {
  readonly browser: Browser;
  /** Ends the process, even one that hangs, and removes its files. Never throws, and may be called twice. */
  readonly stop: () => Promise<void>;
}

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** How long a browser may take to start, in ms. */
const START_MS = 30_000;

const ARGUMENTS = [
  // Hinting and subpixel colours are for one screen, but pictures are viewed on others.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-gpu',
  // A second defence behind the page's request filter: no host name resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** @throws RasterFailure `no-browser` */
export async function startBrowser(
  puppeteer: Puppeteer,
  world: RasterWorld,
  options: StartOptions,
): Promise<RunningBrowser> {
  const candidates = findBrowsers(world, options.browser);
  const cache = await openCacheFolder(world);
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      return await start(puppeteer, world, { candidate, cache }, options);
    } catch (thrown) {
      const path = candidate.kind === 'executable' ? ` (${candidate.path})` : '';
      failures.push(`${candidate.origin}${path}: ${reasonOf(thrown)}`);
    }
  }
  await discard(cache);
  const tried = failures.map((failure) => `  ${failure}`).join('\n');
  throw new RasterFailure(
    'no-browser',
    `pictures need a browser, and none could be started:\n${tried}\n${wayOut(world)}`,
  );
}

async function start(
  puppeteer: Puppeteer,
  world: RasterWorld,
  { candidate, cache }: { readonly candidate: BrowserCandidate; readonly cache: CacheFolder },
  { report = () => undefined }: StartOptions,
): Promise<RunningBrowser> {
  const options = await launchOptions(world, candidate, cache.path, report);
  const hindrance = sandboxHindrance(world);
  if (hindrance !== null) report(`the browser runs without its sandbox: ${hindrance}`);
  const profile = await mkdtemp(join(world.temporary, 'authflow-profile-'));
  const removal = atProcessEnd(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  const cleanUp = async () => {
    removal.cancel();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);
  };
  try {
    const browser = await launch(puppeteer, { ...options, userDataDir: profile });
    removal.last();
    return {
      browser,
      stop: () =>
        end(browser)
          .then(cleanUp)
          .then(() => discard(cache)),
    };
  } catch (thrown) {
    await cleanUp();
    throw thrown;
  }
}

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
    timeout: START_MS,
    // puppeteer's own handlers swallow SIGTERM, and end the process on SIGINT even if other code handles it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

/**
 * Connects by pipe, so that the browser ends with this process. If that fails, a second start by WebSocket gives the
 * reason.
 */
async function launch(puppeteer: Puppeteer, options: LaunchOptions): Promise<Browser> {
  try {
    return await puppeteer.launch({ ...options, pipe: true });
  } catch {
    return await puppeteer.launch({ ...options, pipe: false });
  }
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

/** Kills the browser: it has nothing to save, and a hanging browser would not close when asked. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  killTree(child);
  await ended;
}

/** puppeteer makes the browser the leader of a process group, except on Windows, where its children end with it. */
function killTree(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

async function discard(cache: CacheFolder): Promise<void> {
  if (cache.disposable) await rm(cache.path, { recursive: true, force: true }).catch(() => undefined);
}

/** The line in which the browser says why it failed to start; puppeteer puts it below the first line of its message. */
function reasonOf(thrown: unknown): string {
  const lines = thrown instanceof Error ? thrown.message.split('\n') : [];
  const telling = lines.find((line) => /No usable sandbox|shared librar|FATAL|GLIBC/.test(line));
  if (telling?.includes('No usable sandbox')) {
    return 'this system gives it no sandbox; set AUTHFLOW_NO_SANDBOX=1 to run without one';
  }
  return (telling ?? firstLine(thrown)).trim();
}
