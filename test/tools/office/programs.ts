/** The programs, each with its command. They all take the fonts of one configuration. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Size } from '../../../src/model/picture-variants.js';

/** Writes the PNG of an SVG, one px for one. */
type Draw = (svg: string, png: string, size: Size) => void;

/** `folder`: for what the programs keep; `config`: of fontconfig. */
export function programsWith(folder: string, config: string): Readonly<Record<string, Draw>> {
  const run = (program: string, ...args: readonly string[]) =>
    void execFileSync(program, args, {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, FONTCONFIG_FILE: config, HOME: folder },
    });
  return {
    'rsvg-convert': (svg, png) => run('rsvg-convert', svg, '-o', png),
    Inkscape: (svg, png) => run('inkscape', svg, '--export-type=png', `--export-filename=${png}`),
    LibreOffice: (svg, png, { width, height }) => {
      const long = (value: number) => ({ type: 'long', value: String(value) });
      const filter = JSON.stringify({ PixelWidth: long(width), PixelHeight: long(height) });
      const profile = `-env:UserInstallation=file://${join(folder, 'libreoffice')}`;
      run(
        'soffice',
        profile,
        '--headless',
        '--convert-to',
        `png:draw_png_Export:${filter}`,
        '--outdir',
        dirname(png),
        svg,
      );
      if (basename(svg, '.svg') !== basename(png, '.png')) throw new Error('LibreOffice names the file itself');
    },
  };
}

/**
 * Writes a configuration of fontconfig. The fonts of `npm ci` come first, then the system's and the user's: Noto Sans as the layout
 * measured it, and letters that it lacks.
 */
export function writeFonts(folder: string): string {
  const cache = join(folder, 'font-cache');
  mkdirSync(cache, { recursive: true });
  const packages = ['noto-sans/400Regular', 'noto-sans/700Bold', 'noto-sans-mono/400Regular', 'noto-sans-mono/700Bold'];
  const ours = packages.map((path) => join(process.cwd(), 'node_modules/@expo-google-fonts', path));
  const users = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'fonts');
  const folders = [...ours, '/usr/share/fonts', users].filter((path) => existsSync(path));
  const config = join(folder, 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((path) => `<dir>${path}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
</fontconfig>
`;
  writeFileSync(config, text);
  return config;
}
