/** Gives everything in a picture its colour, on light and on dark pages. */
import type { ParticipantKind, Script, ScriptBox, Tone } from '../../model/index.js';
import { parseColor } from '../../theme/index.js';
import type { Palette, Token } from '../scene.js';
import type { Base } from './base.js';
import type { SceneTheme } from './grounds.js';
import { PageColors } from './page-colors.js';
import { hues } from './table.js';

/** The colours of what belongs to a participant. */
export interface Hue {
  /** Its repeated names, and the title of its box. */
  readonly text: Token;
  /** On its head. */
  readonly glyph: Token;
  readonly headEdge: Token;
  readonly barEdge: Token;
}

/** What has a tone. */
export interface ToneColors {
  readonly text: Token;
  readonly ground: Token;
}

/** Collects the colours that a picture uses. */
export class Paints {
  readonly #colors: Record<string, { light: string; dark: string }> = {};
  readonly #light: PageColors;
  readonly #dark: PageColors;
  readonly #boxes: readonly ScriptBox[];

  constructor(script: Script, theme: SceneTheme) {
    this.#boxes = script.boxes;
    this.#light = new PageColors(script, theme, 'light');
    this.#dark = new PageColors(script, theme, 'dark');
    for (const name of Object.keys(this.#light.base)) this.#add(name, ({ base }) => base[name as keyof Base]);
  }

  get palette(): Palette {
    return this.#colors;
  }

  /** The ground of the box with this index; null where there is none. */
  boxTint(index: number): Token | null {
    const box = this.#boxes[index];
    if (!box) return null;
    const { color, zone } = box;
    if (parseColor(color)) return this.#add(`box-${index + 1}`, ({ grounds }) => grounds.tint(color));
    if (zone === '') return this.#add('zone-none', ({ grounds }) => grounds.box());
    return this.#add(`zone-${this.#zoneKey(zone)}`, ({ grounds }) => grounds.zone(zone));
  }

  /** The colours of a participant: of its box's zone, otherwise of its kind. */
  hue(kind: ParticipantKind, zone: string): Hue {
    const name = zone === '' ? zoneOfKind[kind] : zone;
    const key = this.#zoneKey(name);
    return {
      text: this.#add(`hue-${key}`, (page) => page.hue(name)),
      glyph: this.#add(`glyph-${key}`, (page) => page.glyph(name)),
      headEdge: this.#add(`head-edge-${key}`, (page) => page.edge(name, 'head')),
      barEdge: this.#add(`bar-edge-${key}`, (page) => page.edge(name, 'bar')),
    };
  }

  /** The ground of a region: its own colour, otherwise its tone's, otherwise the theme's. */
  region(color: string, tone: Tone | null): Token {
    if (parseColor(color)) return this.#add(`region-${color}`, ({ grounds }) => grounds.tint(color));
    return tone ? this.tone(tone).ground : 'region';
  }

  tone(tone: Tone): ToneColors {
    return {
      text: this.#add(`tone-${tone}`, (page) => page.tone(tone)),
      ground: this.#add(`tone-${tone}-ground`, ({ grounds }) => grounds.tone(tone)),
    };
  }

  /** `user`; for other names than those of every theme, which may contain anything, a number. */
  #zoneKey(name: string): string {
    if (name in hues) return name;
    const names = [...new Set(this.#boxes.map(({ zone }) => zone))];
    return String(names.indexOf(name) + 1);
  }

  #add(wanted: string, color: (page: PageColors) => string): Token {
    const name = wanted
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    this.#colors[name] ??= { light: color(this.#light), dark: color(this.#dark) };
    return name;
  }
}

const zoneOfKind: Readonly<Record<ParticipantKind, string>> = {
  user: 'user',
  browser: 'user',
  device: 'user',
  authenticator: 'user',
  'public-client': 'client',
  'confidential-client': 'client',
  'relying-party': 'client',
  'authorization-server': 'server',
  'resource-server': 'server',
  'key-store': 'server',
  idp: 'third-party',
  attacker: 'untrusted',
  other: 'none',
};
