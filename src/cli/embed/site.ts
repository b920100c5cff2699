/** Sites that publish documents: where their pages look for pictures. */
import { dirname, join, resolve, sep } from 'node:path';
import { isThere, textIfThere } from '../world/index.js';
import type { World } from '../world/index.js';

export interface Site {
  readonly kind: 'docusaurus' | 'vitepress' | 'antora' | 'mkdocs' | 'hugo' | 'jekyll';
  /** That of its configuration, absolute. */
  readonly folder: string;
}

const configurations: readonly (readonly [kind: Site['kind'], name: RegExp])[] = [
  ['docusaurus', /^docusaurus\.config\.[cm]?[jt]s$/],
  ['antora', /^antora\.yml$/],
  ['mkdocs', /^mkdocs\.ya?ml$/],
  ['vitepress', /^\.vitepress$/],
  ['hugo', /^hugo\.(?:toml|ya?ml|json)$/],
  ['jekyll', /^_config\.ya?ml$/],
];

/** Those that publish what is beside their configuration. */
const wholeFolder: readonly Site['kind'][] = ['vitepress', 'jekyll'];

/** The nearest site around a document (absolute), within the repository. */
export function siteOf(document: string, { files }: Pick<World, 'files'>): Site | null {
  for (let folder = dirname(document); ; folder = dirname(folder)) {
    const names = files.readdirSync(folder, { encoding: 'utf8' });
    const found = configurations.find(([, config]) => names.some((name) => config.test(name)));
    if (found) {
      const [kind] = found;
      return folder === dirname(document) && !wholeFolder.includes(kind) ? null : { kind, folder };
    }
    if (folder === dirname(folder) || names.includes('.git')) return null;
  }
}

/** Where Antora looks for the pictures of a page, absolute; none for what is in no module. */
function imageFolders({ folder }: Site, document: string): readonly string[] {
  const [modules, name] = document.slice(folder.length + 1).split(sep);
  if (modules !== 'modules' || name === undefined) return [];
  return ['images', join('assets', 'images')].map((images) => join(folder, modules, name, images));
}

/** The folder that paths of pictures in a document are relative to: its own, but in an Antora module, that of images. */
export function pictureRoot(document: string, out: string, world: World): string {
  const site = siteOf(document, world);
  const folders = site?.kind === 'antora' ? imageFolders(site, document) : [];
  return folders.find((folder) => `${out}${sep}`.startsWith(folder + sep)) ?? dirname(document);
}

/** The folder of pictures that a page of an Antora module can show, where its pictures are in another; else null. */
export function betterImageFolder(site: Site, document: string, picture: string, world: World): string | null {
  const folders = imageFolders(site, document);
  if (folders.length === 0 || folders.some((folder) => picture.startsWith(folder + sep))) return null;
  return folders.find((folder) => isThere(folder, world)) ?? folders.at(-1) ?? null;
}

/** VitePress takes a path for the name of a package, unless it begins with a dot. */
export const needsDot = (document: string, world: World): boolean => siteOf(document, world)?.kind === 'vitepress';

/**
 * Whether a document (absolute) can link to Markdown pages in a folder: sites that make HTML of Markdown do so only for their
 * own pages, and some of them stop at a link to any other.
 */
export function publishesPages(document: string, folder: string, world: World): boolean {
  const site = siteOf(document, world);
  if (site === null) return true;
  const partOf = (path: string): string =>
    site.kind === 'vitepress' ? '' : (path.slice(site.folder.length + 1).split(sep)[0] ?? '');
  const isInside = `${folder}${sep}`.startsWith(site.folder + sep);
  return ['docusaurus', 'vitepress', 'mkdocs'].includes(site.kind) && isInside && partOf(folder) === partOf(document);
}

/** Whether the site gives a component to all of its pages (`src/theme/MDXComponents`). */
export function hasComponent({ folder }: Site, name: string, world: World): boolean {
  const theme = resolve(folder, 'src/theme');
  const files = ['MDXComponents', join('MDXComponents', 'index')].flatMap((path) =>
    ['js', 'jsx', 'ts', 'tsx'].map((ending) => join(theme, `${path}.${ending}`)),
  );
  return files.some((file) => textIfThere(file, world)?.includes(name));
}
