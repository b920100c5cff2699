/** Builders that Debian packages: mkdocs, mkdocs-material, jekyll, hugo, ruby-asciidoctor-pdf, pandoc, poppler-utils. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allFormats,
  authflow,
  copyPictures,
  ids,
  isHostile,
  pictured,
  proseFormats,
  read,
  run,
  textsOf,
  work,
  write,
  writePages,
} from './project.js';
import { lookAt, report, typeset } from './look.js';
import { smallestType } from './pdf-type.js';

/** A page with the pictures of a flow. */
function writePicturePages(folder, words, config, { ending = 'md', head = () => '' } = {}) {
  for (const id of pictured) {
    const block = `[//]: # "authflow:begin ../../flows/${id}.yaml ${words}"\n\n[//]: # "authflow:end"\n`;
    write(`${folder}/pictures-${id}.${ending}`, `${head(id)}# Pictures of ${id}\n\n${block}`);
  }
  write('authflow.config.yaml', config);
  authflow('.', 'embed', folder);
  write('authflow.config.yaml', '{}\n');
}

/** Pages with the pictures of a flow in their own folder, from which Hugo serves them. */
function writePageBundles(folder, head) {
  for (const id of pictured) {
    const bundle = `${folder}/pictures-${id}`;
    copyPictures(bundle);
    write(
      `${bundle}/index.md`,
      `${head(id)}[//]: # "authflow:begin ../../../flows/${id}.yaml picture=markdown"\n\n[//]: # "authflow:end"\n`,
    );
    write('authflow.config.yaml', `formats: [svg]\nout: ${bundle}\n`);
    authflow('.', 'embed', bundle);
  }
  write('authflow.config.yaml', '{}\n');
}

/** Contents that MkDocs indents: the block of an admonition, a tab, a list. */
const nested = `# Nested

!!! note "An admonition"

    Before.

    [//]: # "authflow:begin ../../flows/client-credentials.yaml format=text"

    [//]: # "authflow:end"

=== "A tab"

    - A list

        [//]: # "authflow:begin ../../flows/client-credentials.yaml format=steps"

        [//]: # "authflow:end"

Term
:   Definition

    [//]: # "authflow:begin ../../flows/client-credentials.yaml format=text"

    [//]: # "authflow:end"
`;

/** What Jinja's plugin for MkDocs (mkdocs-macros) does to each page. */
const macros = `import jinja2
def on_page_markdown(markdown, page, **_):
    if page.meta.get('render_macros') is False:
        return markdown
    return jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(markdown).render()
`;

function mkdocs(theme, { isMacros = false } = {}) {
  const folder = `mkdocs-${theme}${isMacros ? '-macros' : ''}`;
  const formats = (id) => (isMacros && isHostile(id) ? proseFormats : allFormats);
  writePages(`${folder}/docs`, 'md', '../../', { formats });
  copyPictures(`${folder}/docs/diagrams`);
  writePicturePages(`${folder}/docs`, 'picture=markdown', `formats: [svg]\nout: ${folder}/docs/diagrams\n`);
  write(`${folder}/docs/nested.md`, nested);
  authflow('.', 'embed', `${folder}/docs/nested.md`);
  write(`${folder}/macros.py`, macros);
  const extensions = [
    'admonition',
    'tables',
    'def_list',
    'footnotes',
    'attr_list',
    'md_in_html',
    'pymdownx.superfences',
    'pymdownx.details',
  ];
  write(
    `${folder}/mkdocs.yml`,
    `site_name: Site\ntheme: { name: ${theme} }\nplugins: []\nmarkdown_extensions: [${extensions.join(', ')}, { pymdownx.tabbed: { alternate_style: true } }]\n${isMacros ? 'hooks: [macros.py]\n' : ''}`,
  );
  run(folder, 'mkdocs', 'build', '--quiet');
  const label = `MkDocs, theme ${theme}${isMacros ? ', macros' : ''}`;
  lookAt(label, `${folder}/site`, (id) => [`${id}/index.html`], { source: (id) => `${folder}/docs/${id}.md`, formats });
  const html = read(`${folder}/site/nested/index.html`);
  const lacks = [
    html.match(/<pre\b/g)?.length === 2,
    /admonition[^]*<pre/.test(html),
    /tabbed[^]*<table/.test(html),
    /<dd>[^]*<pre/.test(html),
  ];
  report(
    `${label}, nested`,
    lacks.flatMap((holds, index) => (holds ? [] : [`check ${index + 1} of its page`])),
    '1 page',
  );
}

/** A PDF has no Mermaid; the flow file would hold every text. */
const pdfFormats = ['format=page', 'format=steps', 'format=alt', 'format=text charset=ascii'];

