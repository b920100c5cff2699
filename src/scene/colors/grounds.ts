/** What lies behind texts and lines on one kind of page: the ground, zones, boxes, regions, tones. */
import { flatSteps } from '../../model/index.js';
import type { Script, ScriptHighlight, ScriptStep, ThemeChoice, Tone } from '../../model/index.js';
import { defaultTones, defaultZones, parseColor } from '../../theme/index.js';
import type { PresetData, Zones } from '../../theme/index.js';
import { baseColors, edgesOf, variablesOf } from './base.js';
import type { Base, Edges } from './base.js';
import { blend, opaque, thinned } from './contrast.js';
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

/** The most of an author's colour that stays under texts, by the kind of page. */
const most = { light: 0.24, dark: 0.16 } as const;
/** The share of a zone's colour over the ground, and what a tone has more. */
const zoneShare = { light: 0.4, dark: 0.25 } as const;
const TONE_MORE = 0.2;

export class Grounds {
  readonly preset: PresetData;
  /** In the table of colours. */
  readonly index: 0 | 1;
  /** Whether nothing is coloured. */
  readonly isPaper: boolean;
  readonly base: Base;
  readonly edges: Edges;
  readonly #side: Side;
  readonly #zones: Zones;
  readonly #usesTable: boolean;

  /** `asked`: the kind of page; a preset for one kind only decides itself. */
  constructor(theme: SceneTheme, asked: Side) {
    const preset = theme[asked];
    const variables = variablesOf(preset, theme.variables);
    this.preset = preset;
    this.#side = preset.page === 'dark' ? 'dark' : preset.page === 'any' ? asked : 'light';
    this.index = this.#side === 'dark' ? 1 : 0;
    this.isPaper = preset.page === 'paper';
    this.base = baseColors(preset, variables, this.#side);
    this.edges = edgesOf(variables);
    this.#zones = { ...preset.zones, ...theme.zones };
    this.#usesTable = this.base.ground === table.ground[this.index];
  }

  /** Everything that the script puts behind texts. */
  under({ steps, boxes }: Script): readonly string[] {
    const regions = [...flatSteps<ScriptStep>(steps)].filter((step) => step.kind === 'highlight');
    const zones = new Set(boxes.map(({ zone }) => zone).filter((zone) => zone !== ''));
    return [
      this.base.ground,
      ...regions.map((region) => this.region(region)),
      ...[...zones].map((zone) => this.zone(zone)),
      ...boxes.flatMap(({ color }) => (parseColor(color) ? [this.tint(color)] : [])),
    ];
  }

  /** An author's colour, thin enough for texts on it. */
  tint(css: string): string {
    return this.isPaper ? this.base.ground : opaque(thinned(css, most[this.#side]), this.base.ground);
  }

  /** A box without a colour and a zone. */
  box(): string {
    return this.#usesTable && !this.isPaper ? (tints.none?.[this.index] ?? '') : this.tint(this.preset.box);
  }

  zone(name: string): string {
    const { ground } = this.base;
    const known = this.#isOwn(name) ? undefined : tints[name];
    if (this.isPaper) return ground;
    if (known && this.#usesTable) return known[this.index];
    const color = this.#zoneColor(name);
    return color === undefined ? ground : blend(ground, opaque(color, ground), zoneShare[this.#side]);
  }

  tone(tone: Tone): string {
    const { ground } = this.base;
    const color = (this.preset.tones[tone] ?? defaultTones[tone])[this.#side];
    return this.isPaper ? ground : blend(ground, opaque(color, ground), zoneShare[this.#side] + TONE_MORE);
  }

  region({ color, tone }: Pick<ScriptHighlight, 'color' | 'tone'>): string {
    if (parseColor(color)) return this.tint(color);
    return tone ? this.tone(tone) : this.base.region;
  }

  /** The hue of a zone on this kind of page, or on the other one; not yet readable. */
  hue(zone: string, of: 0 | 1): string {
    const known = this.#isOwn(zone) ? undefined : hues[zone];
    return opaque(known?.[of] ?? this.#zoneColor(zone) ?? this.base.muted, this.base.ground);
  }

  /** Whether the preset or the configuration says the zone's colours. */
  #isOwn(zone: string): boolean {
    return Object.hasOwn(this.#zones, zone);
  }

  #zoneColor(zone: string): string | undefined {
    return (this.#zones[zone] ?? defaultZones[zone])?.[this.#side];
  }
}
