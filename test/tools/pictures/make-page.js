/**
 * Makes a page with all flows, all constructs of the documentation and the small flows of test/fixtures/pictures, ours beside
 * Mermaid's: to look at, at 700 px and at 100 %, light and dark. Needs a build of authflow.
 *
 *     npm run build && cd test/tools/pictures && npm run page -- /tmp/pictures
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { drawSvgs, flowsIn, idOf } from './draw.js';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('name a folder for the page');
const folder = resolve(target);

const groups = { flows: 'flows', constructs: 'docs/constructs', inputs: 'test/fixtures/pictures' };
const renderers = ['native', 'mermaid'];

/** Each group has a folder of its own, since a construct may have the id of a flow. */
function draw(group, paths) {
  for (const renderer of renderers) {
    const out = `${folder}/${group}/${renderer}`;
    mkdirSync(out, { recursive: true });
    drawSvgs(paths, renderer, out);
  }
}

const image = (group, renderer, id) =>
  ['', '.dark'].map((page) => {
    const file = `${group}/${renderer}/${id}${page}.svg`;
    const kind = page === '' ? 'light' : 'dark';
    return existsSync(`${folder}/${file}`) ? `<img class="${kind}" src="${file}" alt="${id} by ${renderer}">` : '';
  });

const row = (group, id) =>
  `<h2 id="${group}-${id}">${group}: ${id}</h2>\n<div class="pair">` +
  renderers.map((renderer) => `<figure>${image(group, renderer, id).join('')}</figure>`).join('') +
  '</div>\n';

const rows = Object.entries(groups).flatMap(([group, source]) => {
  const paths = flowsIn(source);
  draw(group, paths);
  return paths.map((path) => row(group, idOf(path)));
});

writeFileSync(
  `${folder}/index.html`,
  `<!doctype html>
<meta charset="utf-8">
<title>Pictures, ours and Mermaid's</title>
<style>
  body { font-family: 'Noto Sans', sans-serif; margin: 16px; }
  nav { position: sticky; top: 0; background: #ddd; padding: 8px; }
  .pair { display: flex; gap: 16px; align-items: start; }
  figure { margin: 0; }
  body:has(#narrow:checked) img { width: 700px; }
  .dark, body:has(#dark:checked) .light { display: none; }
  body:has(#dark:checked) .dark { display: inline; }
  body:has(#dark:checked) { background: #0d1117; color: #e6edf3; }
  body:has(#dark:checked) nav { background: #222b36; }
</style>
<nav><label><input type="checkbox" id="narrow" checked> 700 px wide</label>
<label><input type="checkbox" id="dark"> dark</label></nav>
${rows.join('')}`,
);
console.log(`${folder}/index.html: ${rows.length} pairs`);
