/** The colours and fonts of a scene, as draw.io names them. */
import type { Font, Item, Scene, Stroke, Token } from '../scene/index.js';
import type { Point, Style } from './cell.js';
import { boundsOf } from '../bounds/index.js';

/** The picture's own families, for which few machines have the fonts; the browser would choose one with serifs. */
const own: readonly string[] = ['Noto Sans', 'Noto Sans Mono'];

/** What draw.io names in its menu. Most letters are narrower than those that the scene was measured with. */
const usual: Readonly<Record<Font, string>> = { sans: 'Helvetica', mono: 'Courier New' };

/** A generic family of CSS. */
const generic = /^(?:sans-serif|serif|monospace|cursive|fantasy|math|system-ui|ui-[a-z-]+)$/i;

export class Colors {
  readonly #scene: Scene;
  readonly #grounds: readonly Item[];

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#grounds = scene.under.filter(({ role }) => role === 'ground' || role === 'zone' || role === 'region');
  }

  /** For light pages. */
  of(token: Token): string {
    const color = this.#scene.colors[token];
    if (!color) throw new Error(`no colour is called ${token}`);
    return color.light;
  }

  /** One family: several versions of draw.io put the whole value between quotes. */
  font(font: Font): string {
    const [first = ''] = this.#scene.fonts[font].split(',').map((name) => name.trim().replaceAll(/["']/g, ''));
    return first === '' || own.includes(first) || generic.test(first) ? usual[font] : first;
  }

  fill(token: Token | null): Style {
    return { fillColor: token === null ? 'none' : this.of(token) };
  }

  stroke(stroke: Stroke | null): Style {
    if (stroke === null) return { strokeColor: 'none' };
    const { color, width, dash } = stroke;
    return {
      strokeColor: this.of(color),
      strokeWidth: width,
      // Without fixDash, it would be multiplied by the width.
      ...(dash === '' ? {} : { dashed: 1, dashPattern: dash, fixDash: 1 }),
    };
  }

  /** The colour on which a place stands: of the ground, a zone or a region. */
  groundAt({ x, y }: Point): string {
    const found = this.#grounds.findLast((item) => {
      const { left, top, right, bottom } = boundsOf(item);
      return item.kind === 'rect' && item.fill !== null && left <= x && x <= right && top <= y && y <= bottom;
    });
    return this.of(found?.kind === 'rect' && found.fill !== null ? found.fill : 'ground');
  }
}
