/** Derives Mermaid's theme variables from a preset's three colours. */
import { hexText, mix, parseColor, type Color } from './color.js';
import type { PresetColors } from './preset-data.js';
import type { ThemeVariable } from './theme.js';

interface Palette {
  readonly bg: Color;
  readonly fg: Color;
  readonly accent: Color;
}

/** In the order of the diagram: participants, messages, notes, fragments, activations, numbers, titles, boxes. */
const recipes: Readonly<Record<string, (palette: Palette) => Color>> = {
  actorBkg: ({ bg, accent }) => mix(bg, accent, 0.15),
  actorTextColor: ({ fg }) => fg,
  actorBorder: ({ accent }) => accent,
  actorLineColor: ({ bg, fg }) => mix(bg, fg, 0.5),
  signalColor: ({ bg, fg }) => mix(bg, fg, 0.85),
  signalTextColor: ({ fg }) => fg,
  noteBkgColor: ({ bg, fg }) => mix(bg, fg, 0.06),
  noteTextColor: ({ fg }) => fg,
  noteBorderColor: ({ bg, fg }) => mix(bg, fg, 0.5),
  labelBoxBkgColor: ({ bg, accent }) => mix(bg, accent, 0.15),
  labelBoxBorderColor: ({ accent }) => accent,
  labelTextColor: ({ fg }) => fg,
  loopTextColor: ({ fg }) => fg,
  activationBkgColor: ({ bg, accent }) => mix(bg, accent, 0.35),
  activationBorderColor: ({ accent }) => accent,
  sequenceNumberColor: ({ bg }) => bg,
  textColor: ({ fg }) => fg,
  // The frames of boxes, whose default would be a tint of Mermaid's yellow.
  nodeBorder: ({ bg, fg }) => mix(bg, fg, 0.5),
};

/** Empty if a colour can't be parsed. */
export function deriveVariables({ bg, fg, accent }: PresetColors): readonly ThemeVariable[] {
  const palette = { bg: parseColor(bg), fg: parseColor(fg), accent: parseColor(accent) };
  return isComplete(palette)
    ? Object.entries(recipes).map(([name, recipe]) => ({ name, value: hexText(recipe(palette)) }))
    : [];
}

const isComplete = (palette: Readonly<Record<keyof Palette, Color | null>>): palette is Palette =>
  Object.values(palette).every((color) => color !== null);
