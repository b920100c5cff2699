/** Everything outside the program that a command may touch; the process passes the real one, a test its own. */
import type * as fs from 'node:fs';
import type { Examined, ExamineOptions, Rasterizer, RasterOptions } from '../../browser/index.js';
import type { Canvas, CanvasOptions } from '../../canvas/index.js';
import type { Processes, ReadFile } from '../../files/index.js';
import type { embedTexts } from '../../fonts/index.js';
import type { RunGit } from './git.js';
import type { MermaidParser } from './mermaid-parser.js';

export interface World {
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** For data. */
  readonly stdout: Output;
  /** For messages. */
  readonly stderr: Output;
  readonly files: Files;
  /** The absolute path of the installed package, with flows/ and schema/. */
  readonly packageRoot: string;
  /** The version, if it determines the output; null for a working copy, whose code changes within one version. */
  readonly release: string | null;
  readonly processes: Processes;
  /** Upper limit for parallel browsers. */
  readonly processors: number;
  readonly openRasterizer: OpenRasterizer;
  /** Draws in pixels and for print, without a browser. Rejects with a RasterFailure. */
  readonly openCanvas: OpenCanvas;
  /** Embeds fonts in pictures that take no browser. Rejects with a RasterFailure. */
  readonly embedTexts: EmbedTexts;
  /** Checks whether this machine has what pictures need. */
  readonly examineMachine: (options: ExamineOptions) => Promise<readonly Examined[]>;
  /** Shows a long text with this shell command; false if it can't be run. */
  readonly page: (text: string, pager: string) => Promise<boolean>;
  /** Starts watching, for a run that continues until the user ends it. */
  readonly watch: () => Promise<Watcher>;
  /** Starts Mermaid's own parser. */
  readonly openMermaidParser: () => Promise<MermaidParser>;
  readonly git: RunGit;
  /** authflow's own reference, for documents that cite it. */
  readonly manual: Manual;
}

export interface Manual {
  /** The names of commands and of tables of the reference. */
  readonly topics: readonly string[];
  /** `topic`: '' for the general help. Null for an unknown topic. */
  readonly read: (topic: string) => ManualTopic | null;
}

type ManualTopic =
  | { readonly kind: 'text'; readonly text: string }
  /** Inline Markdown; the first row names the columns. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface Output {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/**
 * The used part of `node:fs`, with the one reader in the place of its own; synchronous, because a run does little else meanwhile and
 * asynchronous calls cost more.
 */
export interface Files extends UsedFiles {
  readonly readFileSync: ReadFile;
}

type UsedFiles = Pick<
  typeof fs,
  | 'accessSync'
  | 'chmodSync'
  | 'closeSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeFileSync'
  | 'writeSync'
>;

/** Starts a rasterizer. Rejects with a RasterFailure. */
export type OpenRasterizer = (options: Pick<RasterOptions, 'browser' | 'report' | 'timeout'>) => Promise<Rasterizer>;

export type OpenCanvas = (options: Omit<CanvasOptions, 'folder'>) => Promise<Canvas>;

export type EmbedTexts = typeof embedTexts;

/** Paths are absolute. */
export interface Watcher {
  /**
   * Watches more: files, which need not exist, and possible flows and templates in and below folders. False if all
   * of it is already watched; otherwise true, as soon as no change can be missed.
   */
  readonly add: (paths: { readonly files: readonly string[]; readonly folders: readonly string[] }) => Promise<boolean>;
  /** Resolves to the files that changed since, as soon as there are some; null when the user ends the run. */
  readonly next: () => Promise<readonly string[] | null>;
  /** Aborted when the user ends the run. */
  readonly ended: AbortSignal;
  readonly close: () => Promise<void>;
}

/** The width of a terminal; undefined if the stream is not a terminal, or does not know. */
export function terminalColumns({ isTTY, columns }: Output): number | undefined {
  return isTTY === true && columns !== undefined && columns > 0 ? columns : undefined;
}

/**
 * What a path leads to; undefined where nothing is there, as after a broken link. If an obstacle is on the way (a file in place of a folder,
 * a name that is too long), nothing is there either: whoever reads or writes the file reports it.
 */
export function statsOf(path: string, { files }: Pick<World, 'files'>): fs.Stats | undefined {
  try {
    return files.statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a file or folder exists; a broken link doesn't count. */
export const isThere = (path: string, world: Pick<World, 'files'>): boolean => statsOf(path, world) !== undefined;

/** Whether a name is taken, be it by a broken link. */
export function isTaken(path: string, { files }: Pick<World, 'files'>): boolean {
  try {
    return files.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The text of a file that is only looked into; null where there is none that can be read. */
export function textIfThere(path: string, { files }: Pick<World, 'files'>): string | null {
  try {
    return files.readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
