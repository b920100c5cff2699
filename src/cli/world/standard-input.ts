/** Standard input. Node takes a folder there for an empty file. */
import * as fs from 'node:fs';
import { FileRefusal } from '../../files/index.js';
import type { World } from './world.js';

export const standardInput: World['stdin'] = {
  async *[Symbol.asyncIterator]() {
    if (isFolder()) throw new FileRefusal('it is a folder');
    yield* process.stdin as AsyncIterable<Uint8Array>;
  },
};

function isFolder(): boolean {
  try {
    return fs.fstatSync(0).isDirectory();
  } catch {
    // It is closed, which is as good as empty.
    return false;
  }
}
