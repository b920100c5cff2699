/** Draws flows with the built program, once by authflow itself and once by Mermaid in a browser. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Their SVGs, `<id>.svg` and `<id>.dark.svg`, in a folder. A flow that can't be drawn is reported and left out. */
export function drawSvgs(paths, renderer, out, ...more) {
  const options = [
    '--renderer',
    renderer,
    '--format',
    'svg',
    '--theme',
    'light,dark',
    '--jobs',
    '1',
    '--out',
    out,
    ...more,
  ];
  const argv = [`${root}dist/main.js`, 'render', ...paths, ...options];
  try {
    execFileSync(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (thrown) {
    // It has said why; the others are drawn.
    if (!existsSync(out)) throw thrown;
  }
}

/** Paths of the flows in a folder. */
export const flowsIn = (folder) =>
  readdirSync(root + folder)
    .filter((name) => /^[^_].*\.yaml$/.test(name))
    .map((name) => `${folder}/${name}`);

export const idOf = (path) => /^id: *(.*)$/m.exec(readFileSync(root + path, 'utf8'))?.[1] ?? '';
