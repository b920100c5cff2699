import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { homeFolder, shieldHome } from '../../src/browser/home.js';
import { temporaryFolder } from './temporary-folder.js';

afterEach(() => vi.unstubAllEnvs());

test('a home stays as it is, though it may have to be made yet', () => {
  for (const home of [temporaryFolder(), join(temporaryFolder(), 'new')]) {
    vi.stubEnv('HOME', home);
    expect(homeFolder()).toBe(home);
    shieldHome();
    expect(process.env.HOME).toBe(home);
  }
});

test.skipIf(process.platform === 'win32')('a home that can’t be read is none', () => {
  vi.stubEnv('HOME', '/dev/null');
  expect(homeFolder()).toBe('');
  shieldHome();
  expect(homedir()).toBe('/nonexistent');
  expect(homeFolder()).toBe('');
});