export const debianSites = {
  mkdocs: () => mkdocs('mkdocs'),
  'mkdocs-material': () => mkdocs('material'),
  'mkdocs-macros': () => mkdocs('mkdocs', { isMacros: true }),
  jekyll() {
    const head = (id) => `---\nlayout: null\n${isHostile(id) ? '' : 'render_with_liquid: false\n'}---\n\n`;
    const plain = () => '---\nlayout: null\n---\n\n';
    const formats = (id) => (isHostile(id) ? proseFormats : allFormats);
    writePages('jekyll/pages', 'md', '../../', { head, formats });
    copyPictures('jekyll/diagrams');
    writePicturePages('jekyll/pages', 'picture', 'formats: [svg]\nout: jekyll/diagrams\n', { head: plain });
    write('jekyll/_config.yml', 'title: Site\n');
    run('jekyll', 'jekyll', 'build', '--quiet');
    lookAt('Jekyll', 'jekyll/_site', (id) => [`pages/${id}.html`], {
      source: (id) => `jekyll/pages/${id}.md`,
      isTypeset: true,
      formats,
    });
  },
  hugo() {
    const head = (id) => `---\ntitle: ${id}\n---\n\n`;
    const formats = (id) => (id === 'hostile-braces' ? proseFormats : allFormats);
    writePages('hugo/content', 'md', '../../', { head, formats });
    writePageBundles('hugo/content', head);
    write(
      'hugo/config.toml',
      'baseURL = "https://example.com/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    );
    write('hugo/layouts/_default/single.html', '<html><body>{{ .Content }}</body></html>\n');
    run('hugo', 'hugo', '--quiet');
    lookAt('Hugo', 'hugo/public', (id) => [`${id}/index.html`], {
      source: (id) => `hugo/content/${id}.md`,
      isTypeset: true,
      formats,
    });
  },
  'asciidoctor-pdf'() {
    writePages('asciidoctor-pdf', 'adoc', '../', { formats: () => pdfFormats });
    copyPictures('asciidoctor-pdf/diagrams');
    for (const id of pictured)
      for (const type of ['svg', 'png'])
        write(
          `asciidoctor-pdf/pictures-${type}-${id}.adoc`,
          `= ${id}\n\n// authflow:begin ../flows/${id}.yaml picture type=${type}\n// authflow:end\n`,
        );
    write('authflow.config.yaml', 'formats: [svg, png]\nout: asciidoctor-pdf/diagrams\n');
    authflow('.', 'embed', 'asciidoctor-pdf');
    write('authflow.config.yaml', '{}\n');
    const names = [...ids, ...pictured.flatMap((id) => [`pictures-svg-${id}`, `pictures-png-${id}`])];
    const lacks = [];
    for (const name of names) {
      const said = run('asciidoctor-pdf', 'sh', '-c', `asciidoctor-pdf --failure-level=ERROR ${name}.adoc 2>&1`);
      lacks.push(
        ...said
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => `${name}: ${line}`),
      );
    }
    let texts = 0;
    for (const id of ids) {
      // Lines are broken anywhere, and cells of tables stand beside each other: blanks count for nothing.
      const tight = (text) => typeset(text).replace(/[\s\u00ad\u200b]+/g, '');
      const seen = tight(run('asciidoctor-pdf', 'pdftotext', '-raw', `${id}.pdf`, '-'));
      for (const text of textsOf(id, pdfFormats)) {
        texts += 1;
        if (!seen.includes(tight(text.replace(/\p{RGI_Emoji}/gv, '')))) lacks.push(`${id}: ${JSON.stringify(text)}`);
      }
    }
    report('asciidoctor-pdf', lacks, `${names.length} documents, ${texts} texts`);
  },
  'asciidoctor-pdf-paper'() {
    const folder = 'asciidoctor-pdf-paper';
    const flows = ids.filter((id) => !isHostile(id));
    for (const id of flows)
      write(
        `${folder}/${id}.adoc`,
        `= ${id}\n\n// authflow:begin ../flows/${id}.yaml picture fit=a4\n// authflow:end\n`,
      );
    write('authflow.config.yaml', `renderer: native\nfit: a4\nformats: [svg]\nout: ${folder}/diagrams\ntheme: light\n`);
    authflow('.', 'render');
    authflow('.', 'embed', folder);
    write('authflow.config.yaml', '{}\n');
    const lacks = [];
    let parts = 0;
    for (const id of flows) {
      run(folder, 'asciidoctor-pdf', '--failure-level=ERROR', `${id}.adoc`);
      const count = read(`${folder}/${id}.adoc`).match(/^image::/gm)?.length ?? 0;
      parts += count;
      const pages = Number(/Pages: +(\d+)/.exec(run(folder, 'pdfinfo', `${id}.pdf`))?.[1]);
      // The title may have a page of its own.
      if (pages > count + 1) lacks.push(`${id}: ${pages} pages for ${count} parts`);
      const points = smallestType(readFileSync(join(work, folder, `${id}.pdf`), 'latin1'));
      if (points < 7.5) lacks.push(`${id}: type of ${points} points`);
    }
    report('asciidoctor-pdf, parts on A4', lacks, `${flows.length} documents, ${parts} parts`);
  },
  pandoc() {
    writePages('pandoc', 'md', '../');
    copyPictures('pandoc/diagrams');
    for (const id of pictured)
      write(
        `pandoc/${id}.md`,
        `${read(`pandoc/${id}.md`)}\n[//]: # "authflow:begin ../flows/${id}.yaml picture=markdown type=png"\n\n[//]: # "authflow:end"\n`,
      );
    write('authflow.config.yaml', 'formats: [png]\nout: pandoc/diagrams\n');
    authflow('.', 'embed', 'pandoc');
    write('authflow.config.yaml', '{}\n');
    for (const id of ids) {
      run('pandoc', 'pandoc', '-f', 'gfm', `${id}.md`, '-o', `${id}.html`);
      run('pandoc', 'pandoc', '-f', 'gfm', `${id}.md`, '-o', `${id}.docx`);
      // Word's document, read back.
      write(`pandoc-word/${id}.html`, run('pandoc', 'pandoc', '-f', 'docx', '-t', 'html', '--wrap=none', `${id}.docx`));
    }
    lookAt('pandoc, HTML', 'pandoc', (id) => [`${id}.html`], { source: (id) => `pandoc/${id}.md` });
    lookAt('pandoc, Word', 'pandoc-word', (id) => [`${id}.html`], { isTypeset: true });
    const media = pictured.filter((id) => !run('pandoc', 'unzip', '-l', `${id}.docx`).includes('media/'));
    report(
      'pandoc, pictures in Word',
      media.map((id) => `${id}: no picture`),
      `${pictured.length} documents`,
    );
  },
};
