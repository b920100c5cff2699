import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { PEERS } from '../../src/browser/failure.js';
import { temporaryFolder } from './temporary-folder.js';

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
