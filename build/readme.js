// Fills marked blocks with files, and with the output of commands; flows are embedded by authflow itself.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const block = /(<!-- (file|output): ([^\n]*?) -->\n\n```[a-z]*\n)([^]*?)(```)/g;

/** The output of a command on both streams, whatever its exit code. */
function output(command) {
  const script = `node dist/main.js ${command.replace(/^authflow /, '')} 2>&1 || true`;
  return execFileSync('sh', ['-c', script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
}

const fill = (kind, what) => (kind === 'output' ? output(what) : readFileSync(root + what, 'utf8'));

export function fillReadme(text) {
  return text.replace(block, (_, open, kind, what, __, close) => `${open}${fill(kind, what).trimEnd()}\n${close}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = `${root}README.md`;
  writeFileSync(path, fillReadme(readFileSync(path, 'utf8')));
}
