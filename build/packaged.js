// Modules that hold what lies in folders, since the library touches no file: esbuild (the build) and vite (the tests) both
// read them from here. `packaged:templates`: templates and themes, from path to text, and to the compiled template.
// `packaged:lint-rules`: each security rule of src/lint/rules/ with its examples of test/lint/cases/.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import compileOptions from '../src/template/compile-options.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../templates/', import.meta.url));
const RULES = fileURLToPath(new URL('../src/lint/rules/', import.meta.url));
const EXAMPLES = new URL('../test/lint/cases/', import.meta.url);

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
  return [
    `export const packaged = ${JSON.stringify(Object.fromEntries(texts))};`,
    `export const precompiled = {${specs.join(',\n')}};`,
  ].join('\n');
}

function lintRulesModule() {
  const names = readdirSync(RULES)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort();
  const read = (name, kind) => readFileSync(new URL(`${name}.${kind}.yaml`, EXAMPLES), 'utf8').replaceAll('\r\n', '\n');
  const examples = names.map((name) => [name, { bad: read(name, 'bad'), good: read(name, 'good') }]);
  return [
    ...names.map((name, at) => `import { rule as rule${at} } from ${JSON.stringify(`${RULES}${name}.ts`)};`),
    `export const rules = [${names.map((_, at) => `rule${at}`).join(', ')}].sort((one, other) => (one.id < other.id ? -1 : 1));`,
    `export const examples = ${JSON.stringify(Object.fromEntries(examples))};`,
  ].join('\n');
}

const modules = { 'packaged:templates': templatesModule, 'packaged:lint-rules': lintRulesModule };

export function esbuildPackaged() {
  return {
    name: 'packaged',
    setup(build) {
      build.onResolve({ filter: /^packaged:/ }, ({ path }) => ({ path, namespace: 'packaged' }));
      build.onLoad({ filter: /.*/, namespace: 'packaged' }, ({ path }) => ({
        contents: modules[path](),
        loader: 'js',
        resolveDir: RULES,
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
