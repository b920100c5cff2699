/**
 * Builds a site of each kind with its real builder, from blocks of every flow and of one that is hostile, and looks for the
 * texts in the HTML. Needs a build of authflow. Not part of the tests: the builders are large.
 *
 *     cd test/tools/sites && npm install && node build-sites.js
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import markdownIt from 'markdown-it';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const authflow = join(root, 'dist/main.js');

const hostile = `id: hostile
title: "Odd {{ title }} <b> & {#id} \\"quoted\\""
summary: "Says {{ 1 + 1 }} and <script>x</script> and {% if x %} {{< y >}} :::"
participants: { A: "Client {{a}}", B: "Server <x>" }
steps:
  - A -> B: "GET /{id}?q={{q}}|x <tag> :::"
  - B --> A: "200 {\\"a\\": 1} *b* _c_ [link](x)"
page:
  limitations: ["Use \`{{ code }}\` and \`{x}\`", "&#123;&#123; 2 + 2 }}"]
`;

/** What a reader must find on the hostile page, wherever its words come from. */
const expected = [
  'Odd {{ title }} <b> & {#id} "quoted"',
  'Says {{ 1 + 1 }} and <script>x</script> and {% if x %} {{< y >}} :::',
  'Client {{a}}',
  'Server <x>',
  'GET /{id}?q={{q}}|x <tag> :::',
  'Use {{ code }} and {x}',
  '{{ 2 + 2 }}',
];

const flows = readdirSync(join(root, 'flows')).filter((name) => /^[^_].*\.yaml$/.test(name));
const ids = [...flows.map((name) => name.replace('.yaml', '')), 'hostile'];

const work = mkdtempSync(join(tmpdir(), 'sites-'));
const write = (path, text) => {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
};
const run = (folder, file, ...args) =>
  execFileSync(file, args, { cwd: join(work, folder), stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

const formats = ['format=page', 'format=steps', 'format=text', 'format=yaml', 'format=alt', 'format=mermaid'];
const marked = (words) => `[//]: # "authflow:begin ${words}"\n\n[//]: # "authflow:end"\n`;
const commented = (words) => `// authflow:begin ${words}\n// authflow:end\n`;

/** A page for each flow, with every block; \`up\`: from the page to the flows. */
function writePages(site, ending, up) {
  for (const id of ids) {
    const block = ending === 'adoc' ? commented : marked;
    const [title, sub] = ending === 'adoc' ? ['=', '=='] : ['#', '##'];
    const blocks = formats.map((words) => `${sub} ${words}\n\n${block(`${up}flows/${id}.yaml ${words}`)}`);
    write(`${site}/${id}.${ending}`, `${title} ${id}\n\n${blocks.join('\n')}`);
  }
  execFileSync('node', [authflow, 'embed', site], { cwd: work, stdio: 'pipe' });
}

const decode = (html) =>
  html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(lt|gt|quot|amp|nbsp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' })[name]);

/** Without what only stands in code blocks: the flow file holds every text. */
const seen = (html) =>
  decode(
    html
      .replace(/<(script|style|pre)\b[^]*?<\/\1>/g, '')
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<[^>]*>/g, ''),
  );

function findTexts(kind, out, name) {
  const files = readdirSync(join(work, out), { recursive: true }).map(String);
  const pages = ids.map((id) => files.find((file) => name(id).includes(file)));
  const missing = ids.filter((_, index) => pages[index] === undefined);
  const html = seen(readFileSync(join(work, out, pages.at(-1) ?? ''), 'utf8')).replace(/\s+/g, ' ');
  const lost = expected.slice(1).filter((text) => !html.includes(text));
  console.log(
    `${kind}: ${pages.length - missing.length} pages${missing.length > 0 ? `, missing: ${missing.join(', ')}` : ''}`,
  );
  for (const text of lost) console.log(`  not found: ${text}`);
  if (missing.length + lost.length > 0) process.exitCode = 1;
}

const kinds = {
  docusaurus() {
    writePages('docusaurus/docs', 'md', '../../');
    write('docusaurus/package.json', '{ "name": "site", "private": true }');
    write(
      'docusaurus/docusaurus.config.js',
      `module.exports = {
  title: 'Site', url: 'https://example.com', baseUrl: '/', onBrokenLinks: 'ignore', future: { v4: true, faster: false },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, theme: {} }]],
};`,
    );
    run('docusaurus', 'node', join(here, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build');
    findTexts('Docusaurus, future.v4', 'docusaurus/build', (id) => [`${id}/index.html`, `${id}.html`]);
  },
  vitepress() {
    writePages('vitepress', 'md', '../');
    write('vitepress/.vitepress/config.mjs', 'export default { ignoreDeadLinks: true };');
    run('vitepress', 'node', join(here, 'node_modules/vitepress/bin/vitepress.js'), 'build', '.');
    findTexts('VitePress', 'vitepress/.vitepress/dist', (id) => [`${id}.html`]);
  },
  antora() {
    writePages('antora/modules/ROOT/pages', 'adoc', '../../../../');
    write('antora/antora.yml', 'name: site\nversion: ~\ntitle: Site\n');
    write('ui/layouts/default.hbs', '<html><body><h1>{{{page.title}}}</h1>{{{page.contents}}}</body></html>\n');
    execFileSync('zip', ['-qr', '../ui.zip', '.'], { cwd: join(work, 'ui') });
    write(
      'playbook.yml',
      'site: { title: Site }\ncontent: { sources: [{ url: ./antora, branches: HEAD }] }\nui: { bundle: { url: ./ui.zip } }\noutput: { dir: ./antora-out }\n',
    );
    const git = (...args) => run('antora', 'git', '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args);
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'x');
    run('.', 'node', join(here, 'node_modules/@antora/cli/bin/antora'), 'playbook.yml');
    findTexts('Antora', 'antora-out', (id) => [`site/${id}.html`]);
  },
  'markdown-it'() {
    writePages('markdown-it', 'md', '../');
    const reader = markdownIt({ html: true, linkify: true, typographer: false });
    for (const id of ids)
      write(`markdown-it-out/${id}.html`, reader.render(readFileSync(join(work, `markdown-it/${id}.md`), 'utf8')));
    findTexts('markdown-it', 'markdown-it-out', (id) => [`${id}.html`]);
  },
};

cpSync(join(root, 'flows'), join(work, 'flows'), { recursive: true });
write('flows/hostile.yaml', hostile);
write('package.json', '{ "private": true, "type": "commonjs" }');
symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));
for (const kind of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(kinds)) {
  try {
    kinds[kind]();
  } catch (error) {
    console.log(
      `${kind}: failed\n${String(error.stdout ?? '').slice(-3000)}\n${String(error.stderr ?? error.stack).slice(-3000)}`,
    );
    process.exitCode = 1;
  }
}
if (process.exitCode === undefined) rmSync(work, { recursive: true });
else console.log(`left in ${work}`);
