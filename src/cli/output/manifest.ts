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
import { MANIFEST } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import type { World } from '../world/index.js';
import { memoize } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { whileLocked } from './lock.js';
import { normalizeBreaks, writeInside } from './write-output.js';

export interface ManifestLine {
  /** Hash of everything that the author decides: see {@link authorHash}. */
  readonly author: string;
  /** Hash of the file. */
  readonly content: string;
  /** The release that made the file: see {@link releaseMark}; null where unknown. */
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

/** Plain words, and names of files in quotes: a shell finds nothing to do in them. */
const OPTIONS = String.raw`--(?:[\w@%+=:.,/ -]|'[\p{L}\p{N}_@%+=:.,/ ()-]*')+`;
const LINE = new RegExp(String.raw`^([^/\\\s]+) ([0-9a-f]{16}) ([0-9a-f]{16})(?: (?!-)(\S+))?(?: (${OPTIONS}))?$`, 'u');
const storable = new RegExp(`^${OPTIONS}$`, 'u');

/** Whether a line can hold an option: its flag and its value. */
export const isStorable = (words: string): boolean => storable.test(words);

function parseManifest(text: string): Manifest {
  const lines = new Map<string, ManifestLine[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, path, author, content, release = null, options = ''] = LINE.exec(line) ?? [];
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
): ManifestLine => ({ author, content: hashOf(content), release, options });

/** The lines with the hash of exactly this content; empty if authflow did not write it. */
export function linesOf(content: string | Uint8Array, lines: readonly ManifestLine[]): readonly ManifestLine[] {
  const exactly = hashOf(content);
  const found = lines.filter((line) => line.content === exactly);
  if (found.length > 0) return found;
  // A checkout may have converted a text to CRLF.
  const text = normalizeBreaks(typeof content === 'string' ? content : new TextDecoder().decode(content));
  const converted = hashOf(text);
  return lines.filter((line) => line.content === converted);
}

/**
 * A hash of everything that the author decides about a flow's output: every file read for it, the whole configuration with
 * those that it extends, the author's own templates, themes and fonts, and all options that affect content. Shipped flows and packaged
 * templates belong to the release.
 */
export const authorHash = (compiled: CompiledFlow, project: DesignedProject): string =>
  hashOfChoices(compiled, project, optionsThat('content', 'text', 'picture'));

/** The same hash for slides. Options that only slides have are in the manifest themselves. */
export const slidesAuthorHash = (compiled: CompiledFlow, project: DesignedProject): string =>
  hashOfChoices(compiled, project, optionsThat('content'));

function hashOfChoices(
  { inputs }: CompiledFlow,
  { options, config, own, design }: DesignedProject,
  names: readonly OptionName[],
): string {
  const texts = inputs.map(({ text }) => normalizeBreaks(text));
  const choices = pickOptions(options, names);
  const fonts = (design.fontWidths ?? []).map(({ hash = '' }) => hash);
  const decided = [texts, designTexts(own), normalizeBreaks(config.text), inOrder(choices)];
  return hashOf(JSON.stringify(fonts.length === 0 ? decided : [...decided, fonts]));
}

/** The author's own templates, themes and words. A file's name decides its purpose, as its folder's does for templates and themes. */
export const designTexts = (own: DesignedProject['own']): readonly (readonly string[])[] =>
  own.map(({ path, text }) => {
    const parts = path.split('/');
    const isLaid = path.endsWith('.hbs') || parts.at(-2) === 'themes';
    return [parts.slice(isLaid ? -2 : -1).join('/'), normalizeBreaks(text)];
  });

/** Sorts options, which may be given in any order. */
const inOrder = (choices: OptionValues) => Object.entries(choices).sort(([one], [other]) => (one < other ? -1 : 1));

/** The version, and a hash of what it contributes: packaged templates and themes, defaults. Null for a working copy. */
export const releaseMark = ({ release }: Pick<World, 'release'>): string | null =>
  release === null ? null : markOfRelease(release);

const markOfRelease = memoize((release) => `${release}+${hashOf(JSON.stringify([releaseTexts(), outputDefaults]))}`);

/** The mark of the same release in the line of a file that must be made again to be proven, because making it says something. */
export const withoutProof = (mark: string | null): string | null => mark?.replace(/\+.*/, '+') ?? null;

/** The version in the mark of a release; null in the lines of early formats. */
export const versionIn = (mark: string): string | null => /^(\d+\.[^+]*)(?:\+|$)/.exec(mark)?.[1] ?? null;

interface CurrentState extends Pick<ManifestLine, 'author' | 'release'> {
  /** See {@link earlyHash}; undefined where the first format had no line for the file. */
  readonly early?: string | undefined;
}

/**
 * Why a file would be made differently now than when this line of it was written. `release`: the author changed nothing, so only
 * another release can be the cause. Where one of the two is a working copy, that is not known.
 */
export function causeOf(line: ManifestLine, { author, release, early }: CurrentState): 'none' | 'author' | 'release' {
  if (line.release !== null && release !== null) {
    // Lines of a format before this one: their hashes of what the author decides cover something else.
    if (!line.release.includes('+')) return early === undefined || early === line.author ? 'release' : 'author';
    const isSame = line.release === release || line.release === withoutProof(release);
    if (line.author === author && !isSame) return 'release';
  }
  return line.author === author ? 'none' : 'author';
}

/** 64 bits are enough to distinguish two states of one file; the hash need not resist an attacker. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
