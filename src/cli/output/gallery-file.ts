/** Renders the page that lists all flows of a project, where its configuration asks for one. */
import type { CompiledFlow, OpenProject } from '../project/index.js';
import { renderGallery, textOutput } from '../../render.js';
import type { Artifact } from '../../render.js';

export interface Listed {
  readonly compiled: CompiledFlow;
  readonly artifacts: readonly Artifact[];
}

/** No flow can have the id `readme`, so the file name is free. */
export const GALLERY_FILE = 'README.md';

/** The text; null if it is not asked for, or some flows are missing. `isWhole`: no paths were named. */
export function galleryOf(
  { config, design }: Pick<OpenProject, 'config' | 'design'>,
  rendered: readonly Listed[],
  isWhole: boolean,
): string | null {
  const { gallery } = config.shape;
  if (!gallery || !isWhole) return null;
  const entries = rendered.flatMap(({ compiled: { flow }, artifacts }) => {
    const path = pathToOpen(artifacts);
    return path === undefined ? [] : [{ flow, path }];
  });
  const options = { title: gallery.title.value, picture: gallery.picture?.value ?? '' };
  return renderGallery(entries, options, design);
}

/** The most informative file of a flow. */
const pathToOpen = (artifacts: readonly Artifact[]): string | undefined =>
  [...artifacts].sort((one, other) => rankOf(one) - rankOf(other))[0]?.path;

const rankOf = ({ format }: Artifact): number => textOutput(format).galleryRank ?? Infinity;
