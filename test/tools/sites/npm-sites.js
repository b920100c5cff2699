/** Builders that npm packages. */
import { join } from 'node:path';
import markdownIt from 'markdown-it';
import { authflow, copyPictures, here, ids, pictured, read, run, write, writePages } from './project.js';
import { lookAt } from './look.js';

const bin = (path) => join(here, 'node_modules', path);

/** Pages with the pictures of a flow, as the site wants them. */
function writePicturePages(folder, ending, out, words, { head = '', up = '../../' } = {}) {
  for (const id of pictured) {
    const cited = `${up}flows/${id}.yaml ${words}`;
    const block =
      ending === 'adoc'
        ? `// authflow:begin ${cited}\n// authflow:end\n`
        : `[//]: # "authflow:begin ${cited}"\n\n[//]: # "authflow:end"\n`;
    write(
      `${folder}/pictures-${id}.${ending}`,
      `${ending === 'adoc' ? '=' : '#'} Pictures of ${id}\n\n${head}${block}`,
    );
  }
  write('authflow.config.yaml', `formats: [svg]\nout: ${out}\n`);
  authflow('.', 'embed', folder);
  write('authflow.config.yaml', '{}\n');
}

export const npmSites = {
  docusaurus() {
    write('docusaurus/package.json', '{ "name": "site", "private": true }');
    write(
      'docusaurus/docusaurus.config.js',
      `module.exports = {
  title: 'Site', url: 'https://example.com', baseUrl: '/', onBrokenLinks: 'throw', onBrokenAnchors: 'throw', future: { v4: true, faster: false },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, theme: {} }]],
};`,
    );
    // Each page links to the first.
    write('docusaurus/docs/index.md', '# Site\n');
    writePages('docusaurus/docs', 'md', '../../');
    copyPictures('docusaurus/static/diagrams');
    const head = "import ThemedImage from '@theme/ThemedImage';\n\n";
    writePicturePages('docusaurus/docs', 'mdx', 'docusaurus/static/diagrams', 'picture=docusaurus', { head });
    run('docusaurus', process.execPath, bin('@docusaurus/core/bin/docusaurus.mjs'), 'build');
    lookAt('Docusaurus, future.v4', 'docusaurus/build', (id) => [`${id}/index.html`, `${id}.html`], {
      source: (id) => `docusaurus/docs/${id}.md`,
    });
  },
  vitepress() {
    write('vitepress/.vitepress/config.mjs', 'export default {};');
    writePages('vitepress', 'md', '../');
    copyPictures('vitepress/public/diagrams');
    writePicturePages('vitepress', 'md', 'vitepress/public/diagrams', 'picture', { up: '../' });
    run('vitepress', process.execPath, bin('vitepress/bin/vitepress.js'), 'build', '.');
    lookAt('VitePress', 'vitepress/.vitepress/dist', (id) => [`${id}.html`], { source: (id) => `vitepress/${id}.md` });
  },
  antora() {
    write('antora/antora.yml', 'name: site\nversion: ~\ntitle: Site\n');
    writePages('antora/modules/ROOT/pages', 'adoc', '../../../../');
    copyPictures('antora/modules/ROOT/images');
    writePicturePages('antora/modules/ROOT/pages', 'adoc', 'antora/modules/ROOT/images', 'picture', {
      up: '../../../../',
    });
    write('ui/layouts/default.hbs', '<html><body><h1>{{{page.title}}}</h1>{{{page.contents}}}</body></html>\n');
    run('ui', 'zip', '-qr', '../ui.zip', '.');
    write(
      'playbook.yml',
      'site: { title: Site }\ncontent: { sources: [{ url: ./antora, branches: HEAD }] }\nui: { bundle: { url: ./ui.zip } }\noutput: { dir: ./antora-out }\n',
    );
    const git = (...args) => run('antora', 'git', '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args);
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'x');
    run('.', process.execPath, bin('@antora/cli/bin/antora'), 'playbook.yml');
    lookAt('Antora', 'antora-out', (id) => [`site/${id}.html`], {
      source: (id) => `antora/modules/ROOT/pages/${id}.adoc`,
      isTypeset: true,
    });
  },
  'markdown-it'() {
    writePages('markdown-it', 'md', '../');
    const reader = markdownIt({ html: true, linkify: true, typographer: false });
    for (const id of ids) write(`markdown-it-out/${id}.html`, reader.render(read(`markdown-it/${id}.md`)));
    lookAt('markdown-it', 'markdown-it-out', (id) => [`${id}.html`], { source: (id) => `markdown-it/${id}.md` });
  },
};
