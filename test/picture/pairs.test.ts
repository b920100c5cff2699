/** The pictures of docs/pictures.md, ours and Mermaid's of the same flows: `npm run docs` writes ours anew. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { toSvg } from '../../src/picture/index.js';
import pairs from '../tools/pictures/pairs.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const folder = new URL('docs/pictures/', root);
const MOST = 1_500_000;

function flowAt(path: string) {
  const read = (name: string) => {
    const file = new URL(name, root);
    return existsSync(file) ? { path: name, text: readFileSync(file, 'utf8') } : null;
  };
  const { flow } = compileFlow(read(path)!, { readSource: (name) => read(posix.normalize(name)) });
  if (!flow) throw new Error(path);
  return flow;
}

const shown = pairs.map(({ flow, page }) => ({
  flow: flowAt(flow),
  page: page === 'dark' ? ('dark' as const) : undefined,
}));

test.each(shown)('$flow.id is current', async ({ flow, page }) => {
  const file = fileURLToPath(new URL(`${flow.id}.svg`, folder));
  await expect(toSvg(flow, { theme: 'light,dark', page })).toMatchFileSnapshot(file);
});

describe('the page', () => {
  const text = readFileSync(new URL('docs/pictures.md', root), 'utf8');
  const picturesIn = (part: string) => [...part.matchAll(/\]\(pictures\/([^)]+)\)/g)].map(([, file]) => file!);

  test('shows each pair, ours first', () => {
    const [, part = ''] = text.split('\n## Side by side\n');
    expect(picturesIn(part)).toEqual(shown.flatMap(({ flow: { id } }) => [`${id}.svg`, `${id}.mermaid.svg`]));
  });
  test('shows every picture of its folder, which is small', () => {
    const files = readdirSync(folder);
    expect(files.toSorted()).toEqual([...new Set(picturesIn(text))].toSorted());
    const size = files.reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
    expect(size).toBeLessThan(MOST);
  });
});
