/** Whatever "extends" says, the outcome is a base or a mistake at its place, and no other file is read. */
import * as fs from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../runs.js';
import { flow, tempWorld } from './temp-world.js';

const segment = fc.oneof(
  fc.constantFrom('.', '..', '', 'etc', 'passwd', '@acme', 'base', 'authflow.config.yaml', 'https:', 'C:', '~', 'a\\b'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const written = fc.oneof(
  fc.array(segment, { minLength: 1, maxLength: 6 }).map((segments) => segments.join('/')),
  fc.constantFrom('../../../../../../../../etc/passwd', './secret.yaml', '.', '..', './base', '@acme/base', 'base'),
  fc.string({ unit: 'binary', maxLength: 3000 }),
);

it('reads configurations only', async () => {
  const read = new Set<string>();
  const readFileSync = ((file: string, ...rest: []) => {
    read.add(file);
    return fs.readFileSync(file, ...rest);
  }) as typeof fs.readFileSync;
  const world = tempWorld({ files: { readFileSync } });
  world.write('flows/a.yaml', flow('a'));
  world.write('secret.yaml', 'password: hunter2\n');
  world.write('base/authflow.config.yaml', 'charset: ascii\n');
  world.write('node_modules/@acme/base/authflow.config.yaml', 'charset: ascii\n');
  let found = 0;
  const property = fc.asyncProperty(written, async (value) => {
    world.write('authflow.config.yaml', `extends: ${JSON.stringify(value)}\n`);
    const { code, stdout, stderr } = await world.run('render', '--stdout', '--format', 'text', 'flows');
    expect(stderr).not.toContain('internal error');
    expect(stderr).not.toMatch(/hunter2|root:/);
    if (code === 0) {
      found += 1;
      expect(stdout).toContain('| Anna |');
    } else {
      expect(code).toBe(2);
      expect(stderr).toMatch(/^authflow\.config\.yaml:1:\d+: error: /m);
    }
  });
  await fc.assert(property, { numRuns: runs(400) });
  expect(found).toBeGreaterThan(5);
  const names = new Set([...read].map((file) => basename(file)));
  expect([...names].sort()).toEqual(['a.yaml', 'authflow.config.yaml']);
}, 60_000);
