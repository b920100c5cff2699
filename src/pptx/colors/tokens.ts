/** What a scene's colours are in a scheme: which of its colours they come from, and what they are for. */
import type { Token } from '../../scene/index.js';

export const slots = [
  ...(['bg1', 'tx1', 'bg2', 'tx2'] as const),
  ...(['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const),
] as const;
export type Slot = (typeof slots)[number];

/** What a colour must be told from: texts can be read, lines seen, tints lie under texts. */
export type Use = 'text' | 'line' | 'tint';

export interface Origin {
  /** The first that comes near enough is taken. */
  readonly slots: readonly Slot[];
  readonly use: Use;
  /** Of a tint: how much of the slot's colour there is on the ground; null for as much as in the scene. */
  readonly share: number | null;
}

const origin = (use: Use, ...from: readonly Slot[]): Origin => ({ slots: from, use, share: null });

const ground = origin('tint', 'bg1', 'tx1');
const text = origin('text', 'tx1');
const muted = origin('text', 'tx2', 'tx1');
const line = origin('line', 'tx1', 'tx2');
const shade = origin('tint', 'tx1', 'tx2', 'bg2', 'bg1');
const tint = (slot: Slot, share: number): Origin => ({ slots: [slot, 'bg1'], use: 'tint', share });

const byName: Readonly<Record<string, Origin>> = {
  ...{ ground, card: ground, 'head-card': ground, 'bar-card': ground, 'note-card': ground },
  ...{
    ink: text,
    title: text,
    'head-text': text,
    'code-text': text,
    'pill-text': text,
    'branch-text': text,
    digits: text,
  },
  ...{ muted, 'note-text': muted, 'tone-muted': muted },
  ...{ line, life: line, frame: line },
  ...{
    code: shade,
    band: shade,
    pill: shade,
    badge: shade,
    hair: shade,
    'note-edge': shade,
    'tone-muted-ground': shade,
  },
  ...{ accent: origin('text', 'accent1'), 'ring-digits': origin('text', 'accent1') },
  'tone-accent': origin('text', 'accent1'),
  'tone-accent-ground': tint('accent1', 0.2),
  'tone-success': origin('text', 'accent3'),
  'tone-success-ground': tint('accent3', 0.2),
  threat: origin('text', 'accent5'),
  'tone-danger': origin('text', 'accent5'),
  'tone-danger-ground': tint('accent5', 0.2),
  'threat-ground': tint('accent5', 0.1),
  region: tint('accent4', 0.14),
};

/** The scheme's colours of the zones of every theme. */
export const zoneSlots: Readonly<Record<string, Slot>> = {
  user: 'accent1',
  client: 'accent2',
  server: 'accent3',
  'third-party': 'accent4',
  untrusted: 'accent5',
  none: 'accent6',
};

const ZONE_SHARE = 0.08;

/**
 * Null for the author's own colours, which no scheme has.
 *
 * @param nearest the accent whose hue is nearest, for zones that only one project has
 */
export function originOf(token: Token, nearest: () => Slot): Origin | null {
  const known = byName[token];
  if (known) return known;
  const [, part = '', zone = ''] = /^(hue|glyph|head-edge|bar-edge|zone)-(.*)$/.exec(token) ?? [];
  if (part === '') return null;
  const slot = zoneSlots[zone] ?? nearest();
  if (part === 'zone') return tint(slot, ZONE_SHARE);
  return origin(part.endsWith('edge') ? 'line' : 'text', slot);
}
