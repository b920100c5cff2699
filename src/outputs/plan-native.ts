/** Plans the SVGs of a flow that authflow draws itself: without a browser, and the same on every machine. */
import { pictureThemes, pictureVariants, svgIdOf } from '../model/index.js';
import type { PictureVariant } from '../model/index.js';
import { readBackground } from '../picture/index.js';
import type { Scene } from '../scene/index.js';
import { makeNativeStamp, stampPicture } from '../stamp/index.js';
import type { Stamp } from '../stamp/index.js';
import { facesIn, printSvg } from '../svg/index.js';
import type { SvgOptions } from '../svg/index.js';
import { notAColor } from '../theme/index.js';
import type { Job, Making } from './output.js';

export function planNativePictures(making: Making): readonly Job[] {
  const { flow, options, report } = making;
  const background = readBackground(options.background);
  if (background === null) {
    report(notAColor(options.background ?? '', undefined));
    return [];
  }
  const scene = making.scene(pictureThemes(flow, options.themes));
  if (scene === null) return [];
  return pictureVariants(flow, 'svg', options.themes).map((variant) =>
    planNative(scene, variant, { background, width: options.imageWidth }, making),
  );
}

function planNative(
  scene: Scene,
  { page, path }: PictureVariant,
  drawn: Pick<SvgOptions, 'background' | 'width'>,
  { flow, options: { embedFonts, versions } }: Making,
): Job {
  const file = path('svg');
  const id = svgIdOf(file);
  const how: SvgOptions = { ...drawn, idPrefix: `${id}-`, page: page === 'any' ? 'light' : page };
  const svg = printSvg(scene, how);
  const stamp = makeNativeStamp(svg, { embedFonts }, versions?.authflow ?? '');
  const job = { path: file, stamp, needs: 'nothing', isListed: true } as const;
  if (!embedFonts) {
    const content = stamped(svg, stamp);
    return { ...job, content, make: () => Promise.resolve([{ path: file, content }]) };
  }
  return {
    ...job,
    content: null,
    make: async ({ embed }) => {
      const embedded = await embed({ id: flow.id, svgId: id, faces: facesIn(scene) });
      return [{ path: file, content: stamped(printSvg(scene, { ...how, embedded }), stamp) }];
    },
  };
}

const stamped = (svg: string, stamp: Stamp): string =>
  new TextDecoder().decode(stampPicture('svg', new TextEncoder().encode(svg), stamp));
