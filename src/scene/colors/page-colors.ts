/** The colours of one kind of page, so that texts and lines can be read on everything behind them. */
import type { Script, Tone } from '../../model/index.js';
import type { Base, Edges } from './base.js';
import { blend, enough, opaque, readable } from './contrast.js';
import { Grounds } from './grounds.js';
import type { SceneTheme } from './grounds.js';
import { hues, table } from './table.js';
import type { Side } from './table.js';

/** Tones without a colour of their own in the table. */
const toneTexts: Readonly<Record<Tone, readonly [light: string, dark: string]>> = {
  danger: table.threat,
  success: hues.server ?? table.ink,
  muted: table.muted,
  accent: table.accent,
};

export class PageColors {
  readonly grounds: Grounds;
  readonly base: Base;
  readonly #under: readonly string[];

  constructor(script: Script, theme: SceneTheme, asked: Side) {
    this.grounds = new Grounds(theme, asked);
    this.#under = this.grounds.under(script);
    this.base = readableBase(this.grounds.base, this.#under, this.grounds.index);
  }

  hue(zone: string): string {
    const { isPaper, index } = this.grounds;
    if (isPaper) return this.base.ink;
    return readable(this.grounds.hue(zone, index), [this.grounds.zone(zone), ...this.#under], enough.text);
  }

  /** On the card of a head. */
  glyph(zone: string): string {
    const { isPaper, index } = this.grounds;
    if (isPaper) return this.base.ink;
    const [own, other] = [this.grounds.hue(zone, index), this.grounds.hue(zone, index === 0 ? 1 : 0)];
    return eitherReadable(own, other, [this.base['head-card']]);
  }

  edge(zone: string, of: keyof Edges): string {
    const card = this.base[of === 'head' ? 'head-card' : 'bar-card'];
    const wanted = this.grounds.edges[of] ?? blend(card, this.hue(zone), 0.62);
    return readable(wanted, [card, this.grounds.zone(zone), ...this.#under], enough.line);
  }

  tone(tone: Tone): string {
    const { isPaper, index } = this.grounds;
    const wanted = isPaper ? this.base.ink : toneTexts[tone][index];
    return readable(wanted, [this.grounds.tone(tone), ...this.#under], enough.text);
  }
}

/** The colour, or the one for the other kind of page where that is the one to read on an author's card; moved where neither is. */
function eitherReadable(color: string, other: string, grounds: readonly string[]): string {
  const isReadable = (one: string): boolean => readable(one, grounds, enough.text) === opaque(one, '#ffffff');
  return !isReadable(color) && isReadable(other) ? other : readable(color, grounds, enough.text);
}

/** The same colours, but texts and lines that mean something can be read on every ground that they may be on. */
function readableBase(base: Base, grounds: readonly string[], index: 0 | 1): Base {
  const text = (color: string, ...on: readonly string[]): string => readable(color, on, enough.text);
  const line = (color: string): string => readable(color, grounds, enough.line);
  const onCard = (name: keyof Base, card: keyof Base, like: 'ink' | 'muted'): string =>
    eitherReadable(base[name], table[like][index === 0 ? 1 : 0], [base[card]]);
  return {
    ...base,
    ink: text(base.ink, ...grounds, base.band),
    muted: text(base.muted, ...grounds, base.card),
    title: text(base.title, base.ground),
    line: line(base.line),
    accent: readable(base.accent, grounds, enough.text),
    life: line(base.life),
    frame: line(base.frame),
    threat: text(base.threat, ...grounds, base['threat-ground']),
    'ring-digits': text(base['ring-digits'], base.card),
    digits: text(base.digits, base.badge),
    'head-text': onCard('head-text', 'head-card', 'ink'),
    'note-text': onCard('note-text', 'note-card', 'muted'),
    'code-text': onCard('code-text', 'code', 'ink'),
    'pill-text': onCard('pill-text', 'pill', 'ink'),
    'branch-text': text(base['branch-text'], ...grounds),
  };
}
