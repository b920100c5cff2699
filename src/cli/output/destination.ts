/** The destination of a command's results: a folder, one file that the user named, or standard output. */
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
import { throughAt } from './write-through.js';

export type Destination =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'stdout' };

/** A result to deliver. */
export interface Product {
  /** The flow file's path, for messages. */
  readonly from: string;
  /** The path relative to an output folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export function chooseDestination({ out, output, stdout }: OptionValues): Destination {
  if ([out, output, stdout].filter((value) => value !== undefined).length > 1) {
    throw new UsageError('--out, --output and --stdout exclude each other: a result has one destination');
  }
  if (stdout || output === '-') return { kind: 'stdout' };
  return output === undefined ? { kind: 'folder', folder: out ?? DEFAULT_OUT } : { kind: 'file', file: output };
}

/** The format for each file extension. */
const formatsByEnding: ReadonlyMap<string, Format> = new Map(
  namedFormats.flatMap((format) => outputOf(format).endings.map((ending) => [ending, format])),
);

/** The formats to render; undefined for the default texts of each flow. */
export function chooseFormats({ format }: OptionValues, destination: Destination): readonly Format[] | undefined {
  if (destination.kind !== 'file' || format) return format;
  const implied = formatsByEnding.get(extname(destination.file).toLowerCase());
  if (implied) return [implied];
  const endings = [...formatsByEnding.keys()].join(', ');
  throw new UsageError(
    `--output ${destination.file}: the extension does not select a format (${endings}); add --format`,
  );
}

/** A file takes only one result, and so does standard output if the result is a picture. */
export function checkRoom(destination: Destination, formats: readonly Format[] | undefined, flows: number): void {
  const hasPicture = bytesFormats.some((format) => formats?.includes(format));
  if (destination.kind === 'folder' || (destination.kind === 'stdout' && !hasPicture)) return;
  const place = destination.kind === 'file' ? `--output ${destination.file}` : 'a picture on standard output';
  if (flows > 1) throw new UsageError(`${place} takes one flow, and ${flows} were found: name one`);
  if (formats?.length !== 1) throw new UsageError(`${place} takes one format: name one with --format`);
}

export interface Deliveries {
  /** Delivers a result; resolves to null if that fails. */
  readonly deliver: (product: Product) => Promise<'written' | 'unchanged' | null>;
  /** The current contents; null if there are none, or they can't be read. */
  readonly current: (path: string) => Uint8Array | null;
  /** Keeps the current contents, because a new result would be the same. */
  readonly keep: () => void;
  readonly diagnostics: readonly Diagnostic[];
  /** The numbers of files. Unused on standard output. */
  readonly counts: { readonly written: number; readonly unchanged: number };
}

/** The summary; undefined if no file was written or unchanged. */
export function summarizeDeliveries(all: readonly Deliveries['counts'][]): string | undefined {
  const written = all.reduce((sum, counts) => sum + counts.written, 0);
  const unchanged = all.reduce((sum, counts) => sum + counts.unchanged, 0);
  return written + unchanged > 0 ? `${count(written, 'file')} written, ${unchanged} unchanged` : undefined;
}

/** Prepares the destination; returns a diagnostic if that fails. */
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
    return Promise.resolve('written' as const);
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
    return typeof result === 'string' ? result : null;
  };
  const keep = () => {
    counts.unchanged += 1;
  };
  const current = (path: string) => (throughAt(place(path), world) ? null : readBytes(place(path), world));
  return { deliver, current, keep, diagnostics, counts };
}
