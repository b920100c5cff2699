/** The import law: a stage imports only earlier stages and the shared files. Each breach is printed with its reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What each folder of src/ may import beside itself and the shared files, and why no more. */
const law = {
  model: { may: [], why: 'the model is vocabulary: it knows no stage' },
  syntax: { may: ['model'], why: 'reading a file comes before everything else' },
  resolve: { may: ['model', 'syntax'], why: 'a flow is joined from files before it is checked' },
  rules: { may: ['model', 'syntax', 'resolve'], why: 'rules look at shapes, not at what is made of them' },
  build: { may: ['model', 'syntax', 'resolve'], why: 'the model is built from a checked shape' },
  theme: { may: ['model'], why: 'a theme is data about colours' },
  template: { may: ['model'], why: 'templates print views and words; they know no output' },
  transliterate: { may: ['model'], why: 'it changes words, and knows nothing of their places' },
  mermaid: { may: ['model', 'theme'], why: 'an output sees the model, not the YAML, the engine or another output' },
  ascii: { may: ['model'], why: 'an output sees the model, not the YAML, the engine or another output' },
  page: { may: ['model'], why: 'an output sees the model, not the YAML, the engine or another output' },
  alt: { may: ['model'], why: 'an output sees the model, not the YAML, the engine or another output' },
  deck: { may: ['model'], why: 'an output sees the model, not the YAML, the engine or another output' },
  import: {
    may: ['model', 'syntax', 'theme'],
    why: 'an import writes a flow file: it knows what one may say, not how it is drawn',
  },
  docs: { may: ['model', 'ascii', 'page'], why: 'a block holds finished texts: how they are made is not its business' },
  lint: { may: ['model'], why: 'security rules look at what a flow means, not at how it was written or is drawn' },
  raster: { may: ['model'], why: 'pictures are made from finished Mermaid' },
  cli: { may: '*', why: '' },
} as const satisfies Record<string, { may: readonly string[] | '*'; why: string }>;

/** Values that every stage shares. */
const shared = [
  'source.ts',
  'diagnostic.ts',
  'text.ts',
  'view.ts',
  'lazily.ts',
  'graphemes.ts',
  'emoji.ts',
  'quote.ts',
  'packaged.d.ts',
];
/** Where the stages are joined. */
const joints = ['index.ts', 'compile.ts', 'compile-deck.ts', 'compile-text.ts', 'design.ts', 'presets.ts'];
/** The folder that alone imports a package. */
const packages: Readonly<Record<string, string>> = {
  handlebars: 'template',
  yaml: 'syntax',
  zod: 'syntax',
  'character-entities': 'import',
  'string-width': 'ascii',
  'any-ascii': 'transliterate',
  'fastest-levenshtein': 'diagnostic.ts',
  micromark: 'docs',
  'micromark-extension-frontmatter': 'docs',
  'micromark-extension-mdxjs': 'docs',
  'micromark-util-decode-string': 'docs',
  'micromark-util-types': 'docs',
  chokidar: 'cli',
  commander: 'cli',
  diff: 'cli',
  tinyglobby: 'cli',
  'packaged:templates': 'design.ts',
  'packaged:lint-rules': 'lint',
  '@mermaid-js/mermaid-cli': 'raster',
  puppeteer: 'raster',
  'subset-font': 'raster',
};
/** Node's modules that touch nothing of the user's: paths as texts, hashes, and a dependency loaded on demand. */
const pure = ['node:path', 'node:crypto', 'node:module'];
/** Folders that touch the world. */
const worldly = ['cli', 'raster'];

const root = new URL('../src/', import.meta.url);
const files = readdirSync(root, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

/** `src/mermaid/view.ts` is of `mermaid`, `src/text.ts` of `text.ts`. */
const unitOf = (path: string): string => path.split('/')[0] ?? '';

function importsOf(path: string): readonly string[] {
  const text = readFileSync(new URL(path, root), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function breaches(path: string): readonly string[] {
  const unit = unitOf(path);
  return importsOf(path).flatMap((target) => {
    if (target.startsWith('.')) return localBreach(path, unit, posix.join(posix.dirname(path), target));
    if (target.startsWith('node:')) return nodeBreach(path, unit, target);
    const owner = packages[packageOf(target)];
    if (owner === undefined) return [`src/${path} imports ${target}: name its one place in test/architecture.test.ts`];
    return owner === unit ? [] : [`src/${path} imports ${target}: only ${owner} may, so that it can be replaced`];
  });
}

const packageOf = (target: string): string =>
  target.startsWith('packaged:')
    ? target
    : target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');

function localBreach(path: string, unit: string, target: string): readonly string[] {
  const other = unitOf(target.replace(/\.js$/, '.ts'));
  if (other === unit || shared.includes(other)) return [];
  if (joints.includes(unit))
    return other === 'cli' || other === 'raster' ? [`src/${path} imports ${other}: the library is pure`] : [];
  if (shared.includes(unit)) return [`src/${path} imports ${other}: a shared file knows no stage`];
  const rule = law[unit as keyof typeof law] as { may: readonly string[] | '*'; why: string } | undefined;
  if (rule === undefined) return [`src/${path}: give the folder ${unit} a law in test/architecture.test.ts`];
  if (rule.may === '*' || rule.may.includes(other)) return [];
  return [`src/${path} imports ${target}: ${rule.why}`];
}

function nodeBreach(path: string, unit: string, target: string): readonly string[] {
  if (worldly.includes(unit) || pure.includes(target)) return [];
  return [`src/${path} imports ${target}: only ${worldly.join(' and ')} touch the world`];
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(new URL(path, root), 'utf8'), ts.ScriptTarget.Latest);
}

/** Whether the code, not its strings, says `process.…`, `console.…` or `globalThis.…`. */
function namesWorld(node: ts.Node): boolean {
  const isAccess = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
  if (isAccess && ['process', 'console', 'globalThis'].includes(node.expression.text)) return true;
  return ts.forEachChild(node, (child) => namesWorld(child) || undefined) ?? false;
}

describe('the import law', () => {
  it('finds the sources', () => expect(files.length).toBeGreaterThan(50));
  it.each(files)('src/%s', (path) => expect(breaches(path)).toEqual([]));

  it('keeps process and console at the edge', () => {
    const touching = files.filter((path) => !worldly.includes(unitOf(path)) && namesWorld(parse(path)));
    expect(touching).toEqual([]);
  });

  it('catches a breach', () => {
    expect(localBreach('ascii/x.ts', 'ascii', 'syntax/yaml.js')).toEqual([
      'src/ascii/x.ts imports syntax/yaml.js: an output sees the model, not the YAML, the engine or another output',
    ]);
    expect(localBreach('mermaid/x.ts', 'mermaid', 'cli/main.js')).toHaveLength(1);
    expect(nodeBreach('page/x.ts', 'page', 'node:fs')).toHaveLength(1);
  });
});
