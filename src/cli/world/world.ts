/** Everything outside the program that a command may touch; the process hands in the real one, a test its own. */
import type * as fs from 'node:fs';
import type { Examined, ExamineOptions, Rasterizer, RasterOptions } from '../../browser/index.js';
import type { MermaidParser } from './mermaid-parser.js';

export interface World {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Data. */
  readonly stdout: Output;
  /** Messages. */
  readonly stderr: Output;
  readonly files: Files;
  /** Where the package is installed, absolute: its flows/ and schema/ are there. */
  readonly packageRoot: string;
  /** The version, if it determines the output; null for a working copy, whose code changes within one version. */
  readonly release: string | null;
  readonly processes: Processes;
  /** Upper limit for parallel browsers. */
  readonly processors: number;
  readonly openRasterizer: OpenRasterizer;
  /** Checks whether this machine has what pictures need. */
  readonly examineMachine: (options: ExamineOptions) => Promise<readonly Examined[]>;
  /** Lets a person read a long text with this command of the shell; false where it can't be run. */
  readonly page: (text: string, pager: string) => Promise<boolean>;
  /** Starts watching, for a run that continues until the user ends it. */
  readonly watch: () => Promise<Watcher>;
  /** Starts Mermaid's own parser. */
  readonly openMermaidParser: () => Promise<MermaidParser>;
  /** authflow's own reference, for documents that cite it. */
  readonly manual: Manual;
}

export interface Manual {
  /** Commands, and tables of the reference. */
  readonly topics: readonly string[];
  /** `topic`: '' for the general help; null where there is none of this name. */
  readonly read: (topic: string) => ManualTopic | null;
}

type ManualTopic =
  | { readonly kind: 'text'; readonly text: string }
  /** Inline Markdown; the first row names the columns. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface Processes {
  /** The id of this one. */
  readonly own: number;
  readonly isRunning: (id: number) => boolean;
}

export interface Output {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean | undefined;
  /** Of the terminal. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** What is used of `node:fs`; synchronous, since a run does little else meanwhile and asynchronous calls cost more. */
export type Files = Pick<
  typeof fs,
  | 'accessSync'
  | 'chmodSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'writeFileSync'
>;

/** Starts what draws pictures. Rejects with a RasterFailure. */
export type OpenRasterizer = (options: Pick<RasterOptions, 'browser' | 'report'>) => Promise<Rasterizer>;

/** Paths are absolute. */
export interface Watcher {
  /**
   * Watches more: files, which need not be there, and what may be a flow or a template in and below folders. False where all
   * of it is watched already; else true, as soon as no change is missed any more.
   */
  readonly add: (paths: { readonly files: readonly string[]; readonly folders: readonly string[] }) => Promise<boolean>;
  /** The files that changed since, as soon as there are some; null when the user ends the run. */
  readonly next: () => Promise<readonly string[] | null>;
  /** Aborted when the user ends the run. */
  readonly ended: AbortSignal;
  readonly close: () => Promise<void>;
}

/** The width of a terminal; undefined if the stream is none, or doesn't know. */
export function terminalColumns({ isTTY, columns }: Output): number | undefined {
  return isTTY === true && columns !== undefined && columns > 0 ? columns : undefined;
}

/** Whether a file or folder exists; a broken link doesn't count. */
export const isThere = (path: string, { files }: Pick<World, 'files'>): boolean =>
  files.statSync(path, { throwIfNoEntry: false }) !== undefined;
