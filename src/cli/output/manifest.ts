/**
 * The manifest of an output folder: lists our files, with hashes of what each was made from and of its contents. One sorted line
 * per file, so that branches merge.
 *
 * It is written twice: before the texts, with lines for the old and the new contents, and after them, with one line
 * for each. So a run that dies between leaves no text that is missing in the manifest.
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
  /** Hash of everything that the author decides: see {@link authorHash}. */
  readonly author: string;
  /** Hash of the file. */
  readonly content: string;
  /** Hash of what the release contributes, if it made the file without diagnostics; null where unknown. */
  readonly release: string | null;
  /** The options of slides that the file was made with, quoted for a shell; '' for none. */
  readonly options: string;
}

/** Lines by path in the folder. After a dead run or a merge, a file has several lines, of which one is right. */
export type Manifest = ReadonlyMap<string, readonly ManifestLine[]>;

export interface OutputFolder {
  /** The path, absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Lines for the files that a run makes, by path in the folder. */
export type NewLines = ReadonlyMap<string, ManifestLine>;

const HEADER =
  '# Files made by authflow: name, hash of sources and options, hash of contents. After a merge, run authflow render.';

/**
 * Accepts only plain file names, so that no manifest leads out of its folder, and only plain words in options, because a report
 * prints them in a shell command. A folder without a manifest, or one with merge conflict marks, is not a mistake: the
 * missing lines are unknown.
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

/** Called before texts are written. Errors are ignored here, because they recur in {@link settleFiles}, which reports them. */
export async function announceFiles(folder: string, announced: NewLines, world: World): Promise<void> {
  await updateManifest(folder, world, (current) => {
    const beside = [...announced].map(([path, line]) => [path, [...(current.get(path) ?? []), line]] as const);
    return new Map([...current, ...beside]);
  });
}

/** Called after texts were written or removed. Null on success. */
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

/** Other runs may write meanwhile: their lines stay. */
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

/** The lines with the hash of exactly this content; empty if authflow did not write it. */
export function linesOf(content: string | Uint8Array, lines: readonly ManifestLine[]): readonly ManifestLine[] {
  // A checkout may have converted a text to CRLF.
  const text = normalizeBreaks(typeof content === 'string' ? content : new TextDecoder().decode(content));
  const found = [hash(content), hash(text)];
  return lines.filter((line) => found.includes(line.content));
}

/**
 * A hash of everything that the author decides about a flow's output: every file read for it, the whole configuration with
 * those that it extends, the author's own templates and themes, and all options that affect content. Shipped flows and packaged
 * templates belong to the release.
 */
export const authorHash = (compiled: CompiledFlow, project: OpenProject): string =>
  hashOfChoices(compiled, project, optionsThat('content', 'text', 'picture'));

/** The same hash for slides. Options that only slides have are in the manifest themselves. */
export const slidesAuthorHash = (compiled: CompiledFlow, project: OpenProject): string =>
  hashOfChoices(compiled, project, optionsThat('content'));

function hashOfChoices(
  { inputs }: CompiledFlow,
  { options, config, own }: OpenProject,
  names: readonly OptionName[],
): string {
  const texts = inputs.map(({ text }) => normalizeBreaks(text));
  // A template's name decides its purpose.
  const designs = own.map(({ path, text }) => [path.split('/').slice(-2).join('/'), normalizeBreaks(text)]);
  const choices = pickOptions(options, names);
  return hash(JSON.stringify([texts, designs, normalizeBreaks(config.text), inOrder(choices)]));
}

/**
 * {@link authorHash} as 0.1.0 computed it, so that the first check after an upgrade distinguishes changes by the release from
 * changes by the author. To be removed in 0.3.
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

/** Sorts options, which may be given in any order. */
const inOrder = (choices: OptionValues) => Object.entries(choices).sort(([one], [other]) => (one < other ? -1 : 1));

/** A hash of what the release contributes: its version, packaged templates and themes, defaults. Null for a working copy. */
export const releaseHash = ({ release }: Pick<World, 'release'>): string | null =>
  release === null ? null : hashOfRelease(release);

const hashOfRelease = memoize((release) => hash(JSON.stringify([release, releaseTexts(), outputDefaults])));

/** 64 bits are enough to distinguish two states of one file; the hash need not resist an attacker. */
const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16);
