/**
 * The law of the rooms: a room imports only earlier rooms, and these by their front doors; no file is in a circle; only the
 * rooms at the edge touch the world. Each breach is printed with its reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsIn } from './imports-in.js';
import type { Import } from './imports-in.js';

interface Law {
  readonly may: readonly string[];
  /** Rooms of which it may import nothing but types. */
  readonly types?: readonly string[];
  readonly why: string;
}

const output = 'an output sees the model and its words, not the YAML, the engine or another output';

/** What each room of src/ may import beside `source`, and why no more. */
const rooms: Readonly<Record<string, Law>> = {
  source: { may: [], why: 'texts and places know no stage' },
  model: { may: [], why: 'the model is vocabulary: it knows no stage' },
  syntax: { may: ['model'], why: 'reading a file comes before everything else' },
  resolve: { may: ['syntax'], why: 'a flow is joined from files before it is checked' },
  rules: { may: ['syntax'], why: 'rules look at shapes, not at what is made of them' },
  secrets: { may: [], why: 'secrets are found in any text, before anything is made of it' },
  assemble: { may: ['model', 'syntax', 'resolve'], why: 'the model is made of a checked shape' },
  lint: {
    may: ['model', 'secrets'],
    why: 'security rules look at what a flow means, not at how it was written or is drawn',
  },
  requests: { may: ['model'], why: 'a wire request is made of a message, and knows no page' },
  template: { may: ['model'], why: 'the engine and its checker know no flow' },
  words: { may: ['model', 'template'], why: 'words are the same for every output, so they know none' },
  wording: { may: ['model', 'syntax'], why: 'words are data, which templates and outputs say' },
  theme: { may: ['model', 'syntax'], why: 'a theme is data about colours' },
  mermaid: { may: ['model', 'theme'], why: output },
  layout: { may: ['model'], why: 'a layout counts in units: it knows no letter, glyph or colour' },
  'text-diagram': { may: ['model', 'layout'], why: output },
  scene: {
    may: ['layout', 'model', 'theme'],
    why: 'a picture is laid out from words and a theme, and knows no printer',
  },
  bounds: { may: ['scene'], types: ['scene'], why: 'where items are follows from the items' },
  svg: {
    may: ['model', 'scene'],
    types: ['scene'],
    why: 'a printer writes down what is laid out, and decides nothing',
  },
  pptx: {
    may: ['bounds', 'scene'],
    why: 'a printer writes down what is laid out, and measures only what is laid out nowhere',
  },
  drawio: {
    may: ['bounds', 'scene'],
    types: ['scene'],
    why: 'a printer writes down what is laid out, and decides nothing',
  },
  page: { may: ['model', 'requests'], why: output },
  description: { may: ['model'], why: output },
  deck: { may: ['model'], why: output },
  register: { may: ['model', 'page'], why: 'a register lists what the author wrote, however it is drawn' },
  docs: { may: ['model'], why: 'a block holds finished texts: how they are made is not its business' },
  import: { may: ['model', 'syntax', 'theme'], why: 'an import writes a flow file, and knows not how it is drawn' },
  stamp: { may: [], why: 'a stamp is read without a browser' },
  files: { may: [], why: 'how a file is read does not depend on what it holds' },
  peers: { may: ['files'], why: 'a package is found and loaded whatever it is for' },
  fonts: { may: ['model', 'files', 'peers'], why: 'a font has letters, and knows no picture' },
  canvas: {
    may: ['bounds', 'scene', 'stamp', 'peers', 'fonts'],
    types: ['scene'],
    why: 'a printer paints what is laid out, and decides nothing',
  },
  browser: { may: ['model', 'stamp', 'files', 'peers', 'fonts'], why: 'pictures are made from finished Mermaid' },
};

/** Where the stages are joined: they see every room but those at the edge. */
const joints = ['index.ts', 'web.ts', 'compile.ts', 'resolved.ts', 'design.ts', 'picture', 'outputs', 'render.ts'];

/** Rooms that touch files, processes, the console, the network or a browser. */
const edge = ['cli', 'browser', 'canvas', 'files', 'fonts', 'peers'];
/** Node's modules that touch nothing of the user's: paths as texts, hashes, compression, a dependency on demand. */
const pure = ['node:path', 'node:crypto', 'node:zlib', 'node:module'];

