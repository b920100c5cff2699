/** The flows that a site shows, the pages that show them, and what a reader must find there. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flowTexts, hostile } from './texts.js';

export const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');

const shipped = readdirSync(join(root, 'flows')).filter((name) => /^[^_].*\.yaml$/.test(name));
export const ids = [...shipped.map((name) => name.replace('.yaml', '')), ...Object.keys(hostile)];
/** Those whose pictures are drawn. */
export const pictured = ['client-credentials', ...Object.keys(hostile)];

export const work = mkdtempSync(join(tmpdir(), 'sites-'));

export function write(path, text) {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
}

export const read = (path) => readFileSync(join(work, path), 'utf8');

export const run = (folder, file, ...args) =>
  execFileSync(file, args, { cwd: join(work, folder), stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

export const authflow = (folder, ...args) => run(folder, process.execPath, join(root, 'dist/main.js'), ...args);

/** Copies the flows. Every site has its own `out/`: where pictures must be differs. */
export function begin() {
  cpSync(join(root, 'flows'), join(work, 'flows'), { recursive: true });
  for (const [id, flow] of Object.entries(hostile)) write(`flows/${id}.yaml`, flow);
}

/** Draws the pictures, once for all sites. */
export function draw() {
  const files = pictured.map((id) => `flows/${id}.yaml`);
  authflow('.', 'render', ...files, '--format', 'svg,png', '--out', 'drawn');
}

/** Copies the pictures to where a site takes them from. */
export const copyPictures = (folder) => cpSync(join(work, 'drawn'), join(work, folder), { recursive: true });

export const allFormats = ['page', 'steps', 'text', 'yaml', 'alt', 'mermaid'].map((format) => `format=${format}`);
/** Those without code: some sites look for their syntax in code, too. */
export const proseFormats = ['format=steps', 'section=limitations'];

const marked = (words) => `[//]: # "authflow:begin ${words}"\n\n[//]: # "authflow:end"\n`;
const commented = (words) => `// authflow:begin ${words}\n// authflow:end\n`;

/**
 * Writes a page for each flow, and fills its blocks.
 *
 * @param site the folder of the pages
 * @param ending of the pages' names
 * @param up the path from the pages to the folder of `flows/`
 * @param formats the blocks of a flow
 * @param head what a page begins with, after which its heading comes
 */
export function writePages(site, ending, up, { formats = () => allFormats, head = () => '' } = {}) {
  const isAsciidoc = ending === 'adoc';
  const block = isAsciidoc ? commented : marked;
  const [title, sub] = isAsciidoc ? ['=', '=='] : ['#', '##'];
  for (const id of ids) {
    const blocks = formats(id).map((words) => `${sub} ${words}\n\n${block(`${up}flows/${id}.yaml ${words}`)}`);
    write(`${site}/${id}.${ending}`, `${head(id)}${title} ${id}\n\n${blocks.join('\n')}`);
  }
  authflow('.', 'embed', site);
}

/** The texts that the blocks of a flow show. */
export const textsOf = (id, formats) =>
  flowTexts(read(`flows/${id}.yaml`), (path) => read(path), formats.includes('format=page'));

export const isHostile = (id) => Object.hasOwn(hostile, id);
