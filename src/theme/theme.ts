/** A theme, ready to be written: every name and value in it is safe inside Mermaid's directive and inside CSS. */
import type { PresetShape } from '../syntax/index.js';
import { safeColor } from './color.js';

/** What the theme is drawn on. `any`: the host decides, so colours must do on both; `paper`: without colours. */
export type PageColor = PresetShape['page']['value'];

export interface Theme {
  /** The preset's name. */
  readonly name: string;
  readonly page: PageColor;
  /** The colour of that page, to measure contrast; white if the host decides. */
  readonly background: string;
  /** Mermaid theme variables in the order to write; none where the host's theme is to be used. */
  readonly variables: readonly ThemeVariable[];
  /** Of a box with neither colour nor zone. */
  readonly boxColor: string;
  /** Of a region without a colour. */
  readonly highlightColor: string;
  /** Trust zones: the box colour by the zone's name. */
  readonly zones: ReadonlyMap<string, string>;
}

export interface ThemeVariable {
  readonly name: string;
  readonly value: string;
}

/** A box's colour: its own, else its zone's, else the theme's; on paper always the theme's. */
export function boxColor(theme: Theme, color: string, zone: string): string {
  return theme.page === 'paper' ? theme.boxColor : (safeColor(color) ?? theme.zones.get(zone) ?? theme.boxColor);
}

/**
 * A highlighted region's colour: its own, else the theme's. A zone's row in a legend has the colour of the zone's
 * boxes.
 */
export function regionColor(theme: Theme, color: string, zone: string): string {
  if (zone !== '') return boxColor(theme, color, zone);
  return theme.page === 'paper' ? theme.highlightColor : (safeColor(color) ?? theme.highlightColor);
}
