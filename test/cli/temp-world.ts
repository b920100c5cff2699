/** A world in a temporary folder, which remembers what is printed. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cli } from '../../src/cli/cli.js';
import { realFiles } from '../../src/cli/world/process-world.js';
import type { Files, World } from '../../src/cli/world/world.js';
import { RasterFailure } from '../../src/peers/failure.js';
import { parseMermaid } from '../import/round-trip.js';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TempWorld extends World {
  /** Runs one command; the printed texts are those of this run. */
  run(...argv: string[]): Promise<Ran>;
  /** Runs one command of a release; null: of a working copy, as `run` does. */
  runAs(release: string | null, ...argv: string[]): Promise<Ran>;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  /** Absolute. */
  path(path: string): string;
}

export interface TempWorldOptions {
  readonly env?: World['env'];
  readonly stdin?: string | Uint8Array;
  /** Columns, for streams that are terminals. */
  readonly terminal?: number | undefined;
  /** Rows of the terminal. */
  readonly rows?: number;
  readonly page?: World['page'];
  /** Over those of the file system. */
  readonly files?: Partial<Files>;
  readonly openRasterizer?: World['openRasterizer'];
  readonly openCanvas?: World['openCanvas'];
  readonly embedTexts?: World['embedTexts'];
  readonly examineMachine?: World['examineMachine'];
  readonly watch?: World['watch'];
  readonly openMermaidParser?: World['openMermaidParser'];
  readonly git?: World['git'];
}

export const noBrowser: World['openRasterizer'] = () =>
  Promise.reject(new RasterFailure('no-browser', 'Mermaid needs a browser, and none was found\nrun: get a browser'));

export const noCanvas: World['openCanvas'] = () =>
  Promise.reject(new RasterFailure('missing-package', 'PNG and PDF need a canvas\nrun: get a canvas'));

/** The working folder is `work/`, and beside it `package/` stands for the installed package. */
export function tempWorld(options: TempWorldOptions = {}): TempWorld {
  // macOS keeps its temporary folder behind a symbolic link.
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'authflow-')));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  const cwd = join(root, 'work');
  fs.mkdirSync(cwd);
  const printed = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof printed) => ({
    write: (chunk: string | Uint8Array) => (printed[name] += Buffer.from(chunk).toString('utf8')),
    isTTY: options.terminal !== undefined,
    columns: options.terminal,
    rows: options.rows,
  });
  const path = (name: string) => join(cwd, name);
  const world: World = {
    cwd,
    env: options.env ?? {},
    stdin: (async function* () {
      yield await Promise.resolve(options.stdin ?? '');
    })(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    files: { ...realFiles, ...options.files },
    packageRoot: join(root, 'package'),
    release: null,
    processes: { own: process.pid, isRunning: (id) => id === process.pid },
    processors: 2,
    page: options.page ?? (() => Promise.resolve(false)),
    openRasterizer: options.openRasterizer ?? noBrowser,
    openCanvas: options.openCanvas ?? noCanvas,
    embedTexts:
      options.embedTexts ?? (() => Promise.reject(new RasterFailure('missing-package', 'no fonts\nrun: get fonts'))),
    examineMachine: options.examineMachine ?? (() => Promise.resolve([])),
    watch: options.watch ?? (() => Promise.reject(new Error('nothing to watch with'))),
    openMermaidParser:
      options.openMermaidParser ?? (() => Promise.resolve({ parse: parseMermaid, close: () => Promise.resolve() })),
    git: options.git ?? (() => ({ status: null, stdout: '', stderr: '' })),
    manual: { topics: [], read: () => null },
  };
  const runAs: TempWorld['runAs'] = async (release, ...argv) => {
    Object.assign(printed, { stdout: '', stderr: '' });
    const code = await cli(argv, { ...world, release });
    return { code, ...printed };
  };
  return {
    ...world,
    path,
    run: (...argv) => runAs(null, ...argv),
    runAs,
    write(name, content) {
      fs.mkdirSync(dirname(path(name)), { recursive: true });
      fs.writeFileSync(path(name), content);
    },
    read: (name) => fs.readFileSync(path(name), 'utf8'),
  };
}

/** The smallest flow there is. */
export const flow = (id: string, text = 'Hello'): string => `id: ${id}
title: ${id}
participants: { A: Anna, B: Ben }
steps:
  - A -> B: ${text}
`;
