import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { npmInstall, PEERS, PEERS_OF_12, RENDERER_PEERS } from '../../src/peers/packages.js';
import { packageFolder } from '../../src/peers/load.js';
import node22 from '../tools/node-22/package.json' with { type: 'json' };

test('the packages that are asked for are those that authflow is tested with', () => {
  expect(manifest.devDependencies).toMatchObject(PEERS);
  expect(node22.dependencies).toMatchObject(PEERS_OF_12);
});

test('npm takes what the command asks for: mermaid-cli 11, or 12 with a Node that it runs on', () => {
  const either = Object.entries(PEERS_OF_12).map(([name, range]) => [
    name,
    `${PEERS[name as 'puppeteer']} || ${range}`,
  ]);
  expect(manifest.peerDependencies).toMatchObject({ ...PEERS, ...Object.fromEntries(either) });
  const eleven = 'npm install -D "@mermaid-js/mermaid-cli@~11.17.0" "puppeteer@^24.43.1"';
  const twelve = 'npm install -D "@mermaid-js/mermaid-cli@~12.2.0" "puppeteer@^25.16.0"';
  for (const node of ['20.19.0', '22.12.0']) expect(npmInstall(RENDERER_PEERS, node)).toBe(eleven);
  for (const node of ['22.13.0', '24.0.0']) expect(npmInstall(RENDERER_PEERS, node)).toBe(twelve);
  expect(npmInstall(['@napi-rs/canvas'], '22.13.0')).toBe(npmInstall(['@napi-rs/canvas'], '20.19.0'));
});

test('their folders', () => {
  const folders = (Object.keys(PEERS) as (keyof typeof PEERS)[]).map((name) => packageFolder(name) ?? '');
  expect(folders.every((folder) => existsSync(join(folder, 'package.json')))).toBe(true);
});
