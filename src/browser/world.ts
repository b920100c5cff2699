/**
 * Describes this machine. Only this file and home.ts read the process's environment; the others of the room get it as a
 * RasterWorld.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { thisProcess } from '../files/index.js';
import { FONT_PEERS, packageFolder } from '../peers/index.js';
import type { BrowserWorld } from './find-browser.js';
import type { FontWorld } from './fonts.js';
import { homeFolder } from './home.js';
import { type Puppeteer } from './peers.js';
import type { CacheWorld } from './private-folder.js';
import type { SandboxWorld } from './sandbox.js';

export type RasterWorld = BrowserWorld & CacheWorld & FontWorld & SandboxWorld;

/** @param downloads the browsers that puppeteer downloaded; none where it is not loaded */
export function machine(downloads: readonly string[] = []): RasterWorld {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    home: homeFolder(),
    temporary: tmpdir(),
    uid: process.getuid?.(),
    processes: thisProcess,
    exists: existsSync,
    isExecutable,
    puppeteerCache: () => downloads,
    packedChromium: () => packageFolder('@sparticuz/chromium'),
    packages: FONT_PEERS.map(packageFolder).filter((folder) => folder !== null),
    systemFonts: '/etc/fonts/fonts.conf',
    fontFolders: ['/usr/share/fonts', '/usr/local/share/fonts', '/run/current-system/sw/share/X11/fonts'],
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The paths of puppeteer's downloads, whether they are there or not. The headless shell comes first, because it starts in half
 * the time. puppeteer throws if no version is known.
 */
export async function downloadsOf(puppeteer: Puppeteer): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const headless of ['shell', true] as const) {
    try {
      paths.push(await puppeteer.executablePath({ headless }));
    } catch {
      continue;
    }
  }
  return paths;
}
