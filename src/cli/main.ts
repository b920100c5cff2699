#!/usr/bin/env node
import module from 'node:module';

const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  // Asked by scripts and editors over and over: answered before anything is loaded.
  process.stdout.write(`${AUTHFLOW_VERSION}\n`);
} else {
  // From Node 22.8 on: compiled code is kept in the temporary folder, unless NODE_DISABLE_COMPILE_CACHE=1 says no.
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { runProcess } = await import('./run-process.js');
  process.exitCode = await runProcess(new URL('../', import.meta.url));
}
