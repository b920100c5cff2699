#!/usr/bin/env node
const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  // Asked by scripts and editors over and over: answered before anything is loaded.
  process.stdout.write(`${AUTHFLOW_VERSION}\n`);
} else {
  const { runProcess } = await import('./process-world.js');
  process.exitCode = await runProcess(new URL('../', import.meta.url));
}
