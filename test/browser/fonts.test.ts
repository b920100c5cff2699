import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FONT_PEERS } from '../../src/peers/packages.js';
import { fontConfig, writeFontConfig } from '../../src/browser/fonts.js';
import { packageFolder } from '../../src/peers/load.js';
import { temporaryFolder } from './temporary-folder.js';

const packages = FONT_PEERS.map((name) => packageFolder(name) ?? '');
const world = {
  env: {},
  home: '/home/ann',
  packages,
  fontFolders: ['/usr/share/fonts'],
  systemFonts: '/etc/fonts/fonts.conf',
};
const folders = (config: string) => [...config.matchAll(/<dir>(.*)<\/dir>/g)].map(([, path]) => path ?? '');

test('our fonts come before the system’s, which come before the user’s', () => {
  const listed = folders(fontConfig(world, '/cache'));
  const ours = listed.slice(0, 6);
  expect(ours.every((path) => readdirSync(path).some((name) => name.endsWith('.ttf')))).toBe(true);
  expect(ours.map((path) => path.split('/').at(-2))).toEqual([
    ...Array<string>(4).fill('noto-sans'),
    'noto-sans-math',
    'noto-color-emoji',
  ]);
  expect(listed.slice(6)).toContain('/usr/share/fonts');
  expect(listed.slice(-2)).toEqual(['/home/ann/.local/share/fonts', '/home/ann/.fonts']);
});

test('without the packages, the system’s', () => {
  expect(folders(fontConfig({ ...world, packages: [] }, '/cache'))[0]).toBe('/usr/share/fonts');
});

test('without the packages, the configuration of the system knows which font is for plain text', () => {
  const included = (config: string) => [...config.matchAll(/<include .*>(.*)<\/include>/g)].map(([, path]) => path);
  expect(included(fontConfig({ ...world, packages: [] }, '/cache'))).toEqual(['/etc/fonts/fonts.conf']);
  expect(included(fontConfig(world, '/cache'))).toEqual([]);
});

test('a configuration that the user names is taken in', () => {
  const config = fontConfig({ ...world, env: { FONTCONFIG_FILE: '/a & b.conf' } }, '/cache');
  expect(config).toContain('<include ignore_missing="yes">/a &amp; b.conf</include>');
});

test('one file for one content, whoever writes it when', async () => {
  const cache = temporaryFolder();
  const paths = await Promise.all(Array.from({ length: 8 }, () => writeFontConfig(world, cache)));
  const other = await writeFontConfig({ ...world, packages: [] }, cache);
  expect(new Set(paths).size).toBe(1);
  expect(other).not.toBe(paths[0]);
  expect(readFileSync(paths[0]!, 'utf8')).toBe(fontConfig(world, join(cache, 'fontconfig')));
  expect(readdirSync(cache)).toHaveLength(2);
});
