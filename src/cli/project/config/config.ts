/** A project's configuration, read. */
import type { ConfigShape } from '../../../syntax/index.js';

export interface Config {
  /** Absolute: what its paths are relative to. */
  readonly folder: string;
  /** As messages print it; null where there is no file, and all is as by default. */
  readonly path: string | null;
  readonly shape: ConfigShape;
  /** The file's text; '' where there is no file. */
  readonly text: string;
}

/** Values that look like secrets, and that the project publishes. */
export const samplesOf = ({ shape }: Config): readonly string[] | undefined => shape.samples?.map(({ value }) => value);

export const noConfig = (folder: string): Config => ({ folder, path: null, shape: {}, text: '' });

export const DEFAULT_OUT = 'out';
