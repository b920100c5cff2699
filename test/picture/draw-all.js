// Draws every shipped flow and every construct with dist/web.js, in each color theme, and prints a hash of each picture.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { compileFlow, toSvg } from '../../dist/web.js';

const root = new URL('../../', import.meta.url);

/** The file of a path in a folder; `shipped:<id>` is a flow of flows/. */
export const readIn = (folder) => (path) => {
  const file = path.startsWith('shipped:')
    ? new URL(`flows/${path.slice('shipped:'.length)}.yaml`, root)
    : new URL(folder + path, root);
  return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : null;
};

export const files = ['flows/', 'docs/constructs/'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ folder, name })),
);

/** One picture for both colour themes, as `compileFlow` and `toSvg` of a library make it. */
export function draw({ folder, name }, library = { compileFlow, toSvg }) {
  const readSource = readIn(folder);
  const { flow } = library.compileFlow(readSource(name), { readSource });
  return flow ? library.toSvg(flow, { page: 'auto' }) : '';
}

if (process.argv[2] === 'print')
  for (const file of files) {
    const hash = createHash('sha256').update(draw(file)).digest('hex').slice(0, 16);
    console.log(`${file.folder}${file.name} ${hash}`);
  }
