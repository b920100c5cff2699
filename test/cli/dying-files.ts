/** A file system whose run dies at a chosen change of a file. */
import * as fs from 'node:fs';
import type { Files } from '../../src/cli/world/world.js';

class Killed extends Error {}

export interface DyingFiles {
  readonly files: Partial<Files>;
  /** Lets so many changes through from now on, and none after; half of what the last one writes gets there. */
  readonly dieAfter: (changes: number) => void;
  /** Changes since then, done or not. */
  readonly made: () => number;
}

export function dyingFiles(): DyingFiles {
  let [allowed, made] = [Infinity, 0];
  const counted =
    <Words extends unknown[], Result>(
      act: (...words: Words) => Result,
      last: (...words: Words) => void = () => undefined,
    ) =>
    (...words: Words): Result => {
      made += 1;
      if (made <= allowed) return act(...words);
      if (made === allowed + 1) last(...words);
      throw new Killed();
    };
  const files = {
    writeFileSync: counted(fs.writeFileSync, (file, content, options) => {
      if (typeof content === 'string') fs.writeFileSync(file, content.slice(0, content.length / 2), options);
    }),
    renameSync: counted(fs.renameSync),
    rmSync: counted(fs.rmSync),
    chmodSync: counted(fs.chmodSync),
    mkdirSync: counted(fs.mkdirSync),
  } as unknown as Partial<Files>;
  const dieAfter = (changes: number) => {
    [allowed, made] = [changes, 0];
  };
  return { files, dieAfter, made: () => made };
}
