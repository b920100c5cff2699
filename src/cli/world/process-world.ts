/** Makes a World of the process that runs the command. */
import * as fs from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFile, thisProcess } from '../../files/index.js';
import { runGit } from './git.js';
import { standardInput } from './standard-input.js';
import type { Files, World } from './world.js';

export const realFiles: Files = { ...fs, readFileSync: readFile };

export function processWorld(packageRootUrl: URL): Omit<World, 'manual'> {
  const packageRoot = fileURLToPath(packageRootUrl);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: standardInput,
    stdout: process.stdout,
    stderr: process.stderr,
    files: realFiles,
    packageRoot,
    // Only a working copy has the sources.
    release: fs.existsSync(join(packageRoot, 'src')) ? null : AUTHFLOW_VERSION,
    processes: thisProcess,
    processors: availableParallelism(),
    page: async (text, pager) => (await import('./run-pager.js')).runPager(text, pager),
    openRasterizer: async (options) => (await import('../../browser/index.js')).openRasterizer(options),
    openCanvas: async (options) =>
      (await import('../../canvas/index.js')).openCanvas({ folder: join(packageRoot, 'fonts'), ...options }),
    embedTexts: async (request, report) => (await import('../../fonts/index.js')).embedTexts(request, report),
    examineMachine: async (options) => (await import('../../browser/index.js')).examineMachine(options),
    watch: async () => (await import('./watch-files.js')).watchFiles(),
    openMermaidParser: async () => (await import('./mermaid-parser.js')).openMermaidParser(),
    git: runGit,
  };
}
