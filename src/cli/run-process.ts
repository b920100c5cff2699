/** Runs the command line in a process. */
import { processWorld } from './world/index.js';
import { cli } from './cli.js';

export async function runProcess(packageRoot: URL): Promise<number> {
  // `authflow show … | head` closes the pipe early; that is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return cli(process.argv.slice(2), processWorld(packageRoot));
}
