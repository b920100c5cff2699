/**
 * Finds our output files that no flow produces any more. Other people's files don't count: the manifest lists ours, and pictures
 * have stamps.
 */
import { join, resolve } from 'node:path';
import { isPart } from '../../model/index.js';
import { bytesFormats, namedFormats, outputOf } from '../../render.js';
import type { Format } from '../../render.js';
import { readStamp } from '../../stamp/index.js';
import type { PictureFormat, Stamp } from '../../stamp/index.js';
import { DEFAULT_OUT } from '../project/index.js';
import type { OpenProject } from '../project/index.js';
import { isThere, statsOf } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import { GALLERY_FILE } from './gallery-file.js';
import { linesOf } from './manifest.js';
import type { OutputFolder } from './manifest.js';
import { readBytes } from './write-output.js';

/** A project that writes to a folder. */
export type Sharing = Pick<OpenProject, 'ids' | 'isWhole' | 'config' | 'options'>;

export interface Orphan {
  /** The path in the output folder. */
  readonly path: string;
  /** Whether it was edited since, so that it must be kept. */
  readonly isEdited: boolean;
}

/**
 * Projects by absolute output folder; several projects may share one. Leaves out folders with files of flows that are not known,
 * which would look like orphans.
 */
export function knownFolders(
  projects: readonly Sharing[],
  { cwd }: Pick<World, 'cwd'>,
): ReadonlyMap<string, readonly Sharing[]> {
  const shared = new Map<string, Sharing[]>();
  for (const project of projects) {
    const folder = resolve(cwd, project.options.out ?? DEFAULT_OUT);
    shared.set(folder, [...(shared.get(folder) ?? []), project]);
  }
  return new Map([...shared].filter(([, sharing]) => areKnown(sharing)));
}

/** A project may be there twice: with the flows that were named, and with those to which other files belong. */
function areKnown(projects: readonly Sharing[]): boolean {
  const known = projects.filter(({ isWhole }) => isWhole).map(({ config }) => config.path);
  return projects.every(({ config }) => known.includes(config.path));
}

/** @param projects all projects that write to the folder */
export function findOrphans(
  projects: readonly Sharing[],
  { folder, manifest }: OutputFolder,
  world: World,
): readonly Orphan[] {
  const isMade = (path: string): boolean =>
    projects.some((project) => makes(project, path, { folder, manifest }, world));
  const listed = [...manifest].flatMap(([path, lines]): Orphan[] => {
    if (isMade(path) || !isThere(join(folder, path), world)) return [];
    const content = readBytes(join(folder, path), world);
    return [{ path, isEdited: content === null || linesOf(content, lines).length === 0 }];
  });
  const stamped = stampedFilesIn(folder, world.files)
    .filter((path) => !manifest.has(path) && !isMade(path) && stampOf(join(folder, path), world) !== null)
    .map((path): Orphan => ({ path, isEdited: false }));
  return [...listed, ...stamped];
}

/** Whether a flow of the project makes a file of this name. */
function makes({ ids, config, options }: Sharing, path: string, output: OutputFolder, world: World): boolean {
  // The formats on this command line don't limit what earlier runs made.
  const named = config.shape.formats && [...config.shape.formats.map(({ value }) => value), ...(options.format ?? [])];
  const isAsked = (format: Format): boolean =>
    outputOf(format).askedBy !== 'format' || named === undefined || named.includes(format);
  if (path === GALLERY_FILE) return config.shape.gallery !== undefined;
  const id = idOf(path);
  const format = ids.has(id) ? formatOf(path.slice(id.length)) : null;
  // Who has parts for paper has the paper in the configuration.
  const isCut = !isPart(path) || options.paper !== undefined;
  return format !== null && isAsked(format) && isCut && isOfLastRun(path, id, format, output, world);
}

/** The id of the flow whose file has this name: ids have no dots. */
export const idOf = (path: string): string => path.split('.', 1)[0] ?? '';

/** The format whose files have this suffix after the flow's id; null for none. */
export const formatOf = (suffix: string): Format | null =>
  ([...namedFormats, ...bytesFormats] as const).find((format) => outputOf(format).suffix.test(suffix)) ?? null;

/** Slides are numbered: a run that makes fewer slides leaves those of the previous run, which the new deck does not show. */
export function isOfLastRun(
  path: string,
  id: string,
  format: Format,
  { folder, manifest }: OutputFolder,
  world: World,
): boolean {
  if (format !== 'slides') return true;
  const deck = readBytes(join(folder, `${id}.deck.md`), world);
  const decks = deck === null ? [] : linesOf(deck, manifest.get(`${id}.deck.md`) ?? []);
  const lines = manifest.get(path);
  if (decks.length === 0 || !lines) return true;
  return lines.some((line) =>
    decks.some((deck) => (['author', 'release', 'options'] as const).every((column) => line[column] === deck[column])),
  );
}

const stampedFormats = namedFormats.filter((format) => outputOf(format).proof === 'stamp') as readonly PictureFormat[];

/** The names of the files in a folder that may have a stamp, ours or not. */
export function stampedFilesIn(folder: string, files: Files): readonly string[] {
  if (!statsOf(folder, { files })?.isDirectory()) return [];
  return files.readdirSync(folder, { encoding: 'utf8' }).filter((name) => stampedFormatOf(name) !== undefined);
}

const stampedFormatOf = (name: string): PictureFormat | undefined =>
  stampedFormats.find((format) => outputOf(format).endings.some((ending) => name.endsWith(ending)));

/** Null for a file that is not ours, or does not exist. */
export function stampOf(file: string, world: World): Stamp | null {
  const content = stampedFormatOf(file) ? readBytes(file, world) : null;
  return content && stampIn(file, content);
}

/** The stamp in a file's contents; null where there is none. */
export function stampIn(name: string, content: Uint8Array): Stamp | null {
  const format = stampedFormatOf(name);
  return format ? readStamp(format, content) : null;
}
