/** Writes a scene as an SVG file. */
import type { EmbeddedFonts } from '../model/index.js';
import type { Background, Font, Scene, SceneStep } from '../scene/index.js';
import { escapeXml, escapeXmlText } from '../source/index.js';
import { attributeInk, classInk, colorsFor, darkRules, separate } from './colors.js';
import type { SvgPage } from './colors.js';
import { printItems } from './print-items.js';
import type { TextInk } from './print-text.js';
import { attribute, num } from './write.js';

export interface SvgOptions {
  /** Stands before each id of the file: letters, digits, `-` and `_`, of which the first is a letter; or ''. */
  readonly idPrefix: string;
  /** Default: `light`. */
  readonly page?: SvgPage | undefined;
  /**
   * `attributes` (default): each element has its colours, as every program can read them. `classes`: each element has classes, for
   * a page that brings the style sheet of `svgStyles`; `page` and a background's colour mean nothing there.
   */
  readonly colors?: 'attributes' | 'classes' | undefined;
  /** In place of the theme's ground: a colour with its opacity from 0 to 1, or `none`. */
  readonly background?: Background | undefined;
  /** The width that the picture is shown in, in px; its height follows. Default: that of the scene. */
  readonly width?: number | undefined;
  /** Fonts inside the file. Default: none. */
  readonly embedded?: EmbeddedFonts | undefined;
}

/**
 * An SVG 2 document of one element, with a line break at its end. Presentation attributes only; no style sheet but for
 * `page: 'auto'` and embedded fonts, no script, no reference to anything outside of the file but for links. The same bytes for the
 * same scene on every machine.
 *
 * Each step of the scene is `<g id="step-<id>" data-step="<id>">` with its `<title>`; where several groups draw one step, only the
 * first has the id. What belongs to a participant is in a group with `data-p`. The elements `svg`, `title` and `desc` have the ids
 * `picture`, `title` and `desc`. `idPrefix` stands before each id.
 *
 * @throws TypeError for an `idPrefix` that is none
 */
export function printSvg(scene: Scene, options: SvgOptions): string {
  const { idPrefix, page = 'light', colors = 'attributes', background, embedded } = options;
  if (!/^(?:[A-Za-z][\w-]*)?$/.test(idPrefix)) throw new TypeError(`${JSON.stringify(idPrefix)} can't begin an id`);
  const isAuto = page === 'auto' && colors === 'attributes';
  const own = typeof background === 'object' ? background.color : null;
  const known = page === 'auto' ? separate(scene.colors, own) : colorsFor(page, scene.colors);
  const ink = colors === 'classes' ? classInk : attributeInk(known);
  const body = printBody(scene, options, { ink, mono: fontList('mono', scene, embedded) });
  const dark = isAuto ? darkRules(body, `${idPrefix}picture`, scene.colors, known) : '';
  const style = (embedded?.css ?? '') + dark;
  return [
    `<svg${rootAttributes(scene, options)}>`,
    ...textElement('title', scene.title, idPrefix),
    ...textElement('desc', scene.description, idPrefix),
    ...(style === '' ? [] : [`<style>${style}</style>`]),
    `${body}</svg>\n`,
  ].join('\n');
}

/** What a page around the picture would hand down is said here, as by the initial values of CSS. */
function rootAttributes(scene: Scene, { idPrefix, colors, width = scene.width, embedded }: SvgOptions): string {
  const { lang, title, description } = scene;
  const labels = [title && `${idPrefix}title`, description && `${idPrefix}desc`].filter((id) => id !== '');
  return [
    attribute('xmlns', 'http://www.w3.org/2000/svg'),
    attribute('id', `${idPrefix}picture`),
    colors === 'classes' ? attribute('class', 'authflow') : '',
    attribute('width', width),
    attribute('height', (scene.height * width) / scene.width),
    attribute('viewBox', `0 0 ${num(scene.width)} ${num(scene.height)}`),
    attribute('role', 'img'),
    labels.length > 0 ? attribute('aria-labelledby', labels.join(' ')) : '',
    lang === '' ? '' : ` lang="${escapeXml(lang)}" xml:lang="${escapeXml(lang)}"`,
    attribute('font-family', fontList('sans', scene, embedded)),
    ' font-weight="400" text-anchor="start" direction="ltr"',
  ].join('');
}

const fontList = (font: Font, { fonts }: Scene, embedded: EmbeddedFonts | undefined): string =>
  escapeXml(embedded ? `'${embedded.families[font]}',${fonts[font]}` : fonts[font]);

const textElement = (name: 'title' | 'desc', text: string, idPrefix: string): readonly string[] =>
  text === '' ? [] : [`<${name} id="${idPrefix}${name}">${escapeXmlText(text)}</${name}>`];

function printBody(scene: Scene, { idPrefix, background }: SvgOptions, ink: TextInk): string {
  const seen = new Set<string>();
  const printStep = ({ step, title, items }: SceneStep): string => {
    const name = escapeXml(step);
    const id = seen.has(step) ? '' : ` id="${idPrefix}step-${name}"`;
    seen.add(step);
    const tooltip = title === '' ? '' : `<title>${escapeXmlText(title)}</title>`;
    return `<g${id} data-step="${name}">${tooltip}\n${printItems(items, ink)}</g>\n`;
  };
  const under = background === undefined ? scene.under : scene.under.filter(({ role }) => role !== 'ground');
  return [
    typeof background === 'object' ? printGround(scene, background) : '',
    printItems(under, ink),
    ...scene.steps.map(printStep),
    printItems(scene.heads, ink),
  ].join('');
}

function printGround({ width, height }: Scene, { color, opacity }: { color: string; opacity: number }): string {
  const size = attribute('width', width) + attribute('height', height);
  const veil = opacity === 1 ? '' : attribute('fill-opacity', opacity);
  return `<rect${size} fill="${color}"${veil}/>\n`;
}
