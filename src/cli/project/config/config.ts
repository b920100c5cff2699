/** A project's configuration. */
import { dirname, resolve } from 'node:path';
import type { ConfigShape, Scalar } from '../../../syntax/index.js';
import type { World } from '../../world/index.js';
import { displayPath } from '../find-files.js';

export interface Config {
  /** The folder that its paths are relative to, absolute. */
  readonly folder: string;
  /** The path for messages; null where there is no file, so that all values are defaults. */
  readonly path: string | null;
  /** The values of the file, over those of the files that it extends. */
  readonly shape: ConfigShape;
  /** Its file and those that it extends, from the first to the last, absolute. */
  readonly files: readonly string[];
  /** The folders of templates that these files name, from the last to the first: what comes later replaces what is earlier. */
  readonly templates: readonly Scalar[];
  /** The files with words that they name, in the same order. */
  readonly words: readonly Scalar[];
  /** The texts of these files, separated by NUL. */
  readonly text: string;
}

/** Published samples that look like secrets. */
export const samplesOf = ({ shape }: Config): readonly string[] | undefined => shape.samples?.map(({ value }) => value);

export const noConfig = (folder: string): Config => ({
  folder,
  path: null,
  shape: {},
  files: [],
  templates: [],
  words: [],
  text: '',
});

/** A path in a configuration, which is relative to the file that it stands in, as in messages. */
export const pathAt = ({ value, span }: Scalar, world: Pick<World, 'cwd'>): string =>
  displayPath(resolve(world.cwd, dirname(span.source.path), value), world);

export const DEFAULT_OUT = 'out';

/** The list of our files in an output folder. */
export const MANIFEST = '.authflow-manifest';
