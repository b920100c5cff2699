// Fills marked blocks with files, and with the output of commands; flows are embedded by authflow itself.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fillSession } from './session.js';

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

/** The pages for readers, relative to the repository. */
export const pages = [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export const fillPage = (text) => fillSession(fillReadme(text));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of pages) writeFileSync(root + page, fillPage(readFileSync(root + page, 'utf8')));
}
