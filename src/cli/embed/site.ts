/** Sites that publish documents: where their pages look for pictures. */
import { dirname, join, resolve, sep } from 'node:path';
import { isThere, textIfThere } from '../world/index.js';
import type { World } from '../world/index.js';

export interface Site {
  readonly kind: 'docusaurus' | 'antora' | 'mkdocs';
  /** That of its configuration, absolute. */
  readonly folder: string;
}

const configurations: readonly (readonly [kind: Site['kind'], name: RegExp])[] = [
  ['docusaurus', /^docusaurus\.config\.[cm]?[jt]s$/],
  ['antora', /^antora\.yml$/],
  ['mkdocs', /^mkdocs\.ya?ml$/],
];

/** The nearest site around a document (absolute), within the repository. What is beside a site's configuration is not published. */
export function siteOf(document: string, { files }: Pick<World, 'files'>): Site | null {
  for (let folder = dirname(document); ; folder = dirname(folder)) {
    const names = files.readdirSync(folder, { encoding: 'utf8' });
    const found = configurations.find(([, config]) => names.some((name) => config.test(name)));
    if (found) return folder === dirname(document) ? null : { kind: found[0], folder };
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

/** Whether the site gives a component to all of its pages (`src/theme/MDXComponents`). */
export function hasComponent({ folder }: Site, name: string, world: World): boolean {
  const theme = resolve(folder, 'src/theme');
  const files = ['MDXComponents', join('MDXComponents', 'index')].flatMap((path) =>
    ['js', 'jsx', 'ts', 'tsx'].map((ending) => join(theme, `${path}.${ending}`)),
  );
  return files.some((file) => textIfThere(file, world)?.includes(name));
}
