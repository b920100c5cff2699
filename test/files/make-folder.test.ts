import { mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../src/files/index.js';

const folders = { mkdirSync, statSync };
const temporary = (): string => mkdtempSync(join(tmpdir(), 'authflow-folders-'));

it('makes a folder and those above it, once', () => {
  const path = join(temporary(), 'a', 'b', 'c');
  makeFolder(path, folders, 0o700);
  makeFolder(path, folders, 0o700);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

it('takes a link to a folder for one, and nothing else', () => {
  const root = temporary();
  mkdirSync(join(root, 'real'));
  symlinkSync(join(root, 'real'), join(root, 'link'));
  writeFileSync(join(root, 'file'), '');
  makeFolder(join(root, 'link', 'a'), folders);
  expect(statSync(join(root, 'real', 'a')).isDirectory()).toBe(true);
  expect(() => {
    makeFolder(join(root, 'file'), folders);
  }).toThrow('EEXIST');
});

it('ends where a file system permits no folder, as in /proc', () => {
  const tried: string[] = [];
  const refusing = {
    statSync,
    mkdirSync: (path: string) => {
      tried.push(path);
      throw Object.assign(new Error(`ENOENT: ${path}`), { code: path === '/' ? 'EEXIST' : 'ENOENT' });
    },
  };
  expect(() => {
    makeFolder('/proc/a/b', refusing);
  }).toThrow('ENOENT');
  expect(tried.length).toBeLessThan(10);
});
