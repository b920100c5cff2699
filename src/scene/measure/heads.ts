/** Measures participants' heads, and the zones around them. */
import { createdIn } from '../../layout/index.js';
import type { Flow, Lines, Script, ScriptBox, ScriptParticipant } from '../../model/index.js';
import type { Hue, Paints } from '../colors/index.js';
import { glyphOf } from '../glyphs.js';
import { foot, head as sizes, zone } from '../metrics.js';
import { Passage, startingEmoji, styles } from '../text/index.js';
import type { Wrapped } from '../text/index.js';
import { textWidth } from '../type/index.js';

/** Participants from which on heads stand closer. */
const MANY = 6;
/** The room of a label in px, with up to three columns and with more: a whole word may have the larger one. */
const ROOM = 160;
const ROOM_OF_MANY = 104;

export interface Heads {
  readonly heads: readonly Head[];
  readonly zones: readonly ZoneBlock[];
  /** Whether there are so many that they stand closer. */
  readonly areMany: boolean;
  /** Of every card. */
  readonly height: number;
  /** From the top of the zones to that of the cards. */
  readonly aboveCards: number;
}

export interface Head {
  readonly id: string;
  readonly label: Wrapped;
  /** The label in the type of the foot, with the same breaks. */
  readonly name: Wrapped;
  readonly links: ScriptParticipant['links'];
  /** What each link is called in the card, where there are several. */
  readonly linkNames: Wrapped;
  /** Path data, an emoji of the author's, or null for none. */
  readonly glyph: { readonly path: string } | { readonly emoji: string } | null;
  /** Half of the card's width; of the foot's. */
  readonly half: number;
  readonly footHalf: number;
  readonly isCreated: boolean;
  readonly hue: Hue;
  /** The index of its zone, or -1. */
  readonly zone: number;
}

export interface ZoneBlock {
  readonly box: ScriptBox;
  readonly title: Wrapped;
  readonly tint: string | null;
  /** Half of its width where it stands around one participant. */
  readonly half: number;
}

interface HeadOptions {
  readonly paints: Paints;
  readonly hasGlyphs: boolean;
}

export function measureHeads(script: Script, flow: Flow, { paints, hasGlyphs }: HeadOptions): Heads {
  const { participants, boxes } = script;
  const areMany = participants.length >= MANY;
  const created = createdIn(script.steps);
  const pad = areMany ? sizes.padMany : sizes.pad;
  const usual = participants.length <= 3 ? ROOM : ROOM_OF_MANY;
  const heads = participants.map((participant, index): Head => {
    const zoneIndex = boxes.findIndex(({ first, last }) => index >= first && index <= last);
    const { glyph, lines } = glyphAndLabel(participant, flow, hasGlyphs);
    const room = Math.max(usual, Math.min(ROOM, longestWord(lines)));
    const label = new Passage(lines, styles.head).wrap(room);
    const name = new Passage(brokenAs(label), styles.name).wrap(Infinity);
    const links = participant.links.filter(({ url }) => /^https?:/i.test(url));
    const linkNames = new Passage(links.length > 1 ? links.map((link) => link.label) : [], styles.headLink).wrap(room);
    const width = Math.max(sizes.least, Math.ceil(Math.max(label.width, linkNames.width)) + 2 * pad);
    return {
      id: participant.id,
      ...{ label, name, links, linkNames, glyph },
      half: Math.ceil(width / 2),
      footHalf: Math.ceil((Math.ceil(name.width) + foot.pad) / 2),
      isCreated: created.has(participant.id),
      hue: paints.hue(participant.kind, boxes[zoneIndex]?.zone ?? ''),
      zone: zoneIndex,
    };
  });
  const zones = boxes.map((box, index) => measureZone(box, index, heads, areMany, paints));
  const titles = Math.max(0, ...zones.map(({ title }) => (title.width === 0 ? 0 : title.lines.length)));
  const base = hasGlyphs ? sizes.height : sizes.heightWithoutGlyph;
  return {
    heads,
    zones,
    areMany,
    height: base + Math.max(0, ...heads.map(({ label, linkNames }) => label.height + linkNames.height)),
    aboveCards: zones.every(({ box }) => box.first < 0) ? 0 : zone.above + (titles === 0 ? 0 : 8 + titles * zone.title),
  };
}

const longestWord = (lines: Lines): number =>
  lines
    .flatMap((line) => line.split(/\s+/))
    .reduce((most, word) => Math.max(most, textWidth(word, 'bold', styles.head.size)), 0);

const brokenAs = ({ lines }: Wrapped): readonly string[] =>
  lines.map(({ runs }) => runs.map(({ text }) => text).join(''));

/** An emoji that begins a label gives way to the kind's glyph. A participant of no kind has no better glyph than its emoji. */
function glyphAndLabel(
  { id, lines }: ScriptParticipant,
  flow: Flow,
  hasGlyphs: boolean,
): Pick<Head, 'glyph'> & { readonly lines: readonly string[] } {
  const participant = flow.participants.find((one) => one.id === id);
  if (!hasGlyphs || !participant) return { glyph: null, lines };
  const [first = '', ...others] = lines;
  const emoji = startingEmoji(first);
  const rest = [first.slice(emoji.length).trimStart(), ...others];
  const isAlone = rest.every((line) => line === '');
  if (emoji === '' || isAlone) return { glyph: { path: glyphOf(participant) }, lines };
  const hasOwn = participant.kind === 'other' && ['participant', 'actor'].includes(participant.shape);
  return { glyph: hasOwn ? { emoji } : { path: glyphOf(participant) }, lines: rest[0] === '' ? others : rest };
}

function measureZone(
  box: ScriptBox,
  index: number,
  heads: readonly Head[],
  areMany: boolean,
  paints: Paints,
): ZoneBlock {
  const beside = areMany ? zone.besideMany : zone.beside;
  const { first, last, lines } = box;
  const title = new Passage(lines, styles.zone, 'prose', heads[first]?.hue.text).wrap(first === last ? 150 : 300);
  const around = (heads[first]?.half ?? 0) + beside;
  const titled = title.width === 0 ? 0 : Math.ceil((title.width + zone.titleRoom) / 2);
  return { box, title, tint: paints.boxTint(index), half: first === last ? Math.max(around, titled) : around };
}
