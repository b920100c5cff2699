import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { npmInstall, PEERS, RENDERER_PEERS } from '../../src/peers/packages.js';
import { temporaryFolder } from './temporary-folder.js';

/** A program with authflow's code for pictures, in a folder where none of the packages is. */
async function runAlone(code: string, browser: string): Promise<readonly string[]> {
  const program = join(temporaryFolder(), 'open.mjs');
  const stdin = { contents: code, resolveDir: process.cwd() };
  const external = Object.keys(PEERS);
  await build({ stdin, bundle: true, external, platform: 'node', format: 'esm', outfile: program, logLevel: 'error' });
  const env = { ...process.env, AUTHFLOW_BROWSER: browser };
  return execFileSync(process.execPath, [program], { encoding: 'utf8', env }).trim().split('\n');
}

const open = `import { openRasterizer } from './src/browser/rasterizer.ts';
  await openRasterizer().catch(({ kind, message }) => console.log(kind + '\\n' + message));`;
const examine = `import { examineMachine } from './src/browser/examine.ts';
  for (const { state, what, remedy } of await examineMachine()) console.log(state + ' ' + what + '\\n' + remedy);`;
const command = npmInstall(RENDERER_PEERS);

test('where they are not installed, the command that installs them', async () => {
  const [kind, ...message] = await runAlone(open, '/gone');
  expect(kind).toBe('missing-package');
  expect(message.at(-1)).toBe(`run: ${command}`);
  expect((await runAlone(examine, '/gone')).slice(-2)).toEqual([
    "note pictures by Mermaid and slides can't be drawn: not installed: @mermaid-js/mermaid-cli, puppeteer",
    `run: ${command}`,
  ]);
});

test('where there is a browser, the command without the download that undoes the whole install if it is blocked', async () => {
  const browser = join(temporaryFolder(), 'chromium');
  writeFileSync(browser, '', { mode: 0o755 });
  const way = [
    `run: PUPPETEER_SKIP_DOWNLOAD=1 ${command}`,
    `the variable spares the download of Chrome, because there is a browser: ${browser}`,
    'where that download is blocked, npm undoes the whole install',
  ];
  expect((await runAlone(open, browser)).slice(-3)).toEqual(way);
  expect((await runAlone(examine, browser)).slice(-4)).toEqual([
    "note pictures by Mermaid and slides can't be drawn: not installed: @mermaid-js/mermaid-cli, puppeteer",
    ...way,
  ]);
});
