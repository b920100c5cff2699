/** Renders the page that lists all flows of a project, where its configuration asks for one. */
import type { OpenProject } from '../project/index.js';
import { pictureVariants } from '../../model/index.js';
import type { Flow } from '../../model/index.js';
import { bytesFormats, defaultFormats, namedFormats, renderGallery, textFormats, textOutput } from '../../render.js';
import type { Format, TextFormat } from '../../render.js';
import { designTexts, hashOf } from './manifest.js';

/** No flow can have the id `readme`, so the file name is free. */
export const GALLERY_FILE = 'README.md';

interface Gallery {
  readonly content: string;
  /** See {@link hashOf}: of all that the page says. */
  readonly author: string;
}

export type Listing = Pick<OpenProject, 'config' | 'design' | 'listed' | 'own'>;

/** Null if it is not asked for, or not all flows are known. */
export function galleryOf({ config, design, listed, own }: Listing): Gallery | null {
  const { gallery, formats } = config.shape;
  if (!gallery || !listed) return null;
  const named = formats && namedFormats.filter((format) => formats.some(({ value }) => value === format));
  const entries = listed.flatMap((flow) => {
    const path = pathToOpen(flow, named ?? defaultFormats(flow));
    return path === undefined ? [] : [{ flow, path }];
  });
  const options = { title: gallery.title.value, picture: gallery.picture?.value ?? '' };
  const lang = config.shape.lang?.value ?? '';
  const said = entries.map(({ flow: { id, title, summary, family, status }, path }) => [
    ...[id, title.plain, summary.plain, family.plain],
    ...[status, path],
  ]);
  const author = hashOf(JSON.stringify([options, said, designTexts(own), ...(lang === '' ? [] : [lang])]));
  return { content: renderGallery(entries, { ...options, lang }, design), author };
}

/** The most informative file of a flow, of those that every run makes. */
function pathToOpen(flow: Flow, formats: readonly Format[]): string | undefined {
  const [text] = textFormats
    .filter((format) => formats.includes(format))
    .sort((one, other) => rankOf(one) - rankOf(other));
  if (text !== undefined) return textOutput(text).path(flow);
  const picture = bytesFormats.find((format) => formats.includes(format));
  return picture && pictureVariants(flow, picture)[0]?.path(picture);
}

const rankOf = (format: TextFormat): number => textOutput(format).galleryRank ?? Infinity;
