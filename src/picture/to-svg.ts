/** Pictures of flows, for programs: a scene, and its SVG. Pure, in Node, in browsers and in workers. */
import { packagedDesign } from '../design.js';
import type { Design } from '../design.js';
import { pictureThemes, readThemes, svgIdOf } from '../model/index.js';
import type { Flow, ThemePair } from '../model/index.js';
import type { Scene } from '../scene/index.js';
import { isError, lazily } from '../source/index.js';
import { printSvg } from '../svg/index.js';
import { completePair, completeTheme } from '../theme/index.js';
import type { SvgOptions } from '../svg/index.js';
import { readBackground } from './background.js';
import { drawScene } from './draw-scene.js';
import type { SceneOptions } from './draw-scene.js';

export interface ToSceneOptions extends SceneOptions {
  /** A theme preset, or two for light and dark pages (`light,dark`), as for `--theme`. Default: the flow's. */
  readonly theme?: string | undefined;
  /** From {@link loadDesign}. Default: the packaged one. */
  readonly design?: Design | undefined;
}

/** `page`, `colors` and `width` as in {@link SvgOptions}. */
export interface ToSvgOptions extends ToSceneOptions, Partial<Pick<SvgOptions, 'page' | 'colors' | 'width'>> {
  /** Stands before each id, so that several pictures can be in one page. Default: that of the flow's file, `<id>_svg-`. */
  readonly idPrefix?: string | undefined;
  /** A CSS colour, or `transparent`. Default: the theme's. */
  readonly background?: string | undefined;
}

const usualDesign = lazily(packagedDesign);

/**
 * Lays a flow out as a picture: texts, rects, lines and paths in px, each with its role, its step and its participant, and the
 * colours for light and for dark pages. The same on every machine.
 *
 * @throws RangeError for a theme that does not exist
 */
export function toScene(flow: Flow, { theme, design = usualDesign(), ...options }: ToSceneOptions = {}): Scene {
  const messages: string[] = [];
  const themes = pictureThemes(
    completeTheme(flow, design.presets),
    theme === undefined ? undefined : completePair(namedThemes(theme), design.presets),
  );
  const scene = drawScene(flow, { ...options, design, themes }, (found) => {
    if (isError(found)) messages.push(found.message);
  });
  if (scene === null) throw new RangeError(messages.join('; '));
  return scene;
}

/**
 * Draws a flow as SVG: the same bytes as `authflow render --format svg --renderer native`, but for the stamp.
 *
 * @throws RangeError for a theme that does not exist, and for a background that is no colour
 * @throws TypeError for an `idPrefix` that can't begin an id
 */
export function toSvg(flow: Flow, options: ToSvgOptions = {}): string {
  const { page = 'light', colors, width, idPrefix, background: asked } = options;
  const background = readBackground(asked);
  if (background === null) throw new RangeError(`${JSON.stringify(asked)} is not a colour`);
  const file = page === 'dark' ? `${flow.id}.dark.svg` : `${flow.id}.svg`;
  return printSvg(toScene(flow, options), {
    ...{ page, colors, width, background },
    idPrefix: idPrefix ?? `${svgIdOf(file)}-`,
  });
}

function namedThemes(theme: string): ThemePair {
  const themes = readThemes(theme);
  if (themes === null) throw new RangeError(`${JSON.stringify(theme)} is neither one theme nor two`);
  return themes;
}
