/** From words to a scene, by its stages: measure, columns, rows, shapes. */
import type { Flow, Script } from '../model/index.js';
import { Paints } from './colors/index.js';
import type { SceneTheme } from './colors/index.js';
import { layAcross, shiftOf } from './columns/index.js';
import type { Interval, Laid } from './columns/index.js';
import { measureHeads, measureScript } from './measure/index.js';
import type { Block, Facts, Heads } from './measure/index.js';
import { foot, MARGIN, margin, zone } from './metrics.js';
import {
  HEADING_LEAST,
  headingItems,
  legendItems,
  lifelineItems,
  placeBlocks,
  placeFeet,
  placeHeads,
  rect,
  Sheet,
  textLines,
} from './place/index.js';
import type { Heading, LegendEntry, Placing } from './place/index.js';
import type { Font, Item, Scene } from './scene.js';
import { styles } from './text/index.js';

export interface SceneInput {
  /** The flow in words for the medium `picture`. */
  readonly script: Script;
  readonly flow: Flow;
  readonly theme: SceneTheme;
  readonly facts: Facts;
  /** Font names before our own; '' for none. */
  readonly fontFamily: string;
  /** The words under the heading; drawn with it. */
  readonly heading: Heading;
  readonly legend: readonly LegendEntry[];
  /** px. */
  readonly maxWidth: number;
  /** Whether heads have glyphs. */
  readonly icons: boolean;
}

/** Whose widths type/font-widths.ts has. */
export const measuredFont = 'Noto Sans';

const fonts: Readonly<Record<Font, string>> = {
  sans: `'${measuredFont}','Segoe UI','Helvetica Neue',Arial,sans-serif`,
  mono: "'Noto Sans Mono','SFMono-Regular',Consolas,'Liberation Mono',monospace",
};

/** Lays a flow out. Never fails: every script has a scene, which contains everything that the script says. */
export function layOut(input: SceneInput): Scene {
  const { script, flow, theme, facts, fontFamily, maxWidth, icons } = input;
  const paints = new Paints(script, theme);
  const heads = measureHeads(script, flow, { paints, hasGlyphs: icons });
  const blocks = measureScript(script, facts);
  const least = input.heading.title.length === 0 ? 0 : HEADING_LEAST;
  const laid = shifted(layAcross(blocks, heads, maxWidth, least));
  const first = drawRows(blocks, { input, heads, laid, paints, repeats: new Set() });
  const repeats = findRepeats(first);
  const drawn = repeats.size === 0 ? first : drawRows(blocks, { input, heads, laid, paints, repeats });
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
function shifted(laid: Laid): Laid {
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

interface Rows {
  readonly input: SceneInput;
  readonly heads: Heads;
  readonly laid: Laid;
  readonly paints: Paints;
  readonly repeats: ReadonlySet<string>;
}

interface Drawn extends Pick<Scene, 'under' | 'steps' | 'heads'> {
  readonly bottom: number;
  /** The bottom of the heads, the tops of bands by their step, and where the lifelines end. */
  readonly headsBottom: number;
  readonly bandTops: ReadonlyMap<string, number>;
  readonly end: number;
}

function drawRows(blocks: readonly Block[], { input, heads, laid, paints, repeats }: Rows): Drawn {
  const { across, frames, whole } = laid;
  const { left, right } = whole;
  const heading = headingItems(input.heading, { left, right, top: MARGIN });
  const zoneTop = heading.bottom;
  const cardTop = zoneTop + heads.aboveCards;
  const headsBottom = cardTop + heads.height;
  const sheet = new Sheet(headsBottom, margin.heads);
  const names = new Map(input.script.participants.map(({ id, lines }) => [id, lines.join(' ')]));
  const placing: Placing = { sheet, across, frames, heads, paints, names, repeats, left, right };
  placeHeads(cardTop, placing);
  placeBlocks(blocks, whole, placing);
  const end = sheet.next(margin.end);
  const isLong = end - headsBottom > foot.far;
  const feet = isLong ? placeFeet(end, placing) : end;
  sheet.endAll(end);
  const zoneBottom = feet + (heads.zones.length > 0 ? zone.below : 0);
  const zones = zoneItems({ top: zoneTop, bottom: zoneBottom }, placing);
  const legend = legendItems(input.legend, { left, right, top: zoneBottom + 20 }, paints);
  return {
    under: [
      ...zones.grounds,
      ...sheet.regions,
      ...sheet.frames,
      ...lifelineItems(placing),
      ...sheet.bands,
      ...sheet.redirects,
      ...sheet.ends,
    ],
    steps: sheet.steps,
    heads: [...heading.items, ...zones.titles, ...sheet.heads, ...legend.items],
    bottom: input.legend.length === 0 ? zoneBottom : legend.bottom,
    headsBottom,
    bandTops: sheet.bandTops,
    end,
  };
}

/** Pale columns behind the participants of a box. Outer ones reach the picture's edge where it is near. */
function zoneItems(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  { heads, across, left: edge, right: end }: Placing,
): { readonly grounds: readonly Item[]; readonly titles: readonly Item[] } {
  const grounds: Item[] = [];
  const titles: Item[] = [];
  const last = heads.heads.length - 1;
  for (const { box, title, tint, half } of heads.zones) {
    const one = box.first === box.last;
    const from = (across.columns.x[box.first] ?? 0) - half;
    const to = (across.columns.x[box.last] ?? 0) + (one ? half : (heads.heads[box.last]?.half ?? 0) + zone.beside);
    const left = box.first === 0 && from - edge <= zone.reach ? edge : from;
    const right = box.last === last && end - to <= zone.reach ? end : to;
    if (tint !== null) grounds.push(rect('zone', { left, right, top, bottom }, { radius: zone.radius, fill: tint }));
    titles.push(
      ...textLines('zone-title', title, styles.zone, {
        left: from,
        right: to,
        top: top + zone.titleTop,
        align: 'middle',
      }),
    );
  }
  return { grounds, titles };
}

/** The bands below which the names are repeated: far from the last names, and far from the foot. */
function findRepeats({ headsBottom, bandTops, end }: Drawn): ReadonlySet<string> {
  const found = new Set<string>();
  let names = headsBottom;
  for (const [step, top] of bandTops) {
    if (top - names <= margin.names.far || end - top <= margin.names.fromFoot) continue;
    found.add(step);
    names = top;
  }
  return found;
}
