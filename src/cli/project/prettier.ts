/** Finds out whether Prettier formats a project. */
import { cutEnd } from '../../source/index.js';
import { dirname, join } from 'node:path';
import { isThere, textIfThere } from '../world/index.js';
import type { World } from '../world/index.js';

/** Its documentation, "Configuration file"; `.editorconfig` counts, too. */
const names = /^(?:\.prettierrc(?:\.(?:json5?|ya?ml|toml|[cm]?[jt]s))?|prettier\.config\.[cm]?[jt]s|\.editorconfig)$/;

/** The nearest configuration at or above a folder, within the repository; absolute. */
export function prettierConfig(folder: string, world: Pick<World, 'files'>): string | null {
  const { files } = world;
  const entries = files.readdirSync(folder);
  const named = entries.filter((name) => names.test(name)).sort();
  // A file of Prettier's own comes before .editorconfig.
  const own = named.find((name) => name !== '.editorconfig') ?? named[0];
  if (own !== undefined) return join(folder, own);
  const inPackage = entries.includes('package.json') ? textIfThere(join(folder, 'package.json'), world) : null;
  if (/"prettier"\s*:\s*\{/.test(inPackage ?? '')) return join(folder, 'package.json');
  return entries.includes('.git') || dirname(folder) === folder ? null : prettierConfig(dirname(folder), world);
}

/** What a project that uses Prettier does with the output folder. */
interface IgnoreFile {
  /** The file to write, or to name. */
  readonly path: '.prettierignore';
  readonly line: string;
  /** It is there, and the line is added by its owner. */
  readonly isThere: boolean;
}

/** Null where Prettier is not used, or leaves the folder alone. */
export function prettierIgnore(out: string, world: World): IgnoreFile | null {
  const { cwd } = world;
  const isInstalled = /"prettier"\s*:/.test(textIfThere(join(cwd, 'package.json'), world) ?? '');
  const config = prettierConfig(cwd, world);
  if (!isInstalled && (config === null || config.endsWith('.editorconfig'))) return null;
  const line = `${cutEnd(out, '/')}/`;
  const file = join(cwd, '.prettierignore');
  const known = textIfThere(file, world)?.split(/\r?\n/);
  if (known?.some((each) => each.replace(/^\/|\/$/g, '') === line.slice(0, -1))) return null;
  return { path: '.prettierignore', line, isThere: isThere(file, world) };
}
