/** Texts of files as they would be after fixes, before anything is written. */
import { basename, dirname, resolve, sep } from 'node:path';
import { configNames, isShipped, isWithin, nearestConfigs, readText } from '../project/index.js';
import type { World } from '../world/index.js';
import { applyEdits } from '../../source/index.js';
import type { Edit, Fix } from '../../source/index.js';

interface Draft {
  /** The bytes of the file. */
  readonly before: Buffer;
  readonly bytes: Buffer;
}

/** The changed files, by absolute path. */
export type Drafts = ReadonlyMap<string, Draft>;

/** A world that reads these drafts in place of the files, and prints nothing. */
export function tryingWorld(world: World, drafts: Drafts): World {
  const silent = { write: () => true };
  const readFileSync = ((file: string, encoding?: 'utf8') => {
    const bytes = drafts.get(resolve(world.cwd, file))?.bytes ?? world.files.readFileSync(file);
    return encoding ? bytes.toString(encoding) : bytes;
  }) as World['files']['readFileSync'];
  return { ...world, stdout: silent, stderr: silent, files: { ...world.files, readFileSync } };
}

/** The drafts with the edits of these fixes, which must not overlap. Everything else stays as it is, byte by byte. */
export function edited(drafts: Drafts, fixes: readonly Fix[], world: World): Drafts {
  const byFile = new Map<string, Edit[]>();
  for (const edit of fixes.flatMap(({ edits }) => edits)) {
    const file = resolve(world.cwd, edit.span.source.path);
    byFile.set(file, [...(byFile.get(file) ?? []), edit]);
  }
  const changed = [...byFile].map(([file, edits]) => {
    const draft = drafts.get(file);
    const before = draft?.before ?? world.files.readFileSync(file);
    const text = edits[0]?.span.source.text ?? '';
    // A byte-order mark is no part of the text.
    const mark = before.subarray(0, (draft?.bytes ?? before).length - Buffer.byteLength(text));
    return [file, { before, bytes: Buffer.concat([mark, Buffer.from(applyEdits(text, edits))]) }] as const;
  });
  return new Map([...drafts, ...changed]);
}

/**
 * Returns whether a file, as in messages, may be changed: a file of the projects whose files were opened, or a configuration below the
 * working folder; never one of an installed package or of authflow.
 */
export function openOwnership(opened: readonly string[], world: World): (path: string) => boolean {
  const { cwd, files } = world;
  const nearest = nearestConfigs(world);
  /** A file without a configuration, outside of the working folder, is a project of its own. */
  const rootOf = (path: string): string => {
    const file = resolve(cwd, path);
    const config = nearest(dirname(file));
    if (config !== null) return dirname(config);
    return isWithin(cwd, file) ? cwd : file;
  };
  const roots = [...new Set(opened.map(rootOf))];
  const isInside = (file: string): boolean => {
    const real = files.realpathSync(file);
    const isInRoot = roots.some((root) => isWithin(realOrSame(root, files), real));
    const isConfig = configNames.some((name) => name === basename(real)) && isWithin(files.realpathSync(cwd), real);
    return (isInRoot || isConfig) && !real.split(sep).includes('node_modules');
  };
  return (path) => {
    const file = resolve(cwd, path);
    try {
      return !isShipped(file, world) && !isShipped(files.realpathSync(file), world) && isInside(file);
    } catch {
      // A diagram in a document is no file of its own.
      return false;
    }
  };
}

/** Whether a fix is about the text that stands in the file, and not about one that was made of it. */
export const isOfFile = ({ source: { path, text } }: Edit['span'], trying: World): boolean => {
  const read = readText(path, trying);
  return 'source' in read && read.source.text === text;
};

function realOrSame(path: string, files: World['files']): string {
  try {
    return files.realpathSync(path);
  } catch {
    return path;
  }
}
