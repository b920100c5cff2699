/** Turns the paths of a command line into projects: flow files, grouped by their configuration. */
import { join, resolve } from 'node:path';
import type { OptionValues, Request } from '../../grammar/index.js';
import { exitCodes, isThere } from '../../world/index.js';
import type { ExitCode, World } from '../../world/index.js';
import type { Diagnostic, Severity } from '../../../source/index.js';
import type { ConfigShape, Scalar } from '../../../syntax/index.js';
import { isDeleted } from '../changed-files.js';
import { openBoundary } from '../boundary.js';
import type { Boundary } from '../boundary.js';
import { documentFiles, flowFiles } from '../file-kinds.js';
import type { FileKind } from '../file-kinds.js';
import { findFiles, hasDefaultFolder } from '../find-files.js';
import { DEFAULT_OUT, MANIFEST, pathAt } from './config.js';
import type { Config } from './config.js';
import { Configs } from './configs.js';
import { configsBelow, hasConfig } from '../find-configs.js';
import { findDocuments } from './find-documents.js';
import { withConfig } from './layer-options.js';

/** Whether there are flows in the working folder or below it. */
export const hasFlows = (world: World): boolean => hasConfig(world) || hasDefaultFolder(world);

/** The same, or there were until the last one was deleted. */
export const hasProject = (world: World): boolean =>
  hasFlows(world) || isThere(join(world.cwd, DEFAULT_OUT, MANIFEST), world);

/** The kind of files of a project. */
interface ProjectFiles {
  readonly kind: FileKind;
  /** The files that a configuration names. */
  readonly named: (shape: ConfigShape) => readonly Scalar[] | undefined;
  /** Finds those of a configuration that names none, with the folder of the configuration as the working folder. */
  readonly find: (world: World, boundary: Boundary) => ReturnType<typeof findFiles>;
  /** The severity if a named file does not exist. */
  readonly missing: Severity;
}

const findDefault: ProjectFiles['find'] = (world, boundary) => findFiles([], world, flowFiles, boundary);

const flowsOf: ProjectFiles = { kind: flowFiles, named: ({ flows }) => flows, find: findDefault, missing: 'error' };
export const documentsOf: ProjectFiles = {
  kind: documentFiles,
  named: ({ docs }) => docs,
  find: findDocuments,
  missing: 'warning',
};

/** Flow files, or documents, under one configuration. */
export interface Project {
  readonly config: Config;
  /** The options of the command line and the configuration, in order of precedence. */
  readonly options: OptionValues;
  /** The folders of its templates, as in messages: what comes later replaces what is earlier, file by file. */
  readonly templates: readonly string[];
  /** Its files: absolute, `-` for standard input. None where the last one was deleted. */
  readonly paths: readonly string[];
}

export interface Projects {
  readonly projects: readonly Project[];
  readonly diagnostics: readonly Diagnostic[];
  /** Exit codes for configurations that can't be used. */
  readonly codes: readonly ExitCode[];
}

/**
 * The nearest configuration above a file applies to it; the one of the working folder applies to files without one. Without
 * paths, opens the files of the working folder's configuration and of all configurations below it.
 */
export async function openProjects(
  { paths, options }: Request,
  world: World,
  files: ProjectFiles = flowsOf,
): Promise<Projects> {
  const configs = new Configs(world);
  const home = configs.above(world.cwd);
  const search = { files, configs, options, world };
  const found = paths.length > 0 ? await findAsked(paths, home, search) : await findConfigured(home, search);
  const ruled = new Map<Config, Set<string>>(found.emptied.map((config) => [config, new Set()]));
  for (const { file, finder } of found.files) {
    const config = configs.ruling(file) ?? finder;
    ruled.set(config, (ruled.get(config) ?? new Set()).add(file));
  }
  const usable = [...ruled].filter(([config]) => !configs.broken.has(config));
  return {
    projects: usable.map(([config, own]) => ({
      config,
      options: withConfig(options, config, world),
      templates:
        options.templates === undefined ? config.templates.map((folder) => pathAt(folder, world)) : [options.templates],
      paths: [...own],
    })),
    diagnostics: [...configs.diagnostics, ...found.diagnostics],
    codes: configs.broken.size > 0 ? [exitCodes.usage] : [],
  };
}

