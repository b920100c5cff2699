/** A theme, ready to be printed: every name and value is safe inside Mermaid's directive and inside CSS. */
import type { Tone } from '../model/index.js';
import type { PresetShape } from '../syntax/index.js';
import { safeColor } from './color.js';

/** The kind of page that the theme suits. `any`: the host decides, so colours must suit both; `paper`: no colours. */
export type PageColor = PresetShape['page']['value'];

export interface Theme {
  /** The preset's name. */
  readonly name: string;
  readonly page: PageColor;
  /** The colour of that page, to measure contrast; white if the host decides. */
  readonly background: string;
  /** Mermaid theme variables in the order to write; empty for the host's own theme. */
  readonly variables: readonly ThemeVariable[];
  /** The colour of a box without colour and zone. */
  readonly boxColor: string;
  /** The colour of a region without a colour. */
  readonly highlightColor: string;
  /** Trust zones: the box colour by the zone's name. */
  readonly zones: ReadonlyMap<string, string>;
  /** The colour behind what has a tone. */
  readonly tones: ReadonlyMap<string, string>;
}

export interface ThemeVariable {
  readonly name: string;
  readonly value: string;
}

/** A box's colour: its own, otherwise its zone's, otherwise the theme's; on paper always the theme's. */
export function boxColor(theme: Theme, color: string, zone: string): string {
  return theme.page === 'paper' ? theme.boxColor : (safeColor(color) ?? theme.zones.get(zone) ?? theme.boxColor);
}

/** What decides the colour of a region. */
interface Region {
  /** Its own CSS colour, or ''. */
  readonly color: string;
  /** The trust zone that it explains in a legend, or ''. */
  readonly zone: string;
  readonly tone: Tone | null;
}

/**
 * A region's colour: its own, otherwise that of its tone, otherwise the theme's. A zone's row in a legend has the colour of the
 * zone's boxes.
 */
export function regionColor(theme: Theme, { color, zone, tone }: Region): string {
  if (zone !== '') return boxColor(theme, color, zone);
  if (tone !== null && color === '') return toneColor(theme, tone);
  return theme.page === 'paper' ? theme.highlightColor : (safeColor(color) ?? theme.highlightColor);
}

/** On paper, a tone has the colour of regions. */
export const toneColor = (theme: Theme, tone: Tone): string =>
  (theme.page === 'paper' ? undefined : theme.tones.get(tone)) ?? theme.highlightColor;
