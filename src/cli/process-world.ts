/** The real world: the process that runs the command. */
import * as fs from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cli } from './cli.js';
import { codeOf } from './world/file-error.js';
import type { World } from './world/world.js';

export async function runProcess(packageRoot: URL): Promise<number> {
  // `authflow show … | head` closes the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return cli(process.argv.slice(2), processWorld(packageRoot));
}

function processWorld(packageRootUrl: URL): Omit<World, 'manual'> {
  const packageRoot = fileURLToPath(packageRootUrl);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    files: fs,
    packageRoot,
    // Only a working copy has the sources.
    release: fs.existsSync(join(packageRoot, 'src')) ? null : AUTHFLOW_VERSION,
    processes: { own: process.pid, isRunning },
    processors: availableParallelism(),
    page: async (text, pager) => (await import('./world/run-pager.js')).runPager(text, pager),
    openRasterizer: async (options) => (await import('../browser/rasterizer.js')).openRasterizer(options),
    examineMachine: async (options) => (await import('../browser/examine.js')).examineMachine(options),
    watch: async () => (await import('./watch/watch-files.js')).watchFiles(),
    openMermaidParser: async () => (await import('./world/mermaid-parser.js')).openMermaidParser(),
  };
}

/** A signal of 0 is never sent; one that is refused would have reached somebody (kill(2)). */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
