/**
 * Draws Mermaid's half of the pairs in docs/pictures.md; `npm run docs` draws ours. Needs a build of authflow, and a browser.
 *
 *     npm run build && cd test/tools/pictures && npm run pairs
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSvgs, idOf, root } from './draw.js';

const pairs = JSON.parse(readFileSync(new URL('pairs.json', import.meta.url), 'utf8'));
const drawn = mkdtempSync(join(tmpdir(), 'authflow-pairs-'));
drawSvgs(
  pairs.map(({ flow }) => flow),
  'mermaid',
  drawn,
);
for (const { flow, page } of pairs) {
  const id = idOf(flow);
  copyFileSync(join(drawn, page === 'dark' ? `${id}.dark.svg` : `${id}.svg`), `${root}docs/pictures/${id}.mermaid.svg`);
}
rmSync(drawn, { recursive: true });
console.log(`docs/pictures: ${pairs.length} pictures by Mermaid`);
