/** Reads the fonts that a configuration names. */
import { resolve } from 'node:path';
import { openOwnFont } from '../../fonts/index.js';
import type { OwnFont } from '../../fonts/index.js';
import type { Diagnostic } from '../../source/index.js';
import { explainFileError } from '../world/index.js';
import type { World } from '../world/index.js';
import { pathAt } from './config/index.js';
import type { Config } from './config/index.js';

interface ReadFonts {
  readonly fonts: readonly OwnFont[];
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Config, ReadFonts>();

/** Once for each configuration: only pictures in pixels and for print need them. */
export function readFonts(config: Config, world: World): ReadFonts {
  const before = known.get(config);
  if (before) return before;
  const fonts: OwnFont[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of config.shape.fonts ?? []) {
    try {
      fonts.push(openOwnFont(world.files.readFileSync(resolve(world.cwd, pathAt(path, world)))));
    } catch (thrown) {
      const reason = thrown instanceof RangeError ? thrown.message : explainFileError(thrown);
      diagnostics.push({
        code: 'readable-fonts',
        severity: 'error',
        message: `can't read the font ${path.value}: ${reason}`,
        span: path.span,
      });
    }
  }
  const read = { fonts, diagnostics };
  known.set(config, read);
  return read;
}
