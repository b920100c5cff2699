/**
 * The manifest of an output folder: which texts in it are ours, what each was made of, and what it holds. One sorted line
 * for each, so that branches merge.
 *
 * It is written twice: before the texts, with lines of what is there and of what will be, and after them, with one line
 * for each. So a run that dies between leaves no text that the manifest does not know.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CompiledFlow, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';
import { whileLocked } from './lock.js';
import { normalizeBreaks, writeInside } from './write-output.js';

export const MANIFEST = '.authflow-manifest';

export interface ManifestLine {
  /** Hash of all that an author decides: flow, includes, options, templates. */
  readonly input: string;
  /** Hash of the text. */
  readonly content: string;
  /** The release that would make it again, with nothing to say; null where that is not known. */
  readonly release: string | null;
}

/** By the path in the folder. A run that died, or a merge, leaves several lines for a file: it holds what one of them says. */
export type Manifest = ReadonlyMap<string, readonly ManifestLine[]>;

/** Of texts that a run makes, by the path in the folder. */
export type NewLines = ReadonlyMap<string, ManifestLine>;

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
  const lines = new Map<string, ManifestLine[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, path, input, content, release = null] =
      /^([^/\\\s]+) ([0-9a-f]{16}) ([0-9a-f]{16})(?: (\S+))?$/.exec(line) ?? [];
    if (path === undefined || input === undefined || content === undefined) continue;
    lines.set(path, [...(lines.get(path) ?? []), { input, content, release }]);
  }
  return lines;
}

/** Before texts are written. What goes wrong here, goes wrong at {@link settleTexts} too, and is told there. */
export async function announceTexts(folder: string, announced: NewLines, world: World): Promise<void> {
  await updateManifest(folder, world, (current) => {
    const beside = [...announced].map(([path, line]) => [path, [...(current.get(path) ?? []), line]] as const);
    return new Map([...current, ...beside]);
  });
}

/** After texts were written or removed. Null when done. */
export async function settleTexts(
  folder: string,
  { written = new Map(), removed = [] }: { readonly written?: NewLines; readonly removed?: readonly string[] },
  world: World,
): Promise<Diagnostic | null> {
  return updateManifest(folder, world, (current) => {
    const settled = [...written].map(([path, line]) => [path, [line]] as const);
    const lines = new Map([...current, ...settled]);
    for (const path of removed) lines.delete(path);
    return lines;
  });
}

/** Other runs may write meanwhile: what they noted stays. */
async function updateManifest(
  folder: string,
  world: World,
  change: (current: Manifest) => Manifest,
): Promise<Diagnostic | null> {
  return whileLocked(join(folder, `${MANIFEST}.lock`), world, async () => {
    const current = readManifest(folder, world);
    const lines = change(current);
    if (lines.size === 0 && current.size === 0) return null;
    const result = await writeInside(folder, MANIFEST, printManifest(lines), world);
    return typeof result === 'object' ? result : null;
  });
}

function printManifest(manifest: Manifest): string {
  const lines = [...manifest].flatMap(([path, ofFile]) =>
    ofFile.map(({ input, content, release }) => [path, input, content, release ?? []].flat().join(' ')),
  );
  return [HEADER, ...[...new Set(lines)].sort(), ''].join('\n');
}

export const manifestLine = (input: string, content: string, release: string | null): ManifestLine => ({
  input,
  content: hash(content),
  release,
});

/** The lines that tell of this very text; none, where somebody else wrote it. */
export function linesOf(text: string, lines: readonly ManifestLine[]): readonly ManifestLine[] {
  const content = hash(normalizeBreaks(text));
  return lines.filter((line) => line.content === content);
}

/** What its author decides of a flow's texts. Shipped flows and packaged templates are the tool's. */
export function inputOf({ inputs }: CompiledFlow, { options, config, own }: OpenProject): string {
  const { set, theme, style, charset, width, fenced, comment, redact, threats } = options;
  const byDefault = config.shape.theme?.value;
  const choices = { set, theme, style, charset, width, fenced, comment, redact, threats, byDefault };
  const zones = config.shape.zones?.map(({ key, value: { light, dark } }) => [key.value, light.value, dark.value]);
  const texts = inputs.map(({ text }) => normalizeBreaks(text));
  // Of templates, the name decides what they are for.
  const designs = own.map(({ path, text }) => [path.split('/').slice(-2).join('/'), normalizeBreaks(text)]);
  return hash(JSON.stringify([[...texts, ...designs], choices, zones]));
}

/** 64 bits: it tells two states of one file apart, and guards against nobody. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

export interface OutputFolder {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}