interface Found {
  /** Absolute paths, or `-`; with the configuration for files that have none above them. */
  readonly files: readonly { readonly file: string; readonly finder: Config }[];
  /** Configurations whose last file was deleted. */
  readonly emptied: readonly Config[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Search {
  readonly files: ProjectFiles;
  readonly configs: Configs;
  readonly options: OptionValues;
  readonly world: World;
}

async function findAsked(paths: readonly string[], home: Config, { files: { kind }, world }: Search): Promise<Found> {
  const { files, diagnostics } = await findFiles(paths, world, kind);
  return { files: files.map((file) => ({ file, finder: home })), emptied: [], diagnostics };
}

async function findConfigured(home: Config, search: Search): Promise<Found> {
  const { configs, world } = search;
  const below = configsBelow(world.cwd, world.files).map((file) => configs.read(file));
  const standsAlone =
    search.files.kind === flowFiles && home.path === null && below.length > 0 && !hasDefaultFolder(world);
  const bases = new Set([home, ...below].flatMap((config) => config.files.slice(1)));
  const isProject = (config: Config): boolean => {
    if (configs.broken.has(config)) return false;
    if (hasDefaultFolder({ ...world, cwd: config.folder })) return true;
    // What a broken configuration extends is not known: it may be this one, if it names no flows.
    return !bases.has(config.files[0] ?? '') && (configs.broken.size === 0 || config.shape.flows !== undefined);
  };
  const all = [...(standsAlone ? [] : [home]), ...below].filter(isProject);
  return joinFound(await Promise.all(all.map((config) => findFilesOf(config, search))));
}

/** The files that a configuration names, or those that are found without it. */
async function findFilesOf(config: Config, search: Search): Promise<Found> {
  const { files, configs, world } = search;
  const inside = { ...world, cwd: config.folder };
  const boundary = openBoundary(world);
  const named = files.named(config.shape);
  const results = named
    ? await Promise.all(named.map((path) => findNamed(path, files, inside, boundary)))
    : [await files.find(inside, boundary)];
  const there = results.flatMap((result) => result.files);
  const missing = results.flatMap((result) => result.missing);
  if (there.length === 0 && missing.length === results.length && areDeleted(named ? missing : [], config, search))
    return { files: [], emptied: [config], diagnostics: [] };
  // A project below has its own documents.
  const own = named ? there : there.filter((file) => (configs.ruling(file) ?? config) === config);
  return {
    files: own.map((file) => ({ file, finder: config })),
    emptied: [],
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A missing file is reported at its place in the configuration. */
async function findNamed(
  path: Scalar,
  { kind, missing }: ProjectFiles,
  inside: World,
  boundary: Boundary,
): ReturnType<typeof findFiles> {
  const found = await findFiles([path.value], inside, kind, boundary);
  const diagnostics = found.diagnostics.map((diagnostic) =>
    diagnostic.code === 'links-stay-inside' ? diagnostic : placeAt(path, { ...diagnostic, severity: missing }),
  );
  return { ...found, diagnostics };
}

/**
 * Whether all flows of a project were deleted, rather than a path misspelt: it has output, and each path is a folder, or known to
 * git.
 */
function areDeleted(missing: readonly string[], config: Config, { files, options, world }: Search): boolean {
  const { out = DEFAULT_OUT } = withConfig(options, config, world);
  const inside = { ...world, cwd: config.folder };
  return (
    files === flowsOf &&
    isThere(resolve(world.cwd, out, MANIFEST), world) &&
    missing.every((path) => isThere(resolve(config.folder, path), world) || isDeleted(path, inside))
  );
}

const joinFound = (all: readonly Found[]): Found => ({
  files: all.flatMap(({ files }) => files),
  emptied: all.flatMap(({ emptied }) => emptied),
  diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
});

const placeAt = ({ value, span }: Scalar, diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  message: `${value}: ${diagnostic.message}`,
  span,
});
