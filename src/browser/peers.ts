/** Loads what draws Mermaid, only when a picture is asked for. The only file that imports it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { LaunchOptions } from 'puppeteer';
import { loadPeer, packageFolder, RENDERER_PEERS, versionOf } from '../peers/index.js';
import type { InstallWay } from '../peers/index.js';
import { shieldHome } from './home.js';

type PuppeteerNode = import('puppeteer').PuppeteerNode;

/** Of Puppeteer 24, or of 25, which promises what 24 returns. */
export interface Puppeteer extends Pick<PuppeteerNode, 'connect'> {
  readonly defaultArgs: (options: LaunchOptions) => string[] | Promise<string[]>;
  readonly executablePath: (options: LaunchOptions) => string | Promise<string>;
}

export type RenderMermaid = typeof import('@mermaid-js/mermaid-cli').renderMermaid;

/** The version of the Mermaid that mermaid-cli draws with; null where there is none. Reads a file, and loads nothing. */
export function mermaidVersion(): string | null {
  const cli = packageFolder('@mermaid-js/mermaid-cli');
  if (cli === null) return null;
  const folders = createRequire(join(cli, 'package.json')).resolve.paths('mermaid') ?? [];
  const mermaid = folders
    .map((modules) => join(modules, 'mermaid'))
    .find((folder) => existsSync(join(folder, 'package.json')));
  return mermaid === undefined ? null : versionOf(mermaid);
}

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadPuppeteer(install: InstallWay): Promise<Puppeteer> {
  shieldHome();
  return await loadPeer('puppeteer', () => import('puppeteer'), { ...rendering, install });
}

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadRenderMermaid(install: InstallWay): Promise<RenderMermaid> {
  const loaded = loadPeer('@mermaid-js/mermaid-cli', () => import('@mermaid-js/mermaid-cli'), {
    ...rendering,
    install,
  });
  return (await loaded).renderMermaid;
}

const rendering = { what: 'pictures by Mermaid and slides need', peers: RENDERER_PEERS };
