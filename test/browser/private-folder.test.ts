import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openCacheFolder, type CacheWorld } from '../../src/browser/private-folder.js';
import { temporaryFolder } from './temporary-folder.js';

const uid = process.getuid?.();

function world(changes: Partial<CacheWorld> = {}): CacheWorld {
  const root = temporaryFolder();
  const [home, temporary] = [join(root, 'home'), join(root, 'tmp')];
  mkdirSync(home);
  mkdirSync(temporary);
  const processes = { own: 1, isRunning: () => true };
  return { env: {}, home, temporary, uid, processes, ...changes };
}

test('in the cache of the user, closed to others', async () => {
  const own = world();
  const { path, discard } = await openCacheFolder(own);
  expect(path).toBe(join(own.home, '.cache', 'authflow'));
  await discard();
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect((await openCacheFolder(own)).path).toBe(path);
});

test('XDG_CACHE_HOME comes first, unless it is relative', async () => {
  const root = temporaryFolder();
  expect((await openCacheFolder(world({ env: { XDG_CACHE_HOME: root } }))).path).toBe(join(root, 'authflow'));
  const own = world({ env: { XDG_CACHE_HOME: 'cache' } });
  expect((await openCacheFolder(own)).path).toBe(join(own.home, '.cache', 'authflow'));
});

test('a folder that was readable by others is closed', async () => {
  const own = world();
  mkdirSync(join(own.home, '.cache', 'authflow'), { recursive: true, mode: 0o755 });
  const { path } = await openCacheFolder(own);
  expect(path).toContain(own.home);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

test.each<[string, (cache: string) => void]>([
  ['a home that is no folder', (cache) => writeFileSync(dirname(cache), '')],
  ['a link in place of the folder', (cache) => linkElsewhere(cache)],
  ['a folder that others can write', (cache) => openToAll(cache)],
])('%s: among the temporary files instead', async (_, spoil) => {
  const own = world();
  spoil(join(own.home, '.cache', 'authflow'));
  expect((await openCacheFolder(own)).path).toBe(join(own.temporary, `authflow-${uid}`));
});

test.runIf(uid !== undefined)("somebody else's folder, there too: a new one that is thrown away", async () => {
  const own = world();
  const other = { ...own, uid: (uid ?? 0) + 1 };
  mkdirSync(join(own.temporary, `authflow-${other.uid}`));
  const { path, discard } = await openCacheFolder(other);
  expect(path.startsWith(join(own.temporary, 'authflow-cache-1-'))).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  await discard();
  expect(existsSync(path)).toBe(false);
});

function linkElsewhere(cache: string): void {
  mkdirSync(join(cache, '..'), { recursive: true });
  symlinkSync(temporaryFolder(), cache);
}

function openToAll(cache: string): void {
  mkdirSync(cache, { recursive: true });
  chmodSync(cache, 0o777);
}
