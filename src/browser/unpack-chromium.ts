/** Unpacks the Chromium of @sparticuz/chromium, once for a machine's user. */
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, lstat, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { kindOfSpecial, readFile } from '../files/index.js';
import { isPrivate } from './private-folder.js';
import { readTar } from './tar.js';

interface UnpackedChromium {
  readonly executable: string;
  /** Folder of the shared libraries that it needs beyond libc and libgcc, for LD_LIBRARY_PATH. */
  readonly libraries: string;
}

/** Unpacking never takes this long: older files were left by a killed run. */
const STALE_MS = 60 * 60 * 1000;

/**
 * Unpacks into `<cache>/chromium-<version>/`, unless that exists: about 190 MB, about two seconds. Everything
 * is first written under a temporary name and then renamed at once, so runs that start together or are killed do no harm.
 *
 * @param packageFolder of @sparticuz/chromium
 * @param cache a private folder
 * @param announce called before the work, not if there is none
 * @throws Error of the file system (no space left) or of a damaged package
 */
export async function unpackChromium(
  packageFolder: string,
  cache: string,
  uid: number | undefined,
  announce: () => void = () => undefined,
): Promise<UnpackedChromium> {
  const manifest = JSON.parse(readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const name = `chromium-${manifest.version}`;
  const home = join(cache, name);
  if (!(await isWhole(home, uid))) {
    announce();
    await removeStale(cache);
    const temporary = await mkdtemp(join(cache, `.${name}-`));
    try {
      await unpackInto(temporary, join(packageFolder, 'bin'));
      await settle(temporary, home, cache, uid);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  return { executable: join(home, 'chromium'), libraries: join(home, 'lib') };
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  const [executable, packedBrowser] = [join(folder, 'chromium'), join(archives, 'chromium.br')];
  // Too large for the reader, which keeps all in memory.
  const special = kindOfSpecial(await stat(packedBrowser));
  if (special !== null) throw new Error(`${packedBrowser} is ${special}`);
  const written = createWriteStream(executable, { mode: 0o700, flags: 'wx', flush: true });
  await pipeline(createReadStream(packedBrowser), createBrotliDecompress({ chunkSize: 1 << 20 }), written);
  // The package's other archives have fonts, which we provide ourselves, and graphics drivers, which we don't use.
  const packed = readFile(join(archives, 'al2023.tar.br'));
  await mkdir(join(folder, 'lib'), { mode: 0o700 });
  for (const { name, content } of readTar(await promisify(brotliDecompress)(packed))) {
    const [, library] = /^(?:\.\/)?lib\/(lib[\w.+-]+)$/.exec(name) ?? [];
    if (library !== undefined) await writeFile(join(folder, 'lib', library), content, { mode: 0o700, flag: 'wx' });
  }
}

/** If another run was first, its folder is used. An incomplete folder with the final name was tampered with. */
async function settle(temporary: string, home: string, cache: string, uid: number | undefined): Promise<void> {
  try {
    await rename(temporary, home);
  } catch {
    if (await isWhole(home, uid)) return;
    await moveAside(home, cache);
    await rename(temporary, home);
  }
}

/** A folder gets its final name only when it is complete, so it is enough to check that it exists and is ours. */
async function isWhole(home: string, uid: number | undefined): Promise<boolean> {
  const executable = join(home, 'chromium');
  const trusted =
    (await isPrivate(home, 'folder', uid)) &&
    (await isPrivate(executable, 'file', uid)) &&
    (await isPrivate(join(home, 'lib'), 'folder', uid));
  return trusted && (await access(executable, constants.X_OK).then(() => true, () => false)); // prettier-ignore
}

/** Renames the folder in one step, then removes it. */
async function moveAside(home: string, cache: string): Promise<void> {
  const grave = await mkdtemp(join(cache, '.removed-'));
  await rename(home, join(grave, 'chromium')).catch(() => undefined);
  await rm(grave, { recursive: true, force: true });
}

async function removeStale(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.startsWith('.chromium-') || name.startsWith('.removed-'));
  for (const path of names.map((name) => join(cache, name))) {
    const found = await lstat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
