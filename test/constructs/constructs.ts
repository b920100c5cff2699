/** The examples of docs/constructs/: flow files that are documentation, input and golden at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from '../../src/source/source.js';

export const folder = new URL('../../docs/constructs/', import.meta.url);

/** Paths are relative to the folder. */
export function readConstruct(path: string): Source | null {
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
