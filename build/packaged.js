// Modules with the contents of folders, because the library reads no files: esbuild (the build) and vite (the tests) both
// get them from here. `packaged:templates`: templates, themes and words by path, as texts; templates compiled and words parsed, too.
// `packaged:emoji-names`: the names of emoji that sites write between colons, without the rest of their list.
// `packaged:lint-examples`: the flow files of src/lint/examples/, by the security rule's name.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nameToEmoji } from 'gemoji';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import compileOptions from '../src/template/compile-options.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../templates/', import.meta.url));
const EXAMPLES = new URL('../src/lint/examples/', import.meta.url);

function templatePaths() {
  return readdirSync(ROOT, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.hbs') || path.endsWith('.yaml'))
    .sort();
}

function templatesModule() {
  const texts = templatePaths().map((path) => [path, readFileSync(ROOT + path, 'utf8').replaceAll('\r\n', '\n')]);
  const templates = texts.filter(([path]) => path.endsWith('.hbs'));
  const specs = templates.map(
    ([path, text]) => `${JSON.stringify(path.slice(0, -4))}: ${Handlebars.precompile(text, compileOptions)}`,
  );
  const words = texts.flatMap(([path, text]) => {
    const [, lang] = /^words\.([\w-]+)\.yaml$/.exec(path) ?? [];
    return lang === undefined ? [] : [[lang, parse(text)]];
  });
  return [
    `export const packaged = ${JSON.stringify(Object.fromEntries(texts))};`,
    `export const packagedWords = ${JSON.stringify(Object.fromEntries(words))};`,
    `export const precompiled = {${specs.join(',\n')}};`,
  ].join('\n');
}

function lintExamplesModule() {
  const names = readdirSync(EXAMPLES)
    .filter((file) => file.endsWith('.bad.yaml'))
    .map((file) => file.slice(0, -'.bad.yaml'.length))
    .sort();
  const read = (name, kind) => readFileSync(new URL(`${name}.${kind}.yaml`, EXAMPLES), 'utf8').replaceAll('\r\n', '\n');
  const examples = names.map((name) => [name, { bad: read(name, 'bad'), good: read(name, 'good') }]);
  return `export const examples = ${JSON.stringify(Object.fromEntries(examples))};`;
}

const emojiNamesModule = () => `export const emojiNames = new Set(${JSON.stringify(Object.keys(nameToEmoji))});`;

const modules = {
  'packaged:emoji-names': emojiNamesModule,
  'packaged:templates': templatesModule,
  'packaged:lint-examples': lintExamplesModule,
};

export function esbuildPackaged() {
  return {
    name: 'packaged',
    setup(build) {
      build.onResolve({ filter: /^packaged:/ }, ({ path }) => ({ path, namespace: 'packaged' }));
      build.onLoad({ filter: /.*/, namespace: 'packaged' }, ({ path }) => ({
        contents: modules[path](),
        loader: 'js',
      }));
    },
  };
}

export function vitePackaged() {
  return {
    name: 'packaged',
    resolveId: (id) => (id in modules ? `\0${id}` : null),
    load: (id) => (id.startsWith('\0packaged:') ? modules[id.slice(1)]() : null),
  };
}
