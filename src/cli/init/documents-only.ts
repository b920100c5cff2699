/** The configuration of a project whose flows are shown in documents only: `check` then expects no files of them. */
import { join, resolve } from 'node:path';
import { writeNamed } from '../output/index.js';
import {
  DEFAULT_FOLDER,
  DEFAULT_OUT,
  displayPath,
  documentFiles,
  documentsOf,
  findFiles,
  hasConfig,
  MANIFEST,
  openProjects,
  readText,
} from '../project/index.js';
import type { Config } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { findBlocks } from '../../docs/index.js';
import type { Diagnostic } from '../../source/index.js';

const CONFIG = 'authflow.config.yaml';

interface Shown {
  /** The documents, absolute. */
  readonly documents: readonly string[];
  /** What names them, relative to the working folder: files, folders, globs. */
  readonly named: readonly string[];
  /** The folder of the flows. */
  readonly flows?: string | undefined;
}

interface Configured {
  readonly diagnostics: readonly Diagnostic[];
  /** What was written, or what to add to the configuration that is there; null where nothing is missing. */
  readonly line: string | null;
}

/** Writes a configuration where there is none. One that is there is its author's: this says what to add. */
export async function configureDocuments({ documents, named, flows }: Shown, world: World): Promise<Configured> {
  const { projects } = await openProjects({ paths: documents, options: {} }, world, documentsOf);
  const [project] = projects;
  if (!project || (project.config.path === null && hasOutput(project.options.out, world))) return nothing;
  const own = flows === undefined || resolve(world.cwd, flows) === resolve(world.cwd, DEFAULT_FOLDER) ? [] : [flows];
  if (project.config.path !== null) return { diagnostics: [], line: await adviceFor(project.config, documents, world) };
  const text = [
    '# Only documents show these flows. To render files too, name formats: [svg]',
    'formats: []',
    `docs: ${listOf(named)}`,
    ...(own.length === 0 ? [] : [`flows: ${listOf(own)}`]),
    '',
  ].join('\n');
  const result = await writeNamed(join(world.cwd, CONFIG), text, world);
  if (typeof result === 'object') return { diagnostics: [result], line: null };
  return { diagnostics: [], line: `${CONFIG} written: check looks at these documents, and expects no files in out/` };
}

/** The same where documents show flows already, and nothing else says how. */
export async function configureShown(world: World): Promise<Configured> {
  if (hasConfig(world) || hasOutput(undefined, world)) return nothing;
  const { files } = await findFiles(['.'], world, documentFiles);
  const documents: string[] = [];
  for (const file of files) {
    const read = readText(file, world);
    if ('source' in read && (await findBlocks(read.source)).blocks.length > 0) documents.push(file);
  }
  if (documents.length === 0) return nothing;
  return configureDocuments({ documents, named: documents.map((file) => displayPath(file, world)) }, world);
}

const nothing: Configured = { diagnostics: [], line: null };

async function adviceFor(config: Config, documents: readonly string[], world: World): Promise<string | null> {
  const listed = await openProjects({ paths: [], options: {} }, world, documentsOf);
  const checked = new Set(listed.projects.flatMap(({ paths }) => paths));
  const inside = { ...world, cwd: config.folder };
  const unchecked = documents.filter((path) => !checked.has(path)).map((path) => displayPath(path, inside));
  const hasFormats = config.shape.formats !== undefined || hasOutput(config.shape.out?.value, world, config.folder);
  const lines = [
    ...(hasFormats ? [] : ['"formats: []" if only documents show the flows']),
    ...(unchecked.length === 0 ? [] : [`"docs: ${listOf(unchecked)}" to have the documents checked`]),
  ];
  return lines.length === 0 ? null : `add to ${config.path ?? CONFIG}: ${lines.join(', and ')}`;
}

/** Whether the project has rendered files. */
const hasOutput = (out: string | undefined, world: World, folder = world.cwd): boolean =>
  isThere(join(resolve(folder, out ?? DEFAULT_OUT), MANIFEST), world);

const listOf = (paths: readonly string[]): string =>
  `[${paths.map((path) => (/^[\w./-]+$/.test(path) && /\w/.test(path) ? path : JSON.stringify(path))).join(', ')}]`;
