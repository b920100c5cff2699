/** Finds the browsers of this machine, in the order in which they are tried. */
import { posix, win32 } from 'node:path';
import { BROWSER_PEERS, FONT_PEERS, npmInstall, RasterFailure } from '../peers/index.js';

export type BrowserCandidate =
  | {
      readonly kind: 'executable';
      readonly path: string;
      /** For messages: `CHROME_PATH`, `puppeteer's cache`. */
      readonly origin: string;
      /** Whether the user named it: then no other browser is tried if it does not start. */
      readonly named: boolean;
    }
  /** Chromium as npm package, still compressed. */
  | { readonly kind: 'packed'; readonly folder: string; readonly origin: string };

/** Everything that the search depends on, so that tests can pass in another machine. */
export interface BrowserWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly home: string;
  /** True for a regular file that this user may execute. */
  readonly isExecutable: (path: string) => boolean;
  /** Where puppeteer puts the browsers that it downloads. */
  readonly puppeteerCache: () => readonly string[];
  /** Where @sparticuz/chromium is installed, or null. */
  readonly packedChromium: () => string | null;
}

const VARIABLES = ['AUTHFLOW_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

/**
 * The browsers to try, best first; never empty. A named one is the only candidate.
 *
 * @param named the path given with `--browser`
 * @throws RasterFailure `no-browser`: a named path that is not an executable file, or no browser at all
 */
export function findBrowsers(world: BrowserWorld, named?: string): readonly BrowserCandidate[] {
  const asked = namedBrowser(world, named);
  if (asked) return [asked];
  const found: BrowserCandidate[] = [
    ...executables(world, "puppeteer's cache", world.puppeteerCache()),
    ...executables(world, 'installed', installedPaths(world)),
  ];
  const folder = hasPackedChromium(world) ? world.packedChromium() : null;
  if (folder !== null) found.push({ kind: 'packed', folder, origin: '@sparticuz/chromium' });
  if (found.length === 0)
    throw new RasterFailure('no-browser', `Mermaid needs a browser, and none was found\n${wayOut(world)}`);
  return found;
}

/** What to run if there is no browser. */
export function wayOut(world: Pick<BrowserWorld, 'platform' | 'arch'>): string {
  const ways = [
    ...(hasPackedChromium(world) ? [`run: ${npmInstall([...BROWSER_PEERS, ...FONT_PEERS])}`] : []),
    `${hasPackedChromium(world) ? 'or' : 'run'}: npx puppeteer browsers install chrome`,
    'or name an installed Chrome, Chromium or Edge with --browser PATH or AUTHFLOW_BROWSER',
  ];
  return ways.join('\n');
}

/** @sparticuz/chromium has an executable for this system only. */
function hasPackedChromium({ platform, arch }: Pick<BrowserWorld, 'platform' | 'arch'>): boolean {
  return platform === 'linux' && arch === 'x64';
}

function namedBrowser(world: BrowserWorld, option: string | undefined): BrowserCandidate | null {
  const names = [['--browser', option], ...VARIABLES.map((name) => [name, world.env[name]] as const)] as const;
  for (const [origin, path] of names) {
    if (path === undefined || path === '') continue;
    if (world.isExecutable(path)) return { kind: 'executable', path, origin, named: true };
    const remedy = origin === '--browser' ? 'correct the path, or remove the option' : `correct or unset ${origin}`;
    throw new RasterFailure('no-browser', `${origin} names ${path}, which is not an executable file\n${remedy}`);
  }
  return null;
}

function executables(world: BrowserWorld, origin: string, paths: readonly string[]): BrowserCandidate[] {
  const present = [...new Set(paths)].filter((path) => world.isExecutable(path));
  return present.map((path) => ({ kind: 'executable', path, origin, named: false }));
}

const LINUX_COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];

/** Chrome before Chromium before Edge. */
function installedPaths({ env, platform, home }: BrowserWorld): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(home === '' ? [] : [posix.join(home, 'Applications')])];
    return MAC_APPS.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => !!folder);
    const program = (name: string) => (name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe');
    return WINDOWS_PROGRAMS.flatMap((name) =>
      folders.map((folder) => win32.join(folder ?? '', name, 'Application', program(name))),
    );
  }
  // A relative entry of PATH would make the browser depend on the working folder.
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const onPath = LINUX_COMMANDS.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
  return [...onPath, '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}
