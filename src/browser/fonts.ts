/** Configures the fonts of pictures on Linux: ours from npm, then the system's. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeXml } from '../source/index.js';

export interface FontWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Folders of the font packages that are installed. */
  readonly packages: readonly string[];
  /** The system's font folders. */
  readonly fontFolders: readonly string[];
  /** The system's own configuration of fontconfig. */
  readonly systemFonts: string;
}

/** The styles that Mermaid uses; scanning all eighteen of Noto Sans would delay the first start. */
const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/**
 * Writes a configuration for fontconfig, for FONTCONFIG_FILE in the browser's environment, and returns its path. Without
 * any font Chromium paints no text at all, web fonts included. The system's own configuration is left out where our fonts are
 * installed, because its hinting and its preferences would change the widths; without ours it is included, because only it knows
 * which of the system's fonts is for plain text: otherwise any may be taken, one for mathematics, too. One that the user
 * names in FONTCONFIG_FILE is always included.
 */
export async function writeFontConfig(world: FontWorld, cache: string): Promise<string> {
  const content = fontConfig(world, join(cache, 'fontconfig'));
  // Named by its content, so that two checkouts with different packages never write one file.
  const path = join(cache, `fonts-${createHash('sha256').update(content).digest('hex').slice(0, 12)}.conf`);
  if (existsSync(path)) return path;
  const folder = await mkdtemp(join(cache, '.fonts-'));
  try {
    await writeFile(join(folder, 'fonts.conf'), content, { mode: 0o600 });
    await rename(join(folder, 'fonts.conf'), path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return path;
}

/** Folders in order of preference: if two files have the same family and style, fontconfig uses the first. */
export function fontConfig({ env, home, packages, fontFolders, systemFonts }: FontWorld, cache: string): string {
  const ours = packages
    .flatMap((folder) => STYLES.map((style) => join(folder, style)))
    .filter((path) => existsSync(path));
  const data = env.XDG_DATA_HOME ?? (home === '' ? '' : join(home, '.local', 'share'));
  const users = [data === '' ? '' : join(data, 'fonts'), home === '' ? '' : join(home, '.fonts')];
  const folders = [...ours, ...fontFolders, ...users].filter((path) => path !== '');
  const system = ours.length === 0 ? [systemFonts] : [];
  const included = [...system, env.FONTCONFIG_FILE ?? ''].filter((path) => path !== '');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((path) => `  <dir>${escapeXml(path)}</dir>\n`).join('')}  <cachedir>${escapeXml(cache)}</cachedir>
${included.map((path) => `  <include ignore_missing="yes">${escapeXml(path)}</include>\n`).join('')}${prefer('sans-serif', 'Noto Sans')}
${prefer('emoji', 'Noto Color Emoji')}
${everythingEndsWith('Noto Sans')}
${everythingEndsWith('Noto Sans Math')}
${everythingEndsWith('Noto Color Emoji')}
</fontconfig>
`;
}

function prefer(generic: string, family: string): string {
  return `  <alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
}

/** Makes this family the fallback for any missing family and any missing character. */
function everythingEndsWith(family: string): string {
  return `  <match target="pattern"><edit name="family" mode="append_last"><string>${family}</string></edit></match>`;
}
