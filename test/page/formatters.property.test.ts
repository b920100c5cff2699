/** Pages are as Prettier's defaults leave them, and pass markdownlint's, so that neither fights with `authflow check`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { lint } from 'markdownlint/sync';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';
import { renderFlow, renderGallery } from '../../src/render.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { exchange, fill, flow, message, page, participant, request } from './flows.js';
import { response, sample, section, table } from './flows.js';

const root = new URL('../../', import.meta.url);
const constructs = new URL('docs/constructs/', root);

function loadConstruct(name: string): Flow {
  const readSource = (named: string) => {
    const path = named.replace(/^shipped:(.*)$/, 'flows/$1.yaml');
    return existsSync(new URL(path, root)) ? { path, text: readFileSync(new URL(path, root), 'utf8') } : null;
  };
  const source = readSource(`docs/constructs/${name}`);
  if (!source) throw new Error(`no ${name}`);
  const { flow: compiled } = compileFlow(source, { readSource });
  if (!compiled) throw new Error(`${name} is no flow`);
  return compiled;
}

const shipped = flowIds.map((id) => [id, () => loadFlow(id)] as const);
const small = readdirSync(constructs)
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('_'))
  .map((name) => [name, () => loadConstruct(name)] as const);

const printed = (one: Flow): readonly string[] =>
  renderFlow(one, { formats: ['page', 'steps'] }).artifacts.map(({ content }) => content);

/**
 * MD013 wants lines of 80 characters: tables, links and paragraphs have one line each. MD033 wants no HTML: two pictures, for
 * light and dark pages, can't be had without. MD041 wants a title: a table of steps has none.
 */
const rules = { default: true, MD013: false, MD033: { allowed_elements: ['picture', 'source', 'img'] } };

function findings(markdown: string): readonly string[] {
  const isPage = markdown.startsWith('# ');
  const found = lint({ strings: { page: markdown }, config: { ...rules, MD041: isPage } });
  return (found.page ?? []).map(({ ruleNames: [rule], lineNumber }) => `${rule} ${lineNumber}`);
}

describe.each([...shipped, ...small])('the page of %s', (_, load) => {
  it('is as Prettier leaves it, and passes markdownlint', async () => {
    for (const markdown of printed(load())) {
      expect(await prettier.format(markdown, { parser: 'markdown' })).toBe(markdown);
      expect(findings(markdown)).toEqual([]);
    }
  });
});

it('the list of all flows is, too', async () => {
  const entries = flowIds.map((id) => ({ flow: loadFlow(id), path: `${id}.md` }));
  const markdown = renderGallery(entries, { title: 'Flows', picture: 'client-credentials', lang: '' });
  expect(await prettier.format(markdown, { parser: 'markdown' })).toBe(markdown);
  expect(findings(markdown)).toEqual([]);
});

describe('headings', () => {
  const headingsOf = (one: Flow): readonly string[] =>
    printed(one)
      .join('')
      .split('\n')
      .filter((line) => /^#+ /.test(line));

  it('are unique, whatever an author calls them', () => {
    const sent = exchange('x', request('GET', 'https://api.example.com/a'));
    const again = exchange('y', request('GET', 'https://api.example.com/a'));
    const answered = [sent, again].flatMap((each) => [
      each,
      message('AS', 'C', '200', { isReply: true, replyTo: each.id, response: response(200) }),
    ]);
    const one = flow({
      title: fill('Text diagrams'),
      participants: [participant('C', 'confidential-client'), participant('AS', 'authorization-server')],
      steps: answered,
      page: page({
        samples: [sample(sent), sample(again)],
        sections: [
          section('Text diagram', { sections: [section('Text diagram')] }),
          section('Limitations'),
          section('Text diagrams'),
        ],
        limitations: [fill('x')],
      }),
    });
    const found = headingsOf(one).map((line) => line.replace(/^#+ /, ''));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain('Text diagram (2)');
    expect(found).toContain('`GET /a` (2)');
  });

  it('name a second response after its request', () => {
    expect(headingsOf(loadFlow('authorization-code')).filter((line) => line.startsWith('### Response'))).toEqual([
      '### Response example',
      '### Response example: Authorization response',
      '### Response example: Token request',
      '### Response example: `GET /v1/calendar`',
    ]);
  });
});

it('a fence always has a language, and code that Prettier would format keeps its lines', async () => {
  const code = (language: string, text: string) => section(`x ${language}`, { code: { language, text: fill(text) } });
  const texts = ['yaml', 'json', 'js', 'ts', 'html', 'css', 'markdown', 'graphql', 'vue', 'mdx', ''];
  const sections = texts.map((language) => code(language, '{ "a":   [1,\n 2] }'));
  const tables = section('Tables', { table: table(['a|b', '日本'], [['{{ x }}', 'y'], ['1']]) });
  const one = flow({ page: page({ sections: [...sections, tables] }) });
  for (const markdown of printed(one)) {
    expect(await prettier.format(markdown, { parser: 'markdown' })).toBe(markdown);
    // The break between two braces is HTML.
    expect(findings(markdown).filter((each) => !each.startsWith('MD033'))).toEqual([]);
  }
});
