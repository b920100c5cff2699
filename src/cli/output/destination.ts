/** Where a command's results go: a folder, one file that the user named, or standard output. */
import { extname, resolve } from 'node:path';
import { bytesFormats, namedFormats, outputOf } from '../../render.js';
import type { Format } from '../../render.js';
import type { OptionValues } from '../grammar/index.js';
import { DEFAULT_OUT, displayPath } from '../project/index.js';
import { count } from '../terminal/index.js';
import type { Progress } from '../terminal/index.js';
import { UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';
import { prepareFolder, readBytes, writeInside, writeNamed } from './write-output.js';
import type { WriteResult } from './write-output.js';

export type Destination =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'stdout' };

/** One result on its way. */
export interface Product {
  /** The flow file, as messages print it. */
  readonly from: string;
  /** Relative to an output folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export function chooseDestination({ out, output, stdout }: OptionValues): Destination {
  if ([out, output, stdout].filter((value) => value !== undefined).length > 1) {
    throw new UsageError('--out, --output and --stdout exclude each other: the result goes to one place');
  }
  if (stdout || output === '-') return { kind: 'stdout' };
  return output === undefined ? { kind: 'folder', folder: out ?? DEFAULT_OUT } : { kind: 'file', file: output };
}

/** The format that a file's ending means. */
const formatsByEnding: ReadonlyMap<string, Format> = new Map(
  namedFormats.flatMap((format) => outputOf(format).endings.map((ending) => [ending, format])),
);

/** What is to be rendered; undefined for the texts that each flow has. */
export function chooseFormats({ format }: OptionValues, destination: Destination): readonly Format[] | undefined {
  if (destination.kind !== 'file' || format) return format;
  const implied = formatsByEnding.get(extname(destination.file).toLowerCase());
  if (implied) return [implied];
  const endings = [...formatsByEnding.keys()].join(', ');
  throw new UsageError(`--output ${destination.file}: the ending names no format (${endings}); add --format`);
}

/** A file holds one result, and so does standard output when it is a picture. */
export function checkRoom(destination: Destination, formats: readonly Format[] | undefined, flows: number): void {
  const hasPicture = bytesFormats.some((format) => formats?.includes(format));
  if (destination.kind === 'folder' || (destination.kind === 'stdout' && !hasPicture)) return;
  const place = destination.kind === 'file' ? `--output ${destination.file}` : 'a picture on standard output';
  if (flows > 1) throw new UsageError(`${place} has room for one flow, and ${flows} were found: name one`);
  if (formats?.length !== 1) throw new UsageError(`${place} has room for one format: name one with --format`);
}

export interface Deliveries {
  /** Whether it is there now. */
  readonly deliver: (product: Product) => Promise<boolean>;
  /** What is there already; null where nothing is, or can't be read. */
  readonly current: (path: string) => Uint8Array | null;
  /** Leaves what is there, since it would come out the same. */
  readonly keep: () => void;
  readonly diagnostics: readonly Diagnostic[];
  /** Of files; on standard output, the output speaks for itself. */
  readonly counts: { readonly written: number; readonly unchanged: number };
}

/** What came of it; undefined where nothing did. */
export function summarizeDeliveries(all: readonly Deliveries['counts'][]): string | undefined {
  const written = all.reduce((sum, counts) => sum + counts.written, 0);
  const unchanged = all.reduce((sum, counts) => sum + counts.unchanged, 0);
  return written + unchanged > 0 ? `${count(written, 'file')} written, ${unchanged} unchanged` : undefined;
}

/** Makes the place ready; a diagnostic where it can't be. */
export function openDestination(destination: Destination, progress: Progress, world: World): Deliveries | Diagnostic {
  if (destination.kind === 'stdout') return deliverToStdout(world);
  if (destination.kind === 'file') {
    const file = resolve(world.cwd, destination.file);
    return deliverToFiles(
      world,
      progress,
      () => file,
      (_path, content) => writeNamed(file, content, world),
    );
  }
  const folder = resolve(world.cwd, destination.folder);
  const place = (path: string) => resolve(folder, path);
  const write = (path: string, content: Product['content']) => writeInside(folder, path, content, world);
  return prepareFolder(folder, world) ?? deliverToFiles(world, progress, place, write);
}

function deliverToStdout({ stdout }: World): Deliveries {
  let written = 0;
  const deliver = ({ content }: Product) => {
    if (written > 0) stdout.write('\n');
    stdout.write(content);
    written += 1;
    return Promise.resolve(true);
  };
  return {
    deliver,
    current: () => null,
    keep: () => undefined,
    diagnostics: [],
    counts: { written: 0, unchanged: 0 },
  };
}

function deliverToFiles(
  world: World,
  progress: Progress,
  place: (path: string) => string,
  write: (path: string, content: Product['content']) => Promise<WriteResult>,
): Deliveries {
  const counts = { written: 0, unchanged: 0 };
  const diagnostics: Diagnostic[] = [];
  const deliver = async ({ from, path, content }: Product) => {
    const result = await write(path, content);
    if (typeof result === 'object') diagnostics.push(result);
    else counts[result] += 1;
    if (result === 'written') progress.line(`${from} → ${displayPath(place(path), world)}`);
    return typeof result === 'string';
  };
  const keep = () => {
    counts.unchanged += 1;
  };
  return { deliver, current: (path) => readBytes(place(path), world), keep, diagnostics, counts };
}
