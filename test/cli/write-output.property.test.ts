/** Files are written whole or not at all, only if they change, and nowhere else. */
import * as fs from 'node:fs';
import { expect, it } from 'vitest';
import type { Files } from '../../src/cli/world/world.js';
import { prepareFolder, writeInside, writeNamed } from '../../src/cli/output/write-output.js';
import { tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const failing = (code: string, times = Infinity) => {
  let left = times;
  return () => {
    left -= 1;
    if (left >= 0) throw Object.assign(new Error(`${code}: refused`), { code });
  };
};

/** Renames that are refused at first. */
const refusing = (code: string, times?: number): Partial<Files> => {
  const refuse = failing(code, times);
  return {
    renameSync: (from, to) => {
      refuse();
      fs.renameSync(from, to);
    },
  };
};

const write = (world: TempWorld, path: string, content: string | Uint8Array = 'new\n') => {
  expect(prepareFolder(world.path('out'), world)).toBeNull();
  return writeInside(world.path('out'), path, content, world);
};

const filesIn = (world: TempWorld, folder: string) => fs.readdirSync(world.path(folder)).sort();

it('makes folders, writes, and then leaves alone what has not changed', async () => {
  const world = tempWorld();
  expect(await write(world, 'a.mmd')).toBe('written');
  const before = fs.statSync(world.path('out/a.mmd'), { bigint: true }).mtimeNs;
  expect(await write(world, 'a.mmd')).toBe('unchanged');
  expect(fs.statSync(world.path('out/a.mmd'), { bigint: true }).mtimeNs).toBe(before);
  expect(filesIn(world, 'out')).toEqual(['a.mmd']);
});

it('takes a checkout with CRLF for unchanged, but not a picture', async () => {
  const world = tempWorld();
  world.write('out/a.mmd', 'one\r\ntwo\r\n');
  expect(await write(world, 'a.mmd', 'one\ntwo\n')).toBe('unchanged');
  expect(world.read('out/a.mmd')).toBe('one\r\ntwo\r\n');
  world.write('out/a.png', Buffer.from('\x89PNG\r\n'));
  expect(await write(world, 'a.png', Buffer.from('\x89PNG\n'))).toBe('written');
});

it.each(['EPERM', 'EBUSY', 'EACCES'])('tries a rename again that %s refuses at first', async (code) => {
  const world = tempWorld({ files: refusing(code, 3) });
  expect(await write(world, 'a.mmd')).toBe('written');
  expect(world.read('out/a.mmd')).toBe('new\n');
});

it('gives up on a rename that stays refused, and leaves the old file and nothing else', async () => {
  const world = tempWorld({ files: refusing('EBUSY') });
  world.write('out/a.mmd', 'old\n');
  expect(await write(world, 'a.mmd')).toMatchObject({
    code: 'writable-output',
    message: "can't be written: another program uses it",
  });
  expect(world.read('out/a.mmd')).toBe('old\n');
  expect(filesIn(world, 'out')).toEqual(['a.mmd']);
});

it('survives a full disk: the old file stays, the temporary one goes', async () => {
  const full: Partial<Files> = {
    writeFileSync: (file, _content, options) => {
      fs.writeFileSync(file, 'ne', options);
      failing('ENOSPC')();
    },
  };
  const world = tempWorld({ files: full });
  world.write('out/a.mmd', 'old\n');
  expect(await write(world, 'a.mmd')).toMatchObject({ message: "can't be written: no space is left on the disk" });
  expect(world.read('out/a.mmd')).toBe('old\n');
  expect(filesIn(world, 'out')).toEqual(['a.mmd']);
});

it('does not replace a file that its owner made read-only', async () => {
  // Root may write to anything, so the refusal is injected.
  const world = tempWorld({
    files: { accessSync: (file) => (String(file).endsWith('a.mmd') ? failing('EACCES')() : undefined) },
  });
  world.write('out/a.mmd', 'old\n');
  expect(await write(world, 'a.mmd')).toMatchObject({ message: "can't be written: permission denied" });
  expect(world.read('out/a.mmd')).toBe('old\n');
});

it.skipIf(process.platform === 'win32')('keeps the mode of the file that it replaces', async () => {
  const world = tempWorld();
  world.write('out/a.mmd', 'old\n');
  fs.chmodSync(world.path('out/a.mmd'), 0o640);
  expect(await write(world, 'a.mmd')).toBe('written');
  expect(fs.statSync(world.path('out/a.mmd')).mode & 0o777).toBe(0o640);
});

it.each(['../a.mmd', '/a.mmd', 'b/../../a.mmd', '.', '..'])('refuses %s', async (path) => {
  const world = tempWorld();
  expect(await write(world, path)).toMatchObject({ code: 'output-stays-inside' });
  expect(filesIn(world, 'out')).toEqual([]);
});

it('takes a name that only looks like the parent folder', async () => {
  const world = tempWorld();
  expect(await write(world, '..a.mmd')).toBe('written');
});

it('writes through a link inside the folder, and refuses one that leads out', async () => {
  const world = tempWorld();
  world.write('out/target.txt', 'old\n');
  fs.symlinkSync('target.txt', world.path('out/a.txt'));
  world.write('elsewhere.txt', 'old\n');
  fs.symlinkSync('../elsewhere.txt', world.path('out/b.txt'));
  expect(await write(world, 'a.txt')).toBe('written');
  expect(world.read('out/target.txt')).toBe('new\n');
  expect(fs.lstatSync(world.path('out/a.txt')).isSymbolicLink()).toBe(true);
  expect(await write(world, 'b.txt')).toMatchObject({ code: 'output-stays-inside' });
  expect(world.read('elsewhere.txt')).toBe('old\n');
});

it('says so when links lead in a circle', async () => {
  const world = tempWorld();
  fs.mkdirSync(world.path('out'));
  fs.symlinkSync('b.txt', world.path('out/a.txt'));
  fs.symlinkSync('a.txt', world.path('out/b.txt'));
  expect(await write(world, 'a.txt')).toMatchObject({
    message: "can't be written: its symbolic links form a circle",
  });
});

it('writes a file that the user named wherever it is, and makes its folder', async () => {
  const world = tempWorld();
  expect(await writeNamed(world.path('../beside/a.mmd'), 'new\n', world)).toBe('written');
  expect(world.read('../beside/a.mmd')).toBe('new\n');
});

it('says so when a folder has the name of the file', async () => {
  const world = tempWorld();
  world.write('out/a.mmd/keep', '');
  expect(await write(world, 'a.mmd')).toMatchObject({ message: "can't be written: it is a folder" });
});
