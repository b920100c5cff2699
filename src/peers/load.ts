/** Finds and loads optional packages, only when they are needed. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { explainSystemError, readFile } from '../files/index.js';
import { firstLine, RasterFailure } from './failure.js';
import type { Peer } from './packages.js';

/** Prints the command that installs packages, on lines for the end of a message. */
export type InstallWay = (peers: readonly Peer[]) => string;

const here = createRequire(import.meta.url);

/** @param folder of an installed package */
export const versionOf = (folder: string): string =>
  (JSON.parse(readFile(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** Where a package is installed, or null. Looks for the folder itself, because most of them export no package.json. */
export function packageFolder(name: Peer): string | null {
  const folders = (here.resolve.paths(name) ?? []).map((modules) => join(modules, name));
  return folders.find((folder) => existsSync(join(folder, 'package.json'))) ?? null;
}

export interface Needed {
  /** `PNG and PDF need` */
  readonly what: string;
  readonly peers: readonly Peer[];
  readonly install: InstallWay;
}

/** @throws RasterFailure `missing-package`, with the command that installs what is missing. */
export async function loadPeer<T>(
  name: Peer,
  importPackage: () => Promise<T>,
  { what, peers, install }: Needed,
): Promise<T> {
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
