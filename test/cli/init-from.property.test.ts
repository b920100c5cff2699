/** Every shipped flow as a start: a copy and an extension draw what the flow itself draws. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { flowIds } from '../flows/load.js';
import { tempWorld } from './temp-world.js';

it('starts from any shipped flow, as a copy and as an extension', { timeout: 60_000 }, async () => {
  const world = tempWorld();
  const shipped = world.path('../package/flows');
  mkdirSync(dirname(shipped));
  symlinkSync(fileURLToPath(new URL('../../flows', import.meta.url)), shipped, 'junction');
  const original = await world.run('show', ...flowIds);
  expect(original.code).toBe(0);
  for (const id of flowIds) {
    await world.run('init', `copies/${id}.yaml`, '--from', id);
    await world.run('init', `extensions/our-${id}.yaml`, '--from', id, '--extends');
  }
  for (const paths of [flowIds.map((id) => `copies/${id}.yaml`), flowIds.map((id) => `extensions/our-${id}.yaml`)]) {
    const { code, stdout } = await world.run('show', ...paths);
    expect(code).toBe(0);
    expect(stdout).toBe(original.stdout);
  }
});
