/** Where the pictures are that a document shows, from its own place or that of its site. */
import { relative, resolve, sep } from 'node:path';
import { citationMistake } from '../../docs/index.js';
import type { Citation, PicturePart, Pictures } from '../../docs/index.js';
import type { Design } from '../../design.js';
import { partEnding, pictureThemes, pictureVariants, readPaper } from '../../model/index.js';
import type { Flow, Say } from '../../model/index.js';
import { drawParts, namePart } from '../../picture/index.js';
import type { Report } from '../../source/index.js';
import { completePair } from '../../theme/index.js';
import type { World } from '../world/index.js';
import { needsDot, pictureRoot } from './site.js';

export interface PicturePlace {
  /** The path of the document. */
  readonly from: string;
  /** The folder of the pictures, absolute. */
  readonly out: string;
  readonly world: World;
}

/** A flow with its own colours has only one picture. */
export function placePictures(
  flow: Flow,
  { type, theme }: Citation,
  place: PicturePlace,
  { presets }: Pick<Design, 'presets'>,
): Pictures {
  const variants = pictureVariants(flow, type, theme ? completePair(theme, presets) : undefined);
  const [light = '', dark = null] = placeVariants(variants, type, place);
  return { light, dark };
}

/** A project's pictures are cut for one paper. */
export function isCutFor(citation: Citation, paper: string | undefined, report: Report): boolean {
  const { fit } = citation;
  if (fit === null || paper === undefined || fit === paper) return true;
  report(citationMistake(citation, 'fit', `the pictures of this project are cut for ${paper}`, `write fit=${paper}`));
  return false;
}

interface PartPlace {
  readonly place: PicturePlace;
  readonly design: Design;
  readonly say: Say;
}

/** The parts of a picture, which nothing but its layout counts. */
export function placeParts(
  flow: Flow,
  { fit, type, theme }: Citation,
  { place, design, say }: PartPlace,
): readonly PicturePart[] {
  const paper = fit === null ? null : readPaper(fit);
  if (paper === null) return [];
  const pair = theme ? completePair(theme, design.presets) : undefined;
  const themes = pictureThemes(flow, pair);
  const count = drawParts(flow, { design, themes, paper }, () => undefined)?.length ?? 0;
  const variants = pictureVariants(flow, type, pair);
  return Array.from({ length: count }, (_, index): PicturePart => {
    const [light = '', dark = null] = placeVariants(variants, partEnding(index + 1, type), place);
    return { pictures: { light, dark }, name: (text) => namePart(text, index + 1, count, say) };
  });
}

export const placePagePictures = (flow: Flow, place: PicturePlace): readonly string[] =>
  flow.page?.picture ? placeVariants(pictureVariants(flow, flow.page.picture), flow.page.picture, place) : [];

function placeVariants(
  variants: ReturnType<typeof pictureVariants>,
  type: string,
  { from, out, world }: PicturePlace,
): readonly string[] {
  const document = resolve(world.cwd, from);
  const root = pictureRoot(document, out, world);
  return variants.map(({ path }) => {
    const picture = relative(root, resolve(out, path(type)))
      .split(sep)
      .join('/');
    return needsDot(document, world) && !picture.startsWith('.') ? `./${picture}` : picture;
  });
}
