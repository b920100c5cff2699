/** Loads the optional peers, only when a picture is asked for. The only file that imports them. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { explainSystemError, readFile } from '../files/index.js';
import { EMBEDDING_PEERS, firstLine, npmInstall, RENDERER_PEERS, RasterFailure, type Peer } from './failure.js';
import { shieldHome } from './home.js';
import type { InstallWay } from './install-way.js';

export type Puppeteer = Pick<import('puppeteer').PuppeteerNode, 'connect' | 'defaultArgs' | 'executablePath'>;
export type SubsetFont = typeof import('subset-font');
export type RenderMermaid = typeof import('@mermaid-js/mermaid-cli').renderMermaid;

const here = createRequire(import.meta.url);

/** Where a package is installed, or null. Looks for the folder itself, because most of them export no package.json. */
export function packageFolder(name: Peer): string | null {
  const folders = (here.resolve.paths(name) ?? []).map((modules) => join(modules, name));
  return folders.find((folder) => existsSync(join(folder, 'package.json'))) ?? null;
}

/** The version of the Mermaid that mermaid-cli draws with; null where there is none. Reads a file, and loads nothing. */
export function mermaidVersion(): string | null {
  const cli = packageFolder('@mermaid-js/mermaid-cli');
  if (cli === null) return null;
  const folders = createRequire(join(cli, 'package.json')).resolve.paths('mermaid') ?? [];
  const manifest = folders.map((modules) => join(modules, 'mermaid', 'package.json')).find(existsSync);
  if (manifest === undefined) return null;
  return (JSON.parse(readFile(manifest, 'utf8')) as { version: string }).version;
}

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadPuppeteer(install: InstallWay): Promise<Puppeteer> {
  shieldHome();
  return await load('puppeteer', () => import('puppeteer'), { ...rendering, install });
}

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadRenderMermaid(install: InstallWay): Promise<RenderMermaid> {
  const loaded = load('@mermaid-js/mermaid-cli', () => import('@mermaid-js/mermaid-cli'), { ...rendering, install });
  return (await loaded).renderMermaid;
}

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadSubsetFont(): Promise<SubsetFont> {
  const install: InstallWay = (peers) => `run: ${npmInstall(peers)}`;
  const needed = { what: '--embed-fonts needs', peers: EMBEDDING_PEERS, install };
  return (await load('subset-font', () => import('subset-font'), needed)).default;
}

interface Needed {
  /** `pictures need` */
  readonly what: string;
  readonly peers: readonly Peer[];
  readonly install: InstallWay;
}

const rendering = { what: 'pictures need', peers: RENDERER_PEERS };

async function load<T>(name: Peer, importPackage: () => Promise<T>, { what, peers, install }: Needed): Promise<T> {
  try {
    return await importPackage();
  } catch (thrown) {
    if (!isNotFound(thrown)) {
      // Puppeteer searches the user's folders for a configuration.
      const wayOut = explainSystemError(thrown) === null ? '' : '\nset XDG_CONFIG_HOME to a folder that can be read';
      throw new RasterFailure('missing-package', `${name} can't be loaded: ${firstLine(thrown)}${wayOut}`, thrown);
    }
    throw new RasterFailure(
      'missing-package',
      `${what} ${peers.join(' and ')}: ${name} can't be loaded, because it or its dependency is not installed\n${install(peers)}`,
      thrown,
    );
  }
}

function isNotFound(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}
