#!/usr/bin/env node
import module from 'node:module';
import { guardOutput } from './guard-output.js';

guardOutput();
const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  // Scripts and editors ask for it often, so answer before anything is loaded.
  process.stdout.write(`${AUTHFLOW_VERSION}\n`);
} else {
  // From Node 22.8 on, caches compiled code in the temporary folder, unless NODE_DISABLE_COMPILE_CACHE=1 is set.
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { runProcess } = await import('./run-process.js');
  process.exitCode = await runProcess(new URL('../', import.meta.url));
}
