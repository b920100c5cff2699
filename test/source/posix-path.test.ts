import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, joinPath } from '../../src/source/index.js';

/** None ends in `/`, as no path of a file does. */
const paths = [
  'a.yaml',
  'a/b.yaml',
  './a',
  '../a',
  '../../a/b',
  '/a',
  '/a/../b',
  'a/../../b',
  'a//b',
  '.',
  '..',
  '/..',
];

describe('paths are as in Node', () => {
  it.each(paths)('%s', (path) => {
    expect(folderOf(path)).toBe(posix.dirname(path));
    for (const folder of ['.', 'x', 'x/y', '/x', '..', '../x', '/'])
      expect(joinPath(folder, path)).toBe(posix.join(folder, path));
  });
});
