// Fills the marked blocks of a page in docs/ with what a reader gets when following it from top to bottom, in a project of the
// page's own: <!-- write: PATH --> writes its fence to a file, <!-- edit: PATH --> applies the lines of its diff, and
// <!-- run: COMMAND --> gets the command and its output.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const block = /(<!-- (write|edit|run): ([^\n]*?) -->\n\n(`{3,})\w*\n)([^]*?)(\4\n)/g;

/** The expected text of the page. */
export function fillSession(text) {
  const project = mkdtempSync(join(tmpdir(), 'authflow-docs-'));
  try {
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(root, join(project, 'node_modules', 'authflow'), 'junction');
    writeFileSync(join(project, 'package.json'), '{ "devDependencies": { "authflow": "*" } }\n');
    return text.replace(block, (_, open, kind, what, __, content, close) => {
      return open + kinds[kind](what, content, project) + close;
    });
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

const kinds = {
  write(path, content, project) {
    const file = join(project, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return content;
  },
  edit(path, content, project) {
    const file = join(project, path);
    const text = readFileSync(file, 'utf8');
    const side = (sign) => content.replace(/^([-+ ])(.*\n)/gm, (_, mark, line) => (mark === sign ? '' : line));
    const [before, after] = [side('+'), side('-')];
    if (text.split(before).length !== 2) throw new Error(`${path} does not have these lines once:\n${before}`);
    writeFileSync(
      file,
      text.replace(before, () => after),
    );
    return content;
  },
  run: (command, _, project) => `$ ${command}\n${outputOf(command, project)}`,
};

/** The output of a command on both streams, whatever its exit code. */
function outputOf(command, cwd) {
  const script = `npx() { shift; node ${JSON.stringify(join(root, 'dist', 'main.js'))} "$@"; }\n{ ${command}\n} 2>&1 || true`;
  return execFileSync('sh', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: cwd, NO_COLOR: '1', COLUMNS: '100' },
  });
}
