import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PEERS } from '../../src/browser/failure.js';
import { packageFolder } from '../../src/browser/peers.js';
import { temporaryFolder } from './temporary-folder.js';

test('the packages that are asked for are those that authflow is tested with', () => {
  expect(manifest.devDependencies).toMatchObject(PEERS);
});

test('their folders', () => {
  const folders = (Object.keys(PEERS) as (keyof typeof PEERS)[]).map((name) => packageFolder(name) ?? '');
  expect(folders.every((folder) => existsSync(join(folder, 'package.json')))).toBe(true);
});

test('where they are not installed, the command that installs them', async () => {
  const program = join(temporaryFolder(), 'open.mjs');
  const source = `import { openRasterizer } from './src/browser/rasterizer.ts';
    await openRasterizer().catch(({ kind, message }) => console.log(kind + '\\n' + message));`;
  const stdin = { contents: source, resolveDir: process.cwd() };
  const external = Object.keys(PEERS);
  await build({ stdin, bundle: true, external, platform: 'node', format: 'esm', outfile: program, logLevel: 'error' });
  const [kind, ...message] = execFileSync(process.execPath, [program], { encoding: 'utf8' }).trim().split('\n');
  expect(kind).toBe('missing-package');
  expect(message.at(-1)).toBe('run: npm install -D "@mermaid-js/mermaid-cli@~11.17.0" "puppeteer@^24.43.1"');
});
