/** Runs the command line in a process. */
import { processWorld } from './world/index.js';
import { cli } from './cli.js';

export const runProcess = (packageRoot: URL): Promise<number> => cli(process.argv.slice(2), processWorld(packageRoot));
