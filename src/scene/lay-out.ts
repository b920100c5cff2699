/** From words to a scene, by its stages: measure, columns, rows, shapes. */
import { Paints } from './colors/index.js';
import { layAcross, shiftOf } from './columns/index.js';
import type { Interval, Laid } from './columns/index.js';
import { drawWithNames } from './draw-rows.js';
import type { Drawn, Rows } from './draw-rows.js';
import { measureHeads, measureScript } from './measure/index.js';
import { MARGIN } from './metrics.js';
import { HEADING_LEAST, rect } from './place/index.js';
import type { SceneInput } from './scene-input.js';
import type { Font, Scene } from './scene.js';

/** Whose widths type/font-widths.ts has. */
export const measuredFont = 'Noto Sans';

const fonts: Readonly<Record<Font, string>> = {
  sans: `'${measuredFont}','Segoe UI','Helvetica Neue',Arial,sans-serif`,
  mono: "'Noto Sans Mono','SFMono-Regular',Consolas,'Liberation Mono',monospace",
};

/** Lays a flow out. Never fails: every script has a scene, which contains everything that the script says. */
export function layOut(input: SceneInput): Scene {
  const { script, flow, theme, facts, maxWidth, icons } = input;
  const paints = new Paints(script, theme);
  const heads = measureHeads(script, flow, { paints, hasGlyphs: icons });
  const blocks = measureScript(script, facts);
  const least = input.heading.title.length === 0 ? 0 : HEADING_LEAST;
  const laid = shifted(layAcross(blocks, heads, maxWidth, least));
  const rows = { input, heads, laid, paints, repeats: new Set<string>() };
  return sceneOf(drawWithNames(blocks, rows), rows);
}

export function sceneOf(drawn: Drawn, { input, laid, paints }: Rows): Scene {
  const { script, flow, fontFamily } = input;
  const size = { right: Math.ceil(laid.whole.right + MARGIN), bottom: Math.ceil(drawn.bottom + MARGIN) };
  return {
    id: flow.id,
    lang: flow.lang,
    title: script.accTitle,
    description: script.accDescr,
    width: size.right,
    height: size.bottom,
    colors: paints.palette,
    fonts: { ...fonts, sans: fontFamily === '' ? fonts.sans : `${quoted(fontFamily)},${fonts.sans}` },
    under: [rect('ground', { left: 0, top: 0, ...size }, { fill: 'ground' }), ...drawn.under],
    steps: drawn.steps,
    heads: drawn.heads,
  };
}

/** The generic families of CSS Fonts 4 §2.1.3, which are no names. */
const generic =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|math|system-ui|ui-(?:serif|sans-serif|monospace|rounded))$/i;

/** Each name in quotes, as it may be a keyword of CSS. */
const quoted = (family: string): string =>
  family
    .split(',')
    .map((name) => name.trim())
    .map((name) => (generic.test(name) ? name : `'${name}'`))
    .join(',');

/** The same, from the margin on. */
export function shifted(laid: Laid): Laid {
  const { across, frames, whole } = laid;
  const by = shiftOf(laid);
  const move = ({ left, right }: Interval): Interval => ({ left: left + by, right: right + by });
  const { columns } = across;
  return {
    across: { ...across, columns: { ...columns, x: columns.x.map((x) => x + by), right: columns.right + by } },
    frames: new Map([...frames].map(([block, edges]) => [block, move(edges)])),
    whole: move(whole),
  };
}
