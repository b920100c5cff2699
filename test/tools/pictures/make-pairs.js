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
const folder = mkdtempSync(join(tmpdir(), 'authflow-pairs-'));
/** Mermaid's pictures have no ground of their own. */
const grounds = { light: '#ffffff', dark: '#0d1117' };

for (const [kind, ground] of Object.entries(grounds)) {
  const flows = pairs.filter(({ page }) => page === kind).map(({ flow }) => flow);
  drawSvgs(flows, 'mermaid', folder, '--background', ground);
  for (const id of flows.map(idOf))
    copyFileSync(
      join(folder, kind === 'dark' ? `${id}.dark.svg` : `${id}.svg`),
      `${root}docs/pictures/${id}.mermaid.svg`,
    );
}
rmSync(folder, { recursive: true });
console.log(`docs/pictures: ${pairs.length} pictures by Mermaid`);
