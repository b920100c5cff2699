/** Tells what a formatter did to a text from what a hand did, and how to keep the formatter away. */
import { dirname, relative } from 'node:path';
import { prettierConfig } from '../project/index.js';
import type { World } from '../world/index.js';

/** The sentence that tells which line to add to .prettierignore; null where more than the layout differs. `file`: absolute. */
export function formatterHint(
  file: string,
  current: string,
  wanted: string,
  line: string,
  world: World,
): string | null {
  if (withoutLayout(current) !== withoutLayout(wanted)) return null;
  const config = prettierConfig(dirname(file), world);
  const who = config === null ? 'a formatter' : `Prettier (${relative(world.cwd, config) || config})`;
  return `${who} changes its layout: add the line ${line} to .prettierignore`;
}

/**
 * Prettier's settings change line breaks (also in quotes), indentation, the width of tables, marks of lists and emphasis, and
 * quotes. In MDX, it prints alt texts without their escapes.
 */
const withoutLayout = (text: string): string =>
  text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/^[\s>]+/gm, '')
    .replace(/[\s|"'`*+_\\-]/g, '');
