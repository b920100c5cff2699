/** `npm ci` warns of nothing: all packages of the lockfile take the Node that runs. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('installs without EBADENGINE', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authflow-engines-'));
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), join(folder, file));
  const options = ['--dry-run', '--offline', '--engine-strict', '--ignore-scripts'];
  const { status, stderr } = spawnSync('npm', ['ci', ...options], { cwd: folder, encoding: 'utf8' });
  expect(stderr).not.toContain('engine');
  expect(status).toBe(0);
});
