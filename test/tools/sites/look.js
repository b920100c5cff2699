/** What a reader sees of a built page: texts, code, and pictures that are there. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allFormats, ids, pictured, read, textsOf, work } from './project.js';
import { inOneLine } from './texts.js';

const named = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', ldquo: '“' };
Object.assign(named, { rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»', copy: '©', reg: '®', trade: '™' });

export const decode = (html) =>
  html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(\w+);/g, (whole, name) => named[name] ?? whole);

const withoutTags = (html) =>
  decode(
    html
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<br\s*\/?>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );

/** Without code blocks: the flow file in one of them holds every text. Zero-width spaces are for the eye alone. */
export const proseOf = (html) =>
  inOneLine(withoutTags(html.replace(/<(script|style|pre|head|nav)\b[^]*?<\/\1>/g, '')).replaceAll('\u200b', ''));

export const codeOf = (html) =>
  [...html.matchAll(/<pre\b[^>]*>([^]*?)<\/pre>/g)].map(([, code]) =>
    withoutTags(code)
      .replace(/[ \t]+$/gm, '')
      .trim(),
  );

/** The code blocks of a page's source, in Markdown or AsciiDoc. */
const fenced = (source) =>
  [...source.matchAll(/^(`{3,}|-{4,}|\.{4,})[^\n]*\n([^]*?)\n\1$/gm)].map(([, , code]) =>
    code.replace(/[ \t]+$/gm, '').trim(),
  );

/** Sites that set type: quotes, dashes and dots of prose are others. */
export const typeset = (text) =>
  text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...')
    .replaceAll('—', '---')
    .replaceAll('–', '--')
    .replaceAll('«', '<<')
    .replaceAll('»', '>>')
    .replace(/ ?(<<|>>) ?/g, '$1');

/**
 * Looks through all pages of a site, and reports what is not there.
 *
 * @param kind how the report calls the site
 * @param out the folder of the built site
 * @param name the ends of the name that the page of a flow may have
 * @param options `source`: the page's source, by which code is compared; `isTypeset`: whether typographic quotes are right;
 *   `formats`: the blocks of a flow
 */
export function lookAt(kind, out, name, { source = null, isTypeset = false, formats = () => allFormats } = {}) {
  const files = readdirSync(join(work, out), { recursive: true }).map(String);
  const same = isTypeset ? typeset : (text) => text;
  const lacks = [];
  let [pages, texts, blocks, pictures] = [0, 0, 0, 0];
  for (const id of ids) {
    const file = files.find((one) => name(id).some((end) => `/${one}`.endsWith(`/${end}`)));
    if (file === undefined) {
      lacks.push(`${id}: no page`);
      continue;
    }
    pages += 1;
    const html = read(join(out, file));
    const prose = same(proseOf(html));
    for (const text of textsOf(id, formats(id))) {
      texts += 1;
      if (!prose.includes(same(text))) lacks.push(`${id}: ${JSON.stringify(text)}`);
    }
    const code = codeOf(html);
    for (const block of source === null ? [] : fenced(read(source(id)))) {
      blocks += 1;
      if (!code.includes(block)) lacks.push(`${id}: a code block, ${JSON.stringify(block.slice(0, 60))}`);
    }
  }
  for (const file of files.filter(
    (one) => one.endsWith('.html') && pictured.some((id) => one.includes(`pictures-${id}`)),
  )) {
    const shown = [...read(join(out, file)).matchAll(/<img\b[^>]*?\bsrc="([^"]+)"/g)].map(([, src]) => decode(src));
    // Docusaurus names pictures by their contents.
    const drawn = shown.filter((src) => /\.(?:svg|png)$/.test(src));
    if (drawn.length === 0) lacks.push(`${file}: no picture`);
    for (const src of drawn) {
      pictures += 1;
      const path = decodeURI(src);
      const at = path.startsWith('/') ? join(work, out, path) : join(work, out, dirname(file), path);
      if (!existsSync(at)) lacks.push(`${file}: no ${src}`);
    }
  }
  report(kind, lacks, `${pages} pages, ${texts} texts, ${blocks} code blocks, ${pictures} pictures`);
}

export function report(kind, lacks, summary) {
  console.log(`${kind}: ${summary}${lacks.length > 0 ? `, missing: ${lacks.length}` : ''}`);
  for (const lack of lacks.slice(0, 12)) console.log(`  ${lack}`);
  if (lacks.length > 0) process.exitCode = 1;
}
