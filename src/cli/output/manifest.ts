/**
 * The manifest of an output folder: which texts in it are ours, what each was made of, and what it holds. One sorted line
 * for each, so that branches merge.
 *
 * It is written twice: before the texts, with lines of what is there and of what will be, and after them, with one line
 * for each. So a run that dies between leaves no text that the manifest does not know.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { releaseTexts } from '../../design.js';
import { outputDefaults } from '../../outputs/index.js';
import { optionsThat, pickOptions } from '../grammar/index.js';
import type { OptionName, OptionValues } from '../grammar/index.js';
import type { CompiledFlow, OpenProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { memoize } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { whileLocked } from './lock.js';
import { normalizeBreaks, writeInside } from './write-output.js';

export const MANIFEST = '.authflow-manifest';

export interface ManifestLine {
  /** Hash of all that an author decides: see {@link authorHash}. */
  readonly author: string;
  /** Hash of the file. */
  readonly content: string;
  /** Hash of what the release brings, which would make the file again with nothing to say; null where that is not known. */
  readonly release: string | null;
  /** The options of slides that the file was made with, as a shell takes them; '' for none. */
  readonly options: string;
}

/** By the path in the folder. A run that died, or a merge, leaves several lines for a file: it holds what one of them says. */
export type Manifest = ReadonlyMap<string, readonly ManifestLine[]>;

export interface OutputFolder {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Of files that a run makes, by the path in the folder. */
export type NewLines = ReadonlyMap<string, ManifestLine>;

const HEADER =
  '# Files that authflow made: name, hash of what its author decides, hash of what it holds. Render after a merge.';

/**
 * Names of files alone, so that no manifest leads out of its folder, and options of plain words, since a report prints them
 * in a command for a shell. A folder without one, or one with the marks of a merge conflict, is no mistake: what is not
 * told, is not known.
 */
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
    const [, path, author, content, release = null, options = ''] =
      /^([^/\\\s]+) ([0-9a-f]{16}) ([0-9a-f]{16})(?: (?!-)(\S+))?(?: (--[\w:., -]+))?$/.exec(line) ?? [];
    if (path === undefined || author === undefined || content === undefined) continue;
    lines.set(path, [...(lines.get(path) ?? []), { author, content, release, options }]);
  }
  return lines;
}

/** Before texts are written. What goes wrong here, goes wrong at {@link settleFiles} too, and is told there. */
export async function announceFiles(folder: string, announced: NewLines, world: World): Promise<void> {
  await updateManifest(folder, world, (current) => {
    const beside = [...announced].map(([path, line]) => [path, [...(current.get(path) ?? []), line]] as const);
    return new Map([...current, ...beside]);
  });
}

/** After texts were written or removed. Null when done. */
export async function settleFiles(
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
    ofFile.map(({ author, content, release, options }) =>
      [path, author, content, release ?? [], options === '' ? [] : options].flat().join(' '),
    ),
  );
  return [HEADER, ...[...new Set(lines)].sort(), ''].join('\n');
}

/** A line for a file that was made. */
export const manifestLine = (
  content: string | Uint8Array,
  { author, release, options = '' }: Pick<ManifestLine, 'author' | 'release'> & Partial<ManifestLine>,
): ManifestLine => ({ author, content: hash(content), release, options });

/** The lines that are of this very file; none, where somebody else wrote it. */
export function linesOf(content: string | Uint8Array, lines: readonly ManifestLine[]): readonly ManifestLine[] {
  // A text may have come back from a checkout with CRLF.
  const text = normalizeBreaks(typeof content === 'string' ? content : new TextDecoder().decode(content));
  const found = [hash(content), hash(text)];
  return lines.filter((line) => found.includes(line.content));
}

/**
 * What its author decides of a flow's output: every file that was read for it, the whole configuration, the author's own
 * templates and themes, and all options that decide content. Shipped flows and packaged templates are the release's.
 */
export const authorHash = (compiled: CompiledFlow, project: OpenProject): string =>
  hashOfChoices(compiled, project, optionsThat('content', 'text', 'picture'));

/** The same of its slides. The options that only they have stand in the manifest as they are. */
export const slidesAuthorHash = (compiled: CompiledFlow, project: OpenProject): string =>
  hashOfChoices(compiled, project, optionsThat('content'));

function hashOfChoices(
  { inputs }: CompiledFlow,
  { options, config, own }: OpenProject,
  names: readonly OptionName[],
): string {
  const texts = inputs.map(({ text }) => normalizeBreaks(text));
  // Of templates, the name decides what they are for.
  const designs = own.map(({ path, text }) => [path.split('/').slice(-2).join('/'), normalizeBreaks(text)]);
  const choices = pickOptions(options, names);
  return hash(JSON.stringify([texts, designs, normalizeBreaks(config.text), inOrder(choices)]));
}

/**
 * {@link authorHash} as 0.1.0 wrote it, so that the first check after an upgrade tells what the release changed from what
 * the author changed. To be removed with 0.3.
 */
export function formerAuthorHash({ inputs }: CompiledFlow, { options, config, own }: OpenProject): string {
  const { set, theme, style, charset, width, fenced, comment, redact, threats } = options;
  const byDefault = config.shape.theme?.value;
  const choices = { set, theme, style, charset, width, fenced, comment, redact, threats, byDefault };
  const zones = config.shape.zones?.map(({ key, value: { light, dark } }) => [key.value, light.value, dark.value]);
  const texts = inputs.map(({ text }) => normalizeBreaks(text));
  const designs = own.map(({ path, text }) => [path.split('/').slice(-2).join('/'), normalizeBreaks(text)]);
  return hash(JSON.stringify([[...texts, ...designs], choices, zones]));
}

/** Options are given in any order. */
const inOrder = (choices: OptionValues) => Object.entries(choices).sort(([one], [other]) => (one < other ? -1 : 1));

/** What the release brings: its number, packaged templates and themes, defaults. Null for a working copy. */
export const releaseHash = ({ release }: Pick<World, 'release'>): string | null =>
  release === null ? null : hashOfRelease(release);

const hashOfRelease = memoize((release) => hash(JSON.stringify([release, releaseTexts(), outputDefaults])));

/** 64 bits: it tells two states of one file apart, and guards against nobody. */
const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16);
