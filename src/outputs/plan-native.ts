/** Plans the pictures of a flow that authflow draws itself: without a browser. An SVG is the same on every machine. */
import { pictureThemes, pictureVariants, svgIdOf } from '../model/index.js';
import type { PictureVariant } from '../model/index.js';
import { readBackground } from '../picture/index.js';
import type { Background, Scene } from '../scene/index.js';
import { makeNativeStamp, PICTURE_DEFAULTS, stampPicture } from '../stamp/index.js';
import type { PictureFormat, Stamp } from '../stamp/index.js';
import { facesIn, printSvg } from '../svg/index.js';
import type { SvgOptions } from '../svg/index.js';
import { notAColor } from '../theme/index.js';
import type { Job, Making } from './output.js';

export function planNativePictures(format: PictureFormat, making: Making): readonly Job[] {
  const { flow, options, report } = making;
  const background = readBackground(options.background);
  if (background === null) {
    report(notAColor(options.background ?? '', undefined));
    return [];
  }
  const scene = making.scene(pictureThemes(flow, options.themes));
  if (scene === null) return [];
  const variants = pictureVariants(flow, format, options.themes);
  return variants.map((variant) =>
    format === 'svg'
      ? planSvg(scene, variant, background, making)
      : planPainted(format, scene, variant, background, making),
  );
}

function planSvg(
  scene: Scene,
  { page, path }: PictureVariant,
  background: Background | undefined,
  { flow, options: { embedFonts = false, imageWidth: width, versions } }: Making,
): Job {
  const file = path('svg');
  const id = svgIdOf(file);
  const how: SvgOptions = { background, width, idPrefix: `${id}-`, page: page === 'any' ? 'light' : page };
  const svg = printSvg(scene, how);
  const stamp = makeNativeStamp(svg, { embedFonts }, { authflow: versions?.authflow ?? '' });
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

/** Its bytes depend on the machine's processor, so its stamp says what it shows: the same as an SVG does. */
function planPainted(
  format: 'png' | 'pdf',
  scene: Scene,
  variant: PictureVariant,
  background: Background | undefined,
  { flow, options }: Making,
): Job {
  const path = variant.path(format);
  const page = variant.page === 'dark' ? 'dark' : 'light';
  const size = format === 'png' ? { scale: options.scale ?? PICTURE_DEFAULTS.scale, width: options.imageWidth } : {};
  const shown = printSvg(scene, { idPrefix: '', page, background });
  const fonts = (options.fonts ?? []).map(({ hash }) => hash);
  const stamp = makeNativeStamp(shown, { format, ...size, fonts }, {
    authflow: options.versions?.authflow ?? '',
    emoji: hasEmoji(shown) ? (options.versions?.emoji ?? null) : null,
  });
  return {
    ...{ path, stamp, needs: 'canvas', isListed: false, content: null },
    make: async ({ paintScenes }) => {
      const request = { id: flow.id, format, scenes: [scene], page, background, scale: 1, ...size } as const;
      return [{ path, content: stampPicture(format, await paintScenes(request), stamp) }];
    },
  };
}

/** Whether a text may need a font for emoji. */
const hasEmoji = (text: string): boolean => /\p{Extended_Pictographic}/u.test(text);