/** Rooms that are much code for few commands: loaded by `await import`, never with the start. */
const onDemand = ['lint', 'template/compiler'];

/** The one room that imports a package, so that it can be replaced. */
const packages: Readonly<Record<string, string>> = {
  handlebars: 'template',
  yaml: 'syntax',
  zod: 'syntax',
  'character-entities': 'import',
  'string-width': 'text-diagram',
  'any-ascii': 'words',
  culori: 'theme',
  'fastest-levenshtein': 'source',
  acorn: 'docs',
  'acorn-jsx': 'docs',
  micromark: 'docs',
  'micromark-extension-frontmatter': 'docs',
  'micromark-extension-mdxjs': 'docs',
  'micromark-util-decode-string': 'docs',
  'micromark-util-types': 'docs',
  fflate: 'pptx',
  chokidar: 'cli',
  commander: 'cli',
  diff: 'cli',
  tinyglobby: 'cli',
  'packaged:templates': 'design.ts',
  'packaged:lint-examples': 'lint',
  'packaged:emoji-names': 'page',
  '@mermaid-js/mermaid-cli': 'browser',
  puppeteer: 'browser',
  'subset-font': 'fonts',
  '@napi-rs/canvas': 'canvas',
};

const root = new URL('../src/', import.meta.url);
const files = readdirSync(root, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

const sources = new Map(
  files.map((path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    return [path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest)];
  }),
);

const imports = new Map([...sources].map(([path, source]) => [path, importsIn(source)]));

/** `mermaid/view.ts` is of the room `mermaid`, `compile.ts` of `compile.ts`. */
const roomOf = (path: string): string => path.split('/')[0] ?? '';

const targetOf = (path: string, { written }: Import): string =>
  posix.join(posix.dirname(path), written).replace(/\.js$/, '.ts');

/** The folder whose front door leads from one file to another; null for one of the same folder, or of one around it. */
function doorBetween(path: string, target: string): string | null {
  const [from, to] = [path, target].map((file) => file.split('/').slice(0, -1)) as [string[], string[]];
  const common = to.findIndex((folder, index) => folder !== from[index]);
  return common < 0 ? null : to.slice(0, common + 1).join('/');
}

function breachesOf(path: string, found: Import): readonly string[] {
  const { written } = found;
  if (written.startsWith('.')) return [...roomBreach(path, found), ...doorBreach(path, found)];
  if (written.startsWith('node:')) return nodeBreach(path, written);
  const owner = packages[packageOf(written)];
  if (owner === undefined)
    return [`src/${path} imports ${written}: name its one room in test/architecture.property.test.ts`];
  return owner === roomOf(path)
    ? []
    : [`src/${path} imports ${written}: only ${owner} may, so that it can be replaced`];
}

const packageOf = (written: string): string =>
  written.startsWith('packaged:')
    ? written
    : written
        .split('/')
        .slice(0, written.startsWith('@') ? 2 : 1)
        .join('/');

function roomBreach(path: string, found: Import): readonly string[] {
  const [room, other] = [roomOf(path), roomOf(targetOf(path, found))];
  if (other === room || other === 'source' || room === 'cli') return [];
  if (joints.includes(room)) return edge.includes(other) ? [`src/${path} imports ${other}: the library is pure`] : [];
  const law = rooms[room];
  if (!law) return [`src/${path}: give the room ${room} a law in test/architecture.property.test.ts`];
  const mayHave = law.may.includes(other) && (found.isType || !law.types?.includes(other));
  return mayHave ? [] : [`src/${path} imports ${targetOf(path, found)}: ${law.why}`];
}

function doorBreach(path: string, found: Import): readonly string[] {
  const target = targetOf(path, found);
  const door = doorBetween(path, target);
  if (door === null) return [];
  if (target !== `${door}/index.ts`) return [`src/${path} imports ${target}: go through ${door}/index.ts`];
  const isEager = !found.isType && !found.isDynamic;
  return onDemand.includes(door) && isEager ? [`src/${path} imports ${door} with the start: load it on demand`] : [];
}

