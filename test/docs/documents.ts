/** Documents for tests, and flows that they cite. */
import { readFileSync } from 'node:fs';
import { compileFlow } from '../../src/compile.js';
import { describeInDocument, embeddable, renderFlow } from '../../src/render.js';
import type { RenderOptions, TextFormat as Format } from '../../src/render.js';
import { english } from '../builders/english.js';
import { citePage } from '../../src/cli/embed/cite-page.js';
import type { CiteFlow, EmbeddedDocument } from '../../src/docs/embed-flows.js';
import { embedFlows } from '../../src/docs/embed-flows.js';
import { documentKind } from '../../src/docs/markers/document-kind.js';

const root = new URL('../../', import.meta.url);

/** Makes a value once for each key. */
function memory<T>(): (key: string, make: () => T) => T {
  const made = new Map<string, { readonly value: T }>();
  return (key, make) => {
    const { value } = made.get(key) ?? { value: make() };
    made.set(key, { value });
    return value;
  };
}

const compiled = memory<ReturnType<typeof compileFlow>>();
const printed = memory<string | null>();

/** Cites files by their path in this repository, with two pictures each. */
export const citeFor =
  (document: string): CiteFlow =>
  (citation, report) => {
    const { source: name, set, theme, charset, width, type, block } = citation;
    const source = { path: name, text: readFileSync(new URL(name, root), 'utf8') };
    const key = JSON.stringify([name, set]);
    const { flow, diagnostics } = compiled(key, () => compileFlow(source, { set }));
    diagnostics.forEach(report);
    if (!flow) return null;
    const options = {
      ...(charset !== null && { charset }),
      ...(theme !== null && { theme: theme.first }),
      ...(width !== null && { width }),
    };
    const print = (format: Format, how: Pick<RenderOptions, 'asciidoc' | 'pictures'> = {}) =>
      printed(
        JSON.stringify([key, format, options, how]),
        () => renderFlow(flow, { ...options, ...how, formats: [format] }).artifacts[0]?.content ?? null,
      );
    const isAsciidoc = documentKind(document) === 'asciidoc';
    const pictures = { light: `../out/${flow.id}.${type}`, dark: `../out/${flow.id}.dark.${type}` };
    const asciidoc = { depth: 1, section: null, mermaid: block };
    const output = { path: '', hasPages: true };
    return {
      flow,
      path: name,
      sources: [source],
      text: (format) => {
        if (format === 'yaml') return source.text;
        return print(format as Format, isAsciidoc && format === 'steps' ? { asciidoc } : {});
      },
      page: (depth) =>
        citePage(flow, citation, { isAsciidoc, depth, output, report, say: english.say }, (how) => print('page', how)),
      description: () => describeInDocument(flow, { ...options, ...(isAsciidoc && { asciidoc }) }),
      pictures,
      parts: [],
      pagePictures: [],
    };
  };

export const embed = (text: string, path = 'docs/page.md'): Promise<EmbeddedDocument> =>
  embedFlows({ path, text }, citeFor(path), embeddable);

/** What is embedded, or an error that shows what stands in the way. */
export async function embedded(text: string, path?: string): Promise<string> {
  const result = await embed(text, path);
  if (result.text === null) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.text;
}

export const REFERENCE = 'flows/client-credentials.yaml';

export const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');
export const blockOf = (words: string): string =>
  lines(`[//]: # "authflow:begin ${REFERENCE} ${words}"`, '', '[//]: # "authflow:end"');

/** What a block may show, by the words of its marker. */
export const everyFormat = [
  'format=mermaid',
  'format=text',
  'format=text charset=ascii width=100',
  'format=alt',
  'format=steps',
  'format=yaml',
  'format=page',
  'section=token-request',
  'picture',
  'picture width=420 alt=Sign-in',
  'picture describe',
  'picture=docusaurus describe',
  'picture=docusaurus',
  'picture=docusaurus type=png width=420',
  'picture=markdown',
  'picture=markdown describe',
];

const indented = (words: string, first: string, prefix: string): string =>
  lines(
    first,
    ...blockOf(words)
      .trimEnd()
      .split('\n')
      .map((line) => (prefix + line).trimEnd()),
    first,
  );
/** Where a block may stand. */
export const everyPlace = [
  ['on its own', (words: string) => blockOf(words)],
  ['in lists', (words: string) => indented(words, '', '  ').replace('  [', '- [')],
  ['in quotes', (words: string) => indented(words, '', '> ')],
] as const;
