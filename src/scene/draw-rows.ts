/** Draws the rows of a picture, or of a part of one, from top to bottom. */
import type { Paints } from './colors/index.js';
import type { Laid } from './columns/index.js';
import type { Block, Heads } from './measure/index.js';
import { foot, MARGIN, margin, zone } from './metrics.js';
import type { State } from './parts/index.js';
import {
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
import type { Placing } from './place/index.js';
import type { SceneInput } from './scene-input.js';
import type { Item, Scene } from './scene.js';
import { Passage, styles } from './text/index.js';

/** Names are repeated where they would be far above. */
export function drawWithNames(blocks: readonly Block[], rows: Rows): Drawn {
  const first = drawRows(blocks, rows);
  const repeats = findRepeats(first);
  return repeats.size === 0 ? first : drawRows(blocks, { ...rows, repeats });
}

export interface Rows {
  readonly input: SceneInput;
  readonly heads: Heads;
  readonly laid: Laid;
  readonly paints: Paints;
  readonly repeats: ReadonlySet<string>;
  /** How much larger small type is printed than it is laid out. Default: 1. */
  readonly enlarged?: number;
  /** Absent for a whole picture. */
  readonly part?: PartOf;
  /** How much larger the distances between rows are. Default: 1. */
  readonly loose?: number;
  /** The picture's bottom is at least here, by longer lifelines. Default: 0. */
  readonly least?: number;
}

/** A part of a picture, whose heading and legend are those of the input. */
export interface PartOf {
  /** What there is where it begins. */
  readonly state: State;
  /** Which part it is; '' for the only one. */
  readonly label: string;
  readonly isLast: boolean;
}

export interface Drawn extends Pick<Scene, 'under' | 'steps' | 'heads'> {
  readonly bottoms: ReadonlyMap<Block, number>;
  readonly bottom: number;
  /** The bottom of the heads, the tops of bands by their step, and where the lifelines end. */
  readonly headsBottom: number;
  readonly bandTops: ReadonlyMap<string, number>;
  readonly end: number;
}

export function drawRows(
  blocks: readonly Block[],
  { input, heads, laid, paints, repeats, enlarged = 1, part, loose = 1, least = 0 }: Rows,
): Drawn {
  const { across, frames, whole } = laid;
  const { left, right } = whole;
  const room = (right - left) / enlarged;
  const label = partLabel(part?.label ?? '', { right, top: MARGIN, room, enlarged });
  const heading = headingItems(input.heading, { left, right: left + room, top: label.bottom });
  const zoneTop = heading.bottom;
  const cardTop = zoneTop + heads.aboveCards;
  const headsBottom = cardTop + heads.height;
  const sheet = new Sheet(headsBottom, margin.heads, loose);
  const names = new Map(input.script.participants.map(({ id, lines }) => [id, lines.join(' ')]));
  const placing: Placing = { sheet, across, frames, heads, paints, names, repeats, left, right };
  placeHeads(cardTop, placing, part?.state.alive);
  if (part) resumeBars(headsBottom, part.state, sheet);
  placeBlocks(blocks, whole, placing);
  const below = heads.zones.some(({ box }) => box.first >= 0) ? zone.below : 0;
  const last = Math.max(sheet.next(margin.end), least - below - (part?.isLast === false ? LEAD_ON : 0));
  const end = part?.isLast === false ? leadOn(last, sheet) : last;
  const isLong = end - headsBottom > foot.far && part?.isLast !== false;
  const feet = isLong ? placeFeet(end, placing) : end;
  sheet.endAll(end);
  const zoneBottom = feet + below;
  const zones = zoneItems({ top: zoneTop, bottom: zoneBottom }, placing);
  const legend = legendItems(input.legend, { left, right: left + room, top: zoneBottom + 20 }, paints);
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
    heads: [...label.items, ...heading.items, ...zones.titles, ...sheet.heads, ...legend.items],
    bottoms: sheet.bottoms,
    bottom: input.legend.length === 0 ? zoneBottom : legend.bottom,
    headsBottom,
    bandTops: sheet.bandTops,
    end,
  };
}

const PART_ROW = 18;

interface LabelPlace {
  readonly right: number;
  readonly top: number;
  /** Of its text, as it is laid out; it is printed larger by this. */
  readonly room: number;
  readonly enlarged: number;
}

/** Which part it is, above it on the right. */
function partLabel(
  label: string,
  { right, top, room, enlarged }: LabelPlace,
): { readonly items: readonly Item[]; readonly bottom: number } {
  if (label === '') return { items: [], bottom: top };
  const words = new Passage([label], styles.legend).wrap(room);
  const place = { left: right - words.width * enlarged, right, top, align: 'start' } as const;
  return {
    items: textLines('legend', words, styles.legend, place),
    bottom: top + Math.max(PART_ROW, words.height) + 8,
  };
}

/** The activations that a part goes on with are open at their top. */
function resumeBars(top: number, { depths }: State, sheet: Sheet): void {
  sheet.openAt.add(top);
  for (const [participant, depth] of depths.entries()) if (depth > 0) sheet.turn({ participant, depth }, top);
}

const LEAD_ON = 12;

/** Below a part that is not the last, lifelines go on, dotted. Returns where they leave off. */
function leadOn(from: number, sheet: Sheet): number {
  const bottom = from + LEAD_ON;
  sheet.pauses.push({ top: from, bottom });
  sheet.openAt.add(bottom);
  return bottom;
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
    if (box.first < 0) continue;
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
