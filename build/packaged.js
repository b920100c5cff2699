// The packaged templates and themes as one module, `packaged:templates`: maps from path to text, and
// to the compiled template. The library touches no file, so its templates travel inside the bundle; esbuild (the build) and vite (the tests) both read them from here.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import compileOptions from '../src/template/compile-options.json' with { type: 'json' };

const ID = 'packaged:templates';
const ROOT = fileURLToPath(new URL('../templates/', import.meta.url));

function templatePaths() {
  return readdirSync(ROOT, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.hbs') || path.endsWith('.yaml'))
    .sort();
}

function moduleText() {
  const texts = templatePaths().map((path) => [path, readFileSync(ROOT + path, 'utf8').replaceAll('\r\n', '\n')]);
  const templates = texts.filter(([path]) => path.endsWith('.hbs'));
  const specs = templates.map(
    ([path, text]) => `${JSON.stringify(path.slice(0, -4))}: ${Handlebars.precompile(text, compileOptions)}`,
  );
  return [
    `export const packaged = ${JSON.stringify(Object.fromEntries(texts))};`,
    `export const precompiled = {${specs.join(',\n')}};`,
  ].join('\n');
}

export function esbuildPackaged() {
  return {
    name: ID,
    setup(build) {
      build.onResolve({ filter: /^packaged:/ }, () => ({ path: ID, namespace: ID }));
      build.onLoad({ filter: /.*/, namespace: ID }, () => ({ contents: moduleText(), loader: 'js' }));
    },
  };
}

export function vitePackaged() {
  return {
    name: ID,
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? moduleText() : null),
  };
}
