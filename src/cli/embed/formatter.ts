/** Tells what a formatter did to a text from what a hand did, and how to keep the formatter away. */
import { dirname, join, relative } from 'node:path';
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

/** Prettier's settings change line breaks, indentation, the width of tables, marks of lists and emphasis, and quotes. */
const withoutLayout = (text: string): string => text.replace(/[\s|"'`*+_\\-]/g, '');

/** Its documentation, "Configuration file"; `.editorconfig` counts, too. */
const names = /^(?:\.prettierrc(?:\.(?:json5?|ya?ml|toml|[cm]?[jt]s))?|prettier\.config\.[cm]?[jt]s|\.editorconfig)$/;

/** The nearest one, within the repository. */
function prettierConfig(folder: string, world: World): string | null {
  const { files } = world;
  const entries = files.readdirSync(folder);
  const named = entries.filter((name) => names.test(name)).sort();
  // A file of Prettier's own comes before .editorconfig.
  const own = named.find((name) => name !== '.editorconfig') ?? named[0];
  if (own !== undefined) return join(folder, own);
  const inPackage = entries.includes('package.json') ? files.readFileSync(join(folder, 'package.json'), 'utf8') : '';
  if (/"prettier"\s*:\s*\{/.test(inPackage)) return join(folder, 'package.json');
  return entries.includes('.git') || dirname(folder) === folder ? null : prettierConfig(dirname(folder), world);
}
