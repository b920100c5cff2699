import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PEERS } from '../../src/peers/packages.js';
import { packageFolder } from '../../src/peers/load.js';

test('the packages that are asked for are those that authflow is tested with', () => {
  expect(manifest.devDependencies).toMatchObject(PEERS);
});

test('their folders', () => {
  const folders = (Object.keys(PEERS) as (keyof typeof PEERS)[]).map((name) => packageFolder(name) ?? '');
  expect(folders.every((folder) => existsSync(join(folder, 'package.json')))).toBe(true);
});
