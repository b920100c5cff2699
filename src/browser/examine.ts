/** Examines whether this machine can draw pictures, and says what to run if it can't. */
import type { Page } from 'puppeteer';
import { CANVAS_PEERS, FONT_PEERS, npmInstall, packageFolder, RasterFailure, RENDERER_PEERS } from '../peers/index.js';
import type { InstallWay } from '../peers/index.js';
import { startBrowser, type StartOptions } from './browser.js';
import { installWay } from './install-way.js';
import { loadPuppeteer, mermaidVersion } from './peers.js';
import { sandboxHindrance } from './sandbox.js';
import { downloadsOf, machine, type RasterWorld } from './world.js';

export interface Examined {
  /** `fails`: authflow can't run; `note`: it can, but something that was perhaps not asked for is missing. */
  readonly state: 'ok' | 'note' | 'fails';
  readonly what: string;
  /** A command, or another remedy; null if there is nothing to do. */
  readonly remedy: string | null;
}

export interface ExamineOptions extends Pick<StartOptions, 'browser' | 'timeout'> {
  /** Another machine, for tests. */
  readonly world?: RasterWorld | undefined;
}

/** The oldest Node that authflow runs on. */
const OLDEST_NODE = [20, 19] as const;

/** Starts a browser, if there is one. Never throws if something is missing. */
export async function examineMachine(options: ExamineOptions = {}): Promise<readonly Examined[]> {
  const missing = RENDERER_PEERS.filter((name) => packageFolder(name) === null);
  const install = installWay(options.world ?? machine(), options.browser);
  const first = [
    examineNode(process.versions.node),
    { state: 'ok', what: 'texts and SVG: nothing else is needed', remedy: null } as const,
    examineCanvas(),
    examinePackages(missing, install),
  ];
  // Without puppeteer, no browser can be examined.
  return missing.includes('puppeteer') ? first : [...first, ...(await examineBrowser(options, install))];
}

function examineCanvas(): Examined {
  const [canvas] = CANVAS_PEERS;
  if (packageFolder(canvas) !== null) return { state: 'ok', what: `PNG and PDF: ${canvas}`, remedy: null };
  return {
    state: 'note',
    what: `PNG and PDF can't be drawn: ${canvas} is not installed`,
    remedy: `run: ${npmInstall(CANVAS_PEERS)}`,
  };
}

/** What only `--renderer mermaid` and slides need. */
const FOR_MERMAID = 'pictures by Mermaid and slides';

/** @param version `20.20.2` */
export function examineNode(version: string): Examined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isRecent) return { state: 'ok', what: `Node ${version}`, remedy: null };
  const oldest = OLDEST_NODE.join('.');
  return {
    state: 'fails',
    what: `Node ${version} is older than ${oldest}`,
    remedy: `install Node ${oldest} or later from https://nodejs.org`,
  };
}

function examinePackages(missing: readonly (typeof RENDERER_PEERS)[number][], install: InstallWay): Examined {
  if (missing.length === 0) {
    const what = `${FOR_MERMAID}: Mermaid ${mermaidVersion() ?? ''}, in ${RENDERER_PEERS.join(' and ')}`;
    return { state: 'ok', what, remedy: null };
  }
  const what = `${FOR_MERMAID} can't be drawn: not installed: ${missing.join(', ')}`;
  // Both: a release of one takes certain releases of the other.
  return { state: 'note', what, remedy: install(RENDERER_PEERS) };
}

async function examineBrowser(
  { browser, timeout, world }: ExamineOptions,
  install: InstallWay,
): Promise<readonly Examined[]> {
  try {
    const puppeteer = await loadPuppeteer(install);
    const here = world ?? machine(await downloadsOf(puppeteer));
    const { ready, path, stop } = await startBrowser(puppeteer, here, { browser, timeout }, async (started) => ({
      name: (await started.version()).replace('/', ' '),
      fonts: await examineFonts(await started.newPage(), here),
    }));
    await stop();
    const found: Examined = { state: 'ok', what: `browser: ${ready.name} (${path})`, remedy: null };
    return [found, examineSandbox(here), ...ready.fonts];
  } catch (thrown) {
    if (!(thrown instanceof RasterFailure)) throw thrown;
    const [what = '', ...remedies] = thrown.message.split('\n');
    return [
      {
        state: 'note',
        what: `${FOR_MERMAID} can't be drawn: ${what}`,
        remedy: remedies.length === 0 ? null : remedies.join('\n'),
      },
    ];
  }
}

function examineSandbox(world: RasterWorld): Examined {
  const hindrance = sandboxHindrance(world);
  if (hindrance === null) return { state: 'ok', what: 'sandbox: available', remedy: null };
  const remedy = world.uid === 0 ? 'run authflow as a user that is not root' : null;
  return { state: 'note', what: `sandbox: none (${hindrance})`, remedy };
}

interface Script {
  readonly name: string;
  readonly sample: string;
  readonly state: Examined['state'];
  readonly remedy: (world: RasterWorld) => string;
}

const SYSTEM_FONTS = 'install a font with these characters';

const scripts: readonly Script[] = [
  { name: 'letters', sample: 'g', state: 'note', remedy: () => `run: ${npmInstall(FONT_PEERS)}` },
  { name: 'emoji', sample: '🔑', state: 'note', remedy: () => `run: ${npmInstall(FONT_PEERS)}` },
  {
    name: 'Chinese, Japanese and Korean',
    sample: '漢',
    state: 'note',
    // By npm these fonts are 92 MB.
    remedy: ({ platform }) => (platform === 'linux' ? 'run: apt-get install fonts-noto-cjk' : SYSTEM_FONTS),
  },
];

async function examineFonts(page: Page, world: RasterWorld): Promise<readonly Examined[]> {
  const painted = (await page.evaluate(paintedOf(scripts.map(({ sample }) => sample)))) as readonly boolean[];
  const has = scripts.filter((_, index) => painted[index]).map(({ name }) => name);
  const lacking = scripts.filter((_, index) => !painted[index]);
  return [
    ...(has.length > 0 ? [{ state: 'ok', what: `fonts: ${has.join('; ')}`, remedy: null } as const] : []),
    ...lacking.map(({ name, state, remedy }) => ({ state, what: `fonts: none for ${name}`, remedy: remedy(world) })),
  ];
}

/** A missing character is painted as nothing, or as the same box as U+10FFFD, which no font has. */
const paintedOf = (samples: readonly string[]): string => `(() => {
  const paint = (text) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const context = canvas.getContext('2d');
    context.font = '32px sans-serif';
    context.fillText(text, 8, 44);
    return canvas.toDataURL();
  };
  const nothing = [paint(''), paint('\\u{10FFFD}')];
  return ${JSON.stringify(samples)}.map((sample) => !nothing.includes(paint(sample)));
})()`;
