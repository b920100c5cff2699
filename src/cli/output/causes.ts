/** Counts why files differ from those of the last run: after an upgrade, its changes come together with the author's. */
import { count, listing } from '../terminal/index.js';
import type { World } from '../world/index.js';
import { causeOf, linesOf } from './manifest.js';
import type { Manifest, ManifestLine } from './manifest.js';
import type { Product } from './destination.js';
import type { Stamp } from '../../stamp/index.js';
import { stampIn } from './orphans.js';

export type Cause = 'release' | 'author' | 'edited' | 'new';

interface Written extends Pick<Product, 'path' | 'content'> {
  readonly line: ManifestLine | null;
}

/** Why a file is written. `before`: its contents; `lines`: those of the manifest for it. */
export function causeOfWriting(
  { path, content, line }: Written,
  before: Uint8Array | null,
  lines: ReturnType<Manifest['get']> = [],
): Cause {
  if (before === null) return 'new';
  const [old, now] = [before, Buffer.from(content)].map((bytes) => stampIn(path, bytes));
  // The default renderer is a release's.
  if (old && now && old.renderer !== now.renderer) return 'release';
  if (line === null) return old && now && isOfOtherTool(old, now) ? 'release' : 'author';
  const known = linesOf(before, lines);
  if (known.length === 0) return 'edited';
  return known.some((old) => causeOf(old, line) === 'release') ? 'release' : 'author';
}

/** Whether another version of authflow or Mermaid drew a picture. */
const isOfOtherTool = (old: Stamp, now: Stamp): boolean => old.authflow !== now.authflow || old.mermaid !== now.mermaid;

/** `84 files differ: 40 by authflow 0.2.0, 44 by their flows`; undefined where no release is a cause. */
export function summarizeCauses(causes: readonly Cause[], { release }: Pick<World, 'release'>): string | undefined {
  if (release === null || !causes.includes('release')) return undefined;
  const words: Readonly<Record<Cause, string>> = {
    release: `by authflow ${release}`,
    author: 'by their flows',
    edited: 'edited by hand',
    new: 'new',
  };
  const said = Object.entries(words).flatMap(([cause, text]) => {
    const number = causes.filter((each) => each === cause).length;
    return number > 0 ? [`${number} ${text}`] : [];
  });
  return `${count(causes.length, 'file')} ${causes.length === 1 ? 'differs' : 'differ'}: ${listing(said)}`;
}
