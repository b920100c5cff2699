/** Finds the configuration that another one extends: in a package or at a path, never at an address. */
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { explainFileError, explainMissing, isThere } from '../../world/index.js';
import type { World } from '../../world/index.js';
import type { Diagnostic } from '../../../source/index.js';
import type { Scalar } from '../../../syntax/index.js';
import { LEADS_OUT, openBoundary } from '../boundary.js';
import { configIn, configNames } from '../find-configs.js';

type Found = { readonly file: string } | { readonly diagnostic: Diagnostic };

/** `from`: the configuration that extends, absolute. Only files with the name of a configuration are found, and so read. */
export function findBase({ value, span }: Scalar, from: string, world: World): Found {
  const failed = (message: string, hint?: string): Found => ({
    diagnostic: { code: 'known-bases', severity: 'error', message: `${JSON.stringify(value)} ${message}`, span, hint },
  });
  if (ADDRESS.test(value))
    return failed(
      'is an address, not a package or a path',
      'install the configuration as a package, and write its name',
    );
  const isPath = /^\.{1,2}(?:[\\/]|$)/.test(value) || isAbsolute(value);
  if (!isPath && !PACKAGE.test(value)) return failed('is neither a package nor a path', WRITE);
  try {
    const folder = dirname(from);
    const places = isPath ? [resolve(folder, value)] : packagePlaces(value, folder, world);
    const place = places.find((each) => isThere(each, world));
    const obstacle = place === undefined && isPath ? explainMissing(resolve(folder, value), world.files) : null;
    if (obstacle !== null) return failed(`can't be read: ${obstacle}`);
    if (place === undefined) return failed('does not exist', isPath ? WRITE : packageHint(value, folder, world));
    const found = configAt(place, world);
    if (found !== null && openBoundary(world).leadsOut(found)) return failed(LEADS_OUT);
    const file = found === null ? null : canonical(found, world);
    return file === null || !isConfigName(file) ? failed('is no configuration', NO_CONFIG) : { file };
  } catch (error) {
    return failed(`can't be read: ${explainFileError(error)}`);
  }
}

/** The file, or the one of the folder. */
const configAt = (place: string, { files }: World): string | null =>
  files.statSync(place).isDirectory() ? configIn(place, files) : place;

/** A link with another name at its end would show what it leads to in messages. */
const isConfigName = (file: string): boolean => configNames.some((name) => name === basename(file));

/** A drive of Windows has one letter. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]+:|[\\/]{2})/i;
/** The name of a package, and a folder in it. */
const PACKAGE = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*(?:\/(?!\.)[^\\/]+)*$/;
const NO_CONFIG = `name a file ${configNames[0]}, or a folder with one`;
const WRITE = 'write the name of an installed package, or a path that begins with ./ or ../';

/** As Node finds packages: in node_modules/ of the folder and of those above it. A linked folder stands where it leads to. */
function packagePlaces(name: string, folder: string, { files }: World): readonly string[] {
  const above = (from: string): readonly string[] => [from, ...(dirname(from) === from ? [] : above(dirname(from)))];
  return [...new Set([...above(folder), ...above(files.realpathSync(folder))])].map((each) =>
    join(each, 'node_modules', name),
  );
}

function packageHint(name: string, folder: string, world: World): string {
  if (isThere(join(folder, name), world)) return `for a path, write ./${name}`;
  const [, installed = name] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
  return `no folder node_modules/ here or above has it; install it with: npm install --save-dev ${installed}`;
}

/** One path for all ways to a file, below the working folder as it is called there. */
export function canonical(file: string, { cwd, files }: World): string {
  const real = files.realpathSync(file);
  const inside = relative(files.realpathSync(cwd), real);
  return inside.startsWith('..') || isAbsolute(inside) ? real : join(cwd, inside);
}
