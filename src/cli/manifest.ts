/**
 * The manifest of an output folder: which texts in it are ours, what each was made of, and what it holds. One sorted line
 * for each, so that branches merge.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import type { CompiledFlow } from './compile-flows.js';
import type { OpenProject } from './open-flows.js';
import type { World } from './world.js';
import { normalizeBreaks, writeInside } from './write-output.js';

export const MANIFEST = '.authflow-manifest';

export interface ManifestLine {
  /** Hash of all that an author decides: flow, includes, options, templates. */
  readonly input: string;
  /** Hash of the text. */
  readonly content: string;
}

/** By the path in the folder. */
export type Manifest = ReadonlyMap<string, ManifestLine>;

const HEADER =
  '# Texts that authflow made: file, hash of what it was made of, hash of what it holds. Render after a merge.';

/** Names of files alone, so that no manifest leads out of its folder. A folder without one, or one with the marks of a merge conflict, is no mistake: what is not told, is not known. */
export function readManifest(folder: string, { files }: World): Manifest {
  try {
    return parseManifest(files.readFileSync(join(folder, MANIFEST), 'utf8'));
  } catch {
    return new Map();
  }
}

function parseManifest(text: string): Manifest {
  const lines = text.split(/\r?\n/).map((line) => /^([^/\\\s]+) ([0-9a-f]{16}) ([0-9a-f]{16})$/.exec(line));
  return new Map(
    lines.flatMap((line) => {
      const [, path, input, content] = line ?? [];
      return path === undefined || input === undefined || content === undefined ? [] : [[path, { input, content }]];
    }),
  );
}

/** Lays lines over those that are there, and takes some away; another run may have written meanwhile. Null when done. */
export async function updateManifest(
  folder: string,
  { add, remove = [] }: { readonly add: Manifest; readonly remove?: readonly string[] },
  world: World,
): Promise<Diagnostic | null> {
  const current = readManifest(folder, world);
  const lines = new Map([...current, ...add]);
  for (const path of remove) lines.delete(path);
  if (lines.size === 0 && current.size === 0) return null;
  const sorted = [...lines].sort(([one], [other]) => (one < other ? -1 : 1));
  const text = [HEADER, ...sorted.map(([path, { input, content }]) => `${path} ${input} ${content}`), ''].join('\n');
  const result = await writeInside(folder, MANIFEST, text, world);
  return typeof result === 'object' ? result : null;
}

export const manifestLine = (input: string, content: string): ManifestLine => ({ input, content: hash(content) });

export const holds = ({ content }: ManifestLine, text: string): boolean => content === hash(normalizeBreaks(text));

/** What its author decides of a flow's texts. Shipped flows and packaged templates are the tool's. */
export function inputOf({ inputs }: CompiledFlow, { options, config, own }: OpenProject): string {
  const { set, theme, style, charset, width, fenced, comment } = options;
  const choices = { set, theme, style, charset, width, fenced, comment, byDefault: config.shape.theme?.value };
  const zones = config.shape.zones?.map(({ key, value: { light, dark } }) => [key.value, light.value, dark.value]);
  const texts = [...inputs, ...own].map(({ text }) => normalizeBreaks(text));
  return hash(JSON.stringify([texts, choices, zones]));
}

/** 64 bits: it tells two states of one file apart, and guards against nobody. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
