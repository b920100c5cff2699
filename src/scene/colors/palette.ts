/** Gives everything in a picture its colour, on light and on dark pages. */
import { flatSteps } from '../../model/index.js';
import type {
  ParticipantKind,
  Script,
  ScriptBox,
  ScriptHighlight,
  ScriptStep,
  ThemeChoice,
  Tone,
} from '../../model/index.js';
import { defaultTones, defaultZones, parseColor } from '../../theme/index.js';
import type { PresetData, Zones } from '../../theme/index.js';
import type { Palette, Token } from '../scene.js';
import { baseColors, edgesOf, variablesOf } from './base.js';
import type { Base, Edges } from './base.js';
import { blend, enough, opaque, readable, thinned } from './contrast.js';
import { hues, table, tints } from './table.js';
import type { Side } from './table.js';

/** The theme of a picture: its presets for light and for dark pages, which may be the same. */
export interface SceneTheme {
  readonly light: PresetData;
  readonly dark: PresetData;
  /** The configuration's trust zones, which override the presets'. */
  readonly zones: Zones;
  /** The author's theme variables. */
  readonly variables: ThemeChoice['variables'];
}

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
    this.#light = pageColors(script, theme, 'light');
    this.#dark = pageColors(script, theme, 'dark');
    for (const name of Object.keys(this.#light.base)) this.#add(name, ({ base }) => base[name as keyof Base]);
  }

  get palette(): Palette {
    return this.#colors;
  }

  /** The ground of the box with this index; null where it has none. */
  boxTint(index: number): Token | null {
    const box = this.#boxes[index];
    if (!box) return null;
    if (parseColor(box.color)) return this.#add(`box-${index + 1}`, (page) => page.tint(box.color, null));
    if (box.zone !== '') return this.#add(`zone-${this.#zoneKey(box.zone)}`, (page) => page.zone(box.zone).tint);
    return this.#add('zone-none', (page) => page.tint(page.preset.box, tints['none'] ?? null));
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
    if (parseColor(color)) return this.#add(`region-${color}`, (page) => page.tint(color, null));
    return tone ? this.tone(tone).ground : 'region';
  }

  tone(tone: Tone): ToneColors {
    return {
      text: this.#add(`tone-${tone}`, (page) => page.tone(tone).text),
      ground: this.#add(`tone-${tone}-ground`, (page) => page.tone(tone).ground),
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

/** Tones without a colour of their own in the table. */
const toneTexts: Readonly<Record<Tone, readonly [light: string, dark: string]>> = {
  danger: table.threat,
  success: hues['server'] ?? table.ink,
  muted: table.muted,
  accent: table.accent,
};

/** The most of an author's colour that stays under texts, by the kind of page. */
const most = { light: 0.24, dark: 0.16 } as const;
/** The share of a zone's colour over the ground. */
const zoneShare = { light: 0.4, dark: 0.25 } as const;

interface PageColors {
  readonly preset: PresetData;
  readonly base: Base;
  readonly tint: (css: string, known: readonly [string, string] | null) => string;
  readonly zone: (name: string) => { readonly tint: string };
  readonly hue: (zone: string) => string;
  readonly glyph: (zone: string) => string;
  readonly edge: (zone: string, of: keyof Edges) => string;
  readonly tone: (tone: Tone) => { readonly text: string; readonly ground: string };
}

/** `asked`: the kind of page; a preset for one kind only decides itself. */
function pageColors(script: Script, theme: SceneTheme, asked: Side): PageColors {
  const preset = theme[asked];
  const side: Side = preset.page === 'dark' ? 'dark' : preset.page === 'any' ? asked : 'light';
  const index = side === 'dark' ? 1 : 0;
  const isPaper = preset.page === 'paper';
  const variables = variablesOf(preset, theme.variables);
  const raw = baseColors(preset, variables, side);
  const edges = edgesOf(variables);
  const { ground } = raw;
  const usesTable = ground === table.ground[index];
  const changed: Zones = { ...preset.zones, ...theme.zones };
  const own = new Set(Object.keys(changed));

  const tint: PageColors['tint'] = (css, known) => {
    if (isPaper) return ground;
    if (known && usesTable) return known[index];
    return opaque(thinned(css, most[side]), ground);
  };
  const zoneColor = (name: string): string | undefined => (changed[name] ?? defaultZones[name])?.[side];
  const zoneTint = (name: string): string => {
    if (isPaper) return ground;
    const known = tints[name];
    if (known && usesTable && !own.has(name)) return known[index];
    const color = zoneColor(name);
    return color === undefined ? ground : blend(ground, opaque(color, ground), zoneShare[side]);
  };
  const tones = new Map<Tone, string>();
  const toneGround = (tone: Tone): string => {
    const color = (preset.tones[tone] ?? defaultTones[tone])[side];
    const toned = tones.get(tone) ?? (isPaper ? ground : blend(ground, opaque(color, ground), zoneShare[side] + 0.2));
    tones.set(tone, toned);
    return toned;
  };
  const regions = [...flatSteps<ScriptStep>(script.steps)].filter((step) => step.kind === 'highlight');
  const regionGround = ({ color, tone }: ScriptHighlight): string => {
    if (parseColor(color)) return tint(color, null);
    return tone ? toneGround(tone) : raw.region;
  };
  const grounds = [
    ground,
    ...regions.map(regionGround),
    ...[...new Set(script.boxes.map(({ zone }) => zone))].filter((zone) => zone !== '').map(zoneTint),
    ...script.boxes.flatMap(({ color }) => (parseColor(color) ? [tint(color, null)] : [])),
  ];
  const base = readableBase(raw, grounds, index);
  const wantedHue = (name: string, of: 0 | 1): string => {
    const known = hues[name];
    return opaque(known && !own.has(name) ? known[of] : (zoneColor(name) ?? base.muted), ground);
  };
  const hue = (name: string): string =>
    isPaper ? base.ink : readable(wantedHue(name, index), [zoneTint(name), ...grounds], enough.text);
  const glyph = (name: string): string =>
    isPaper
      ? base.ink
      : eitherReadable(wantedHue(name, index), wantedHue(name, index === 0 ? 1 : 0), [base['head-card']]);
  return {
    preset,
    base,
    tint,
    zone: (name) => ({ tint: zoneTint(name) }),
    hue,
    glyph,
    edge: (name, of) => {
      const card = base[of === 'head' ? 'head-card' : 'bar-card'];
      return readable(edges[of] ?? blend(card, hue(name), 0.62), [card, zoneTint(name), ...grounds], enough.line);
    },
    tone: (tone) => {
      const behind = toneGround(tone);
      const text = isPaper ? base.ink : toneTexts[tone][index];
      return { ground: behind, text: readable(text, [behind, ...grounds], enough.text) };
    },
  };
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
