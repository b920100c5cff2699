/** The examples of docs/constructs/: flow files that are documentation, input and golden at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileFlow } from '../../src/compile.js';
import type { Flow } from '../../src/model/flow.js';
import { renderFlow } from '../../src/render.js';
import type { Source } from '../../src/source/source.js';

export const folder = new URL('../../docs/constructs/', import.meta.url);

/** A shipped flow. */
export const readShipped = (path: string): Source | null =>
  path.startsWith('shipped:') ? readConstruct(`../../flows/${path.slice('shipped:'.length)}.yaml`) : null;

/** Paths are relative to the folder. */
export function readConstruct(path: string): Source | null {
  if (path.startsWith('shipped:')) return readShipped(path);
  const file = new URL(path, folder);
  return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : null;
}

export const goldenPath = (name: string): string => fileURLToPath(new URL(name, folder));

const yamlIn = (path: string): readonly string[] =>
  readdirSync(new URL(path, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''));

/** Without their ending. */
export const constructs = yamlIn('.');
export const includes = yamlIn('shared/').map((name) => `shared/${name}`);

export function sourceOf(construct: string): Source {
  const source = readConstruct(`${construct}.yaml`);
  if (!source) throw new Error(`no ${construct}.yaml`);
  return source;
}

/** What each compiles and renders to, once for all tests. */
const made = new Map<string, { flow: Flow; rendered: ReturnType<typeof renderFlow> }>();

function make(name: string) {
  const { flow, diagnostics } = compileFlow(sourceOf(name), { readSource: readConstruct });
  if (!flow || diagnostics.length > 0)
    throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return { flow, rendered: renderFlow(flow) };
}

export function construct(name: string) {
  const one = made.get(name) ?? make(name);
  made.set(name, one);
  return one;
}
