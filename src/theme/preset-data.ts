/** What a theme preset is once it is read. */
import type { Tone } from '../model/index.js';
import type { Source, Span } from '../source/index.js';
import type { TextLook } from './text-theme.js';
import type { PageColor, ThemeVariable } from './theme.js';

/** A preset without mistakes: every colour is valid, and every variable may be printed. */
export interface PresetData {
  /** The file's name without extension. */
  readonly name: string;
  readonly page: PageColor;
  /** The few colours from which the others are derived; null where the preset lists all variables itself. */
  readonly colors: PresetColors | null;
  /** Mermaid theme variables, which override the derived ones. */
  readonly variables: readonly ThemeVariable[];
  /** Where the variables are that its author wrote, by name. */
  readonly variableSpans?: ReadonlyMap<string, Span> | undefined;
  /** The colour of a box without colour and zone, as Mermaid accepts it. */
  readonly box: string;
  /** The colour of a region without a colour, as Mermaid accepts it. */
  readonly highlight: string;
  readonly zones: Zones;
  readonly tones: Partial<Tones>;
  readonly text: TextLook;
}

/** A preset or a brand that stands in a configuration. */
export interface InlinePreset {
  readonly name: string;
  /** A {@link PresetShape}; its type is not named, since users of the library would need zod for it. */
  readonly shape: object;
}

/** The preset of a brand for dark pages. */
export interface DarkBrand {
  readonly name: string;
  readonly darkOf: Source | InlinePreset;
}

/** CSS colours, as the author wrote them. */
export interface PresetColors {
  /** The background of the page. */
  readonly bg: string;
  readonly fg: string;
  /** The colour of borders, and a tint for participants and activations. */
  readonly accent: string;
}

/** A colour on light and on dark pages. */
export interface PagedColor {
  readonly light: string;
  readonly dark: string;
}

/** Trust zones by name: the colour of a zone's boxes, and its title if it has one. */
export type Zones = Readonly<Record<string, Zone>>;

interface Zone extends PagedColor {
  readonly title?: string | undefined;
}

/** The colour behind what has a tone. */
export type Tones = Readonly<Record<Tone, PagedColor>>;
