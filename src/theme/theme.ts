/** A theme, ready to be written: every name and value in it is safe inside Mermaid's directive and inside CSS. */

/** What the theme is drawn on. `any`: the host decides, so colours must do on both; `paper`: without colours. */
export type PageColor = (typeof pageColors)[number];
export const pageColors = ['light', 'dark', 'any', 'paper'] as const;

export interface Theme {
  /** The preset's name. */
  readonly name: string;
  readonly page: PageColor;
  /** The colour of that page, for measures of contrast; where the host decides, white. */
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