function nodeBreach(path: string, written: string): readonly string[] {
  if (edge.includes(roomOf(path)) || pure.includes(written)) return [];
  return [`src/${path} imports ${written}: only ${edge.join(' and ')} touch the world`];
}

/** Whether the code, not its strings, says `process.…`, `console.…` or `globalThis.…`. */
function namesWorld(node: ts.Node): boolean {
  const isAccess = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
  if (isAccess && ['process', 'console', 'globalThis', 'fetch'].includes(node.expression.text)) return true;
  return ts.forEachChild(node, (child) => namesWorld(child) || undefined) ?? false;
}

/** Files that import each other in a circle, types included (Tarjan's strongly connected components). */
function findRings(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const rings: string[] = [];
  const visit = (file: string): void => {
    const number = order.size;
    order.set(file, number);
    low.set(file, number);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== number) return;
    const ring = stack.splice(stack.indexOf(file));
    if (ring.length > 1) rings.push(`in a circle: ${ring.map((each) => `src/${each}`).join(', ')}`);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return rings;
}

const graph = new Map(
  [...imports].map(([path, found]) => [
    path,
    found.filter(({ written }) => written.startsWith('.')).map((each) => targetOf(path, each)),
  ]),
);

describe('the law of the rooms', () => {
  it('holds for every import', () => {
    expect(files.length).toBeGreaterThan(50);
    expect([...imports].flatMap(([path, found]) => found.flatMap((each) => breachesOf(path, each)))).toEqual([]);
  });

  it('allows nothing that no file does', () => {
    const done = new Set(
      [...imports].flatMap(([path, found]) => found.map((each) => `${roomOf(path)} ${roomOf(targetOf(path, each))}`)),
    );
    const allowed = Object.entries(rooms).flatMap(([room, { may }]) => may.map((other) => `${room} ${other}`));
    expect(allowed.filter((each) => !done.has(each))).toEqual([]);
  });

  it('has no circle of files', () => expect(findRings(graph)).toEqual([]));

  it('keeps the world at the edge', () => {
    const touching = [...sources].filter(([path, source]) => !edge.includes(roomOf(path)) && namesWorld(source));
    expect(touching.map(([path]) => path)).toEqual([]);
  });

  it('makes doors of nothing but what they show', () => {
    const doors = [...sources].filter(([path]) => /.\/index\.ts$/.test(path));
    const rooms = doors.filter(([, { statements }]) => !statements.every(ts.isExportDeclaration));
    expect(rooms.map(([path]) => path)).toEqual([]);
  });

  it('catches a breach', () => {
    const plain = { isType: false, isDynamic: false, names: [] };
    const breach = (path: string, written: string) => breachesOf(path, { ...plain, written });
    expect(breach('mermaid/x.ts', '../syntax/index.js')).toEqual([
      `src/mermaid/x.ts imports syntax/index.ts: ${output}`,
    ]);
    expect(breach('mermaid/x.ts', '../model/flow.js')).toEqual([
      'src/mermaid/x.ts imports model/flow.ts: go through model/index.ts',
    ]);
    expect(breach('svg/x.ts', '../scene/index.js')).toHaveLength(1);
    expect(breachesOf('svg/x.ts', { ...plain, isType: true, written: '../scene/index.js' })).toEqual([]);
    expect(breach('text-diagram/fit/x.ts', '../measure/blocks.js')).toHaveLength(1);
    expect(breach('text-diagram/fit/x.ts', '../cells.js')).toEqual([]);
    expect(breach('compile.ts', './cli/index.js')).toHaveLength(1);
    expect(breach('cli/check/x.ts', '../../lint/index.js')).toEqual([
      'src/cli/check/x.ts imports lint with the start: load it on demand',
    ]);
    expect(breach('page/x.ts', 'node:fs')).toHaveLength(1);
    expect(breach('compile.ts', './files/index.js')).toHaveLength(1);
    expect(breach('page/x.ts', 'yaml')).toHaveLength(1);
    expect(
      findRings(
        new Map([
          ['a.ts', ['b.ts']],
          ['b.ts', ['c.ts']],
          ['c.ts', ['b.ts']],
        ]),
      ),
    ).toHaveLength(1);
  });
});
