/** Reads a user's own templates, theme presets, zones and words. */
import { join, resolve, sep } from 'node:path';
import { pathAt, samplesOf } from './config/index.js';
import type { Config, Project } from './config/index.js';
import { explainNoFolder, statsOf, UsageError } from '../world/index.js';
import type { Files, World } from '../world/index.js';
import { readThemes } from '../../model/index.js';
import { findMergeConflict, isError, mergeConflict, unknownName } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import { layPresets, readPreset } from '../../theme/index.js';
import { fontWidthsOf } from '../../fonts/index.js';
import { loadDesign, packagedDesign } from '../../design.js';
import type { Design } from '../../design.js';
import { isOutside, LEADS_OUT, openBoundary, realPaths } from './boundary.js';
import { displayPath } from './find-files.js';
import { readFonts } from './read-fonts.js';
import { readInside, readText } from './read-flows.js';

interface ReadDesign {
  /** Null after an error. */
  readonly design: Design | null;
  /** The author's templates, themes and words. */
  readonly own: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The packaged design, overridden by the project's own. */
export async function readDesign(
  { templates, config }: Pick<Project, 'templates' | 'config'>,
  world: World,
): Promise<ReadDesign> {
  const { design: found, own, diagnostics } = await readTemplates(templates, config, world);
  if (!found) return { design: null, own, diagnostics };
  const themes = (config.shape.themes ?? []).map(({ key, value }) => ({ name: key.value, shape: value }));
  const presets = layPresets(found.presets, themes);
  const { fonts } = readFonts(config, world);
  const design: Design = { ...found, presets, zones: zonesOf(config), fontWidths: fontWidthsOf(fonts) };
  const wrong = themes.flatMap((theme) => readPreset(theme).diagnostics);
  const all = [...diagnostics, ...wrong, ...unknownTheme(config, design)];
  return { design: all.some(isError) ? null : design, own, diagnostics: all };
}

async function readTemplates(folders: readonly string[], config: Config, world: World): Promise<ReadDesign> {
  if (folders.length + config.words.length === 0) return { design: packagedDesign(), own: [], diagnostics: [] };
  const own = new Set(config.templates.map((folder) => pathAt(folder, world)));
  const listed = folders
    .flatMap((folder) => listFiles(folder, !own.has(folder), world))
    .map((file) => [nameOf(file), file] as const);
  const places = new Map(config.words.map((scalar) => [pathAt(scalar, world), scalar.span]));
  const overrides = readAll([...new Map(listed).values()], readText, world);
  const words = readAll([...places.keys()], readInside, world);
  const sources = [...overrides.sources, ...words.sources];
  const unread = [...overrides.unread, ...words.unread].map(({ file, diagnostic }) => {
    const span = places.get(file);
    return span ? { ...diagnostic, span } : diagnostic;
  });
  const { design, diagnostics } = await loadDesign(overrides.sources, {
    samples: samplesOf(config),
    words: words.sources,
  });
  const conflicts = sources.flatMap((source) => findMergeConflict(source) ?? []).map((span) => mergeConflict(span));
  const all = [...unread, ...(conflicts.length > 0 ? conflicts : diagnostics)];
  return { design: all.some(isError) ? null : design, own: sources, diagnostics: all };
}

function readAll(files: readonly string[], readOne: typeof readText, world: World) {
  const read = files.map((file) => ({ file, result: readOne(file, world) }));
  return {
    sources: read.flatMap(({ result }) => ('source' in result ? [result.source] : [])),
    unread: read.flatMap(({ file, result }) => ('source' in result ? [] : [{ file, diagnostic: result.diagnostic }])),
  };
}

/** `themes/ours.yaml`: a file replaces those of this name in earlier folders. */
const nameOf = (file: string): string => file.split(sep).slice(-2).join('/');

function zonesOf({ shape: { zones = [] } }: Config): NonNullable<Design['zones']> {
  const read = zones.map(({ key, value: { light, dark, title } }) => {
    return [key.value, { light: light.value, dark: dark.value, title: title?.value }] as const;
  });
  return Object.fromEntries(read);
}

/** Reported once, at its place, and not for every flow without a theme. */
function unknownTheme({ shape: { theme } }: Config, { presets }: Design): readonly Diagnostic[] {
  const themes = theme && readThemes(theme.value);
  if (!theme || (themes && presets.has(themes.first) && presets.has(themes.dark ?? themes.first))) return [];
  return [
    {
      code: 'known-themes',
      severity: 'error',
      message: `there is no theme ${JSON.stringify(theme.value)}`,
      span: theme.span,
      ...unknownName(theme.value, 'themes', [...presets.keys()], theme.span),
    },
  ];
}

/** The files of a folder, such as `mermaid/message.hbs`. `isAsked`: whether a user names it, who may name a link to anywhere. */
function listFiles(folder: string, isAsked: boolean, world: World): string[] {
  const root = resolve(world.cwd, folder);
  const boundary = openBoundary(world);
  if (!isAsked && boundary.leadsOut(root)) throw new UsageError(`templates: ${folder} ${LEADS_OUT}`);
  const roots = [...boundary.rootsOf(root), ...realPaths(root, world)];
  const found = readFolder(folder, root, world.files)
    .filter((name) => statsOf(join(root, name), world)?.isDirectory() && !isOutside(join(root, name), roots, world))
    .flatMap((name) =>
      readFolder(join(folder, name), join(root, name), world.files).map((file) => join(root, name, file)),
    )
    .filter((file) => /\.(hbs|yaml)$/.test(file))
    .sort();
  const out = found.find((file) => isOutside(file, roots, world));
  if (out !== undefined) throw new UsageError(`templates: ${displayPath(out, world)} ${LEADS_OUT}`);
  if (found.length > 0) return found;
  throw new UsageError(
    `templates: ${folder} contains no templates or themes, which are files like mermaid/message.hbs and themes/ours.yaml`,
  );
}

function readFolder(folder: string, path: string, files: Files): string[] {
  try {
    return files.readdirSync(path, { encoding: 'utf8' });
  } catch (error) {
    throw new UsageError(`templates: ${folder} can't be read: ${explainNoFolder(path, error, files)}`);
  }
}
