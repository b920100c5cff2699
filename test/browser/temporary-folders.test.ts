/** Folders of one run are removed with it, or by the next one. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder, sweepTemporaryFolders } from '../../src/browser/temporary-folders.js';
import { temporaryFolder } from './temporary-folder.js';

const uid = process.getuid?.();
const running = (...ids: readonly number[]) => ({ own: 11, isRunning: (id: number) => ids.includes(id) });

test('a folder is named after its process, and removed', async () => {
  const temporary = temporaryFolder();
  const { path, remove } = await makeTemporaryFolder('profile', { temporary, uid, processes: running(11) });
  writeFileSync(join(path, 'file'), '');
  expect(path).toMatch(/authflow-profile-11-\w+$/);
  await remove();
  expect(existsSync(path)).toBe(false);
});

test('the next run removes the folders of dead runs, and no other', async () => {
  const temporary = temporaryFolder();
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, 'kept'), '');
  const kept = ['authflow-profile-12-bbb', 'authflow-profile-abc', 'other-profile-99-aaa', 'authflow-profile-99-ccc'];
  for (const name of ['authflow-profile-99-aaa', 'authflow-cache-99-aaa', ...kept.slice(0, 3)]) {
    mkdirSync(join(temporary, name, 'inner'), { recursive: true });
  }
  // What is no folder was not made by a run.
  symlinkSync(elsewhere, join(temporary, 'authflow-profile-99-ccc'));
  await sweepTemporaryFolders({ temporary, uid, processes: running(11, 12) });
  expect(readdirSync(temporary).sort()).toEqual([...kept].sort());
  expect(existsSync(join(elsewhere, 'kept'))).toBe(true);
  await sweepTemporaryFolders({ temporary: join(temporary, 'gone'), uid, processes: running() });
});

test.runIf(uid !== undefined)('the folders of other users stay', async () => {
  const temporary = temporaryFolder();
  mkdirSync(join(temporary, 'authflow-profile-99-aaa'));
  await sweepTemporaryFolders({ temporary, uid: (uid ?? 0) + 1, processes: running() });
  expect(readdirSync(temporary)).toEqual(['authflow-profile-99-aaa']);
});
