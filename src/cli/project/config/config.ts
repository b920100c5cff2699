/** A project's configuration. */
import type { ConfigShape } from '../../../syntax/index.js';

export interface Config {
  /** The folder that its paths are relative to, absolute. */
  readonly folder: string;
  /** The path for messages; null where there is no file, so that all values are defaults. */
  readonly path: string | null;
  readonly shape: ConfigShape;
  /** The file's text; '' where there is no file. */
  readonly text: string;
}

/** Published samples that look like secrets. */
export const samplesOf = ({ shape }: Config): readonly string[] | undefined => shape.samples?.map(({ value }) => value);

export const noConfig = (folder: string): Config => ({ folder, path: null, shape: {}, text: '' });

export const DEFAULT_OUT = 'out';

/** The list of our files in an output folder. */
export const MANIFEST = '.authflow-manifest';
