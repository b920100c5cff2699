/** Plans the pictures of a flow that authflow draws itself: without a browser. An SVG is the same on every machine. */
import { partEnding, pictureThemes, pictureVariants, svgIdOf } from '../model/index.js';
import type { PictureVariant } from '../model/index.js';
import { readBackground, sheetOf } from '../picture/index.js';
import type { Background } from '../scene/index.js';
import { makeNativeStamp, PICTURE_DEFAULTS, stampPicture } from '../stamp/index.js';
import type { PictureFormat, Stamp } from '../stamp/index.js';
import { facesIn, printSvg } from '../svg/index.js';
import type { SvgOptions } from '../svg/index.js';
import { notAColor } from '../theme/index.js';
import type { Job, Making } from './output.js';
import { paperParts } from './paper-parts.js';
import type { PaperPart } from './paper-parts.js';

export function planNativePictures(format: PictureFormat, making: Making): readonly Job[] {
  const { flow, options, report } = making;
  const background = readBackground(options.background);
  if (background === null) {
    report(notAColor(options.background ?? '', undefined));
    return [];
  }
  const themes = pictureThemes(flow, options.themes);
  const scene = making.scene(themes);
  const parts = scene && options.paper ? paperParts(making, themes, options.paper) : [];
  if (scene === null || parts === null) return [];
  const variants = pictureVariants(flow, format, options.themes);
  const whole: Shown = { scene, width: options.imageWidth, scale: 1 };
  const plan = ({ page }: PictureVariant, file: string, shown: Shown): Job =>
    format === 'svg'
      ? planSvg(shown, { page, file }, background, making)
      : planPainted(format, [shown], { page, file }, background, making);
  const [first, ...others] = parts;
  // Of a PDF, parts are pages.
  if (format === 'pdf' && first) {
    const pages = [{ ...first, scene: { ...first.scene, title: scene.title } }, ...others] as const;
    return variants.map(({ page, path }) =>
      planPainted(format, pages, { page, file: path(format) }, background, making),
    );
  }
  return [
    ...variants.map((variant) => plan(variant, variant.path(format), whole)),
    ...variants.flatMap((variant) =>
      parts.map((part, index) =>
        plan(
          variant,
          variant.path(partEnding(index + 1, format)),
          format === 'png' ? { ...part, width: undefined } : part,
        ),
      ),
    ),
  ];
}

/** A scene, with the width that it is shown in; undefined for its own. */
type Shown = Pick<PaperPart, 'scene' | 'scale'> & { readonly width: number | undefined };

interface PictureFile extends Pick<PictureVariant, 'page'> {
  readonly file: string;
}

function planSvg(
  { scene, width }: Shown,
  { page, file }: PictureFile,
  background: Background | undefined,
  { flow, options: { embedFonts = false, versions } }: Making,
): Job {
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

/**
 * Its bytes depend on the machine's processor, so its stamp says what it shows: the same as an SVG does.
 *
 * @param all the pages of a PDF; a PNG has one
 */
function planPainted(
  format: 'png' | 'pdf',
  all: readonly [Shown, ...Shown[]],
  { page: kind, file: path }: PictureFile,
  background: Background | undefined,
  { flow, options }: Making,
): Job {
  const page = kind === 'dark' ? 'dark' : 'light';
  const [{ width }] = all;
  const size = format === 'png' ? { scale: options.scale ?? PICTURE_DEFAULTS.scale, width } : {};
  const scales = format === 'pdf' && options.paper ? { pageScales: all.map(({ scale }) => scale) } : {};
  const sheet = format === 'pdf' && options.paper ? sheetOf(options.paper) : null;
  const paper = sheet ? { sheet } : {};
  const shown = all.map(({ scene }) => printSvg(scene, { idPrefix: '', page, background })).join('');
  const fonts = (options.fonts ?? []).map(({ hash }) => hash);
  const stamp = makeNativeStamp(
    shown,
    { format, ...size, ...scales, ...paper, fonts },
    {
      authflow: options.versions?.authflow ?? '',
      emoji: hasEmoji(shown) ? (options.versions?.emoji ?? null) : null,
    },
  );
  return {
    ...{ path, stamp, needs: 'canvas', isListed: false, content: null },
    make: async ({ paintScenes }) => {
      const [first, ...others] = all.map(({ scene, scale }) => ({ scene, scale, faces: facesIn(scene) }));
      if (!first) return [];
      const pages = [first, ...others] as const;
      const request = { id: flow.id, format, pages, page, background, scale: 1, ...size, ...paper } as const;
      return [{ path, content: stampPicture(format, await paintScenes(request), stamp) }];
    },
  };
}

/** Whether a text may need a font for emoji. */
const hasEmoji = (text: string): boolean => /\p{Extended_Pictographic}/u.test(text);
