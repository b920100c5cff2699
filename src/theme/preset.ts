/** Reads and checks theme presets, the files of templates/themes/. */
import { roles, toneNames } from '../model/index.js';
import type { Tone } from '../model/index.js';
import { didYouMean, isError } from '../source/index.js';
import type { Diagnostic, Report, Source } from '../source/index.js';
import { parsePreset } from '../syntax/index.js';
import type { PresetShape, Scalar } from '../syntax/index.js';
import { colorNames, notAColor, safeColor } from './color.js';
import { checkStyle } from './text-theme.js';
import type { TextLook } from './text-theme.js';
import type { PageColor, ThemeVariable } from './theme.js';
import { checkVariable } from './variables.js';

/** A preset without mistakes: every colour is valid, and every variable may be printed. */
export interface PresetData {
  /** The file's name without extension. */
  readonly name: string;
  readonly page: PageColor;
  /** The few colours from which the others are derived; null where the preset lists all variables itself. */
  readonly colors: PresetColors | null;
  /** Mermaid theme variables, which override the derived ones. */
  readonly variables: readonly ThemeVariable[];
  /** The colour of a box without colour and zone, as Mermaid accepts it. */
  readonly box: string;
  /** The colour of a region without a colour, as Mermaid accepts it. */
  readonly highlight: string;
  readonly zones: Zones;
  readonly tones: Partial<Tones>;
  readonly text: TextLook;
}

/** A preset that stands in a configuration. */
export interface InlinePreset {
  readonly name: string;
  /** A {@link PresetShape}; its type is not named, since users of the library would need zod for it. */
  readonly shape: object;
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

interface ReadPreset {
  /** Null where the file has a mistake. */
  readonly preset: PresetData | null;
  /** All of the file's mistakes, each at its place. */
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Source | InlinePreset, ReadPreset>();

/** A file is read only once, even if several flows use it. */
export function readPreset(source: Source | InlinePreset): ReadPreset {
  const read =
    known.get(source) ??
    ('shape' in source ? checkedPreset(source.name, source.shape as PresetShape) : readFile(source));
  known.set(source, read);
  return read;
}

function readFile(source: Source): ReadPreset {
  const { shape, diagnostics } = parsePreset(source);
  if (!shape) return { preset: null, diagnostics };
  return checkedPreset(source.path.replace(/^.*\//, '').replace(/\.yaml$/, ''), shape, diagnostics);
}

/** `parsed`: what reading it has found. */
function checkedPreset(name: string, shape: PresetShape, parsed: readonly Diagnostic[] = []): ReadPreset {
  const diagnostics = [...parsed];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const box = readColor(shape.box, report);
  const preset: PresetData = {
    name,
    page: shape.page.value,
    colors: shape.colors ? readColors(shape.colors, report) : null,
    variables: readVariables(shape.variables ?? [], report),
    box,
    highlight: shape.highlight ? readColor(shape.highlight, report) : box,
    zones: readZones(shape.zones ?? [], report),
    tones: readTones(shape.tones ?? {}, report),
    text: { corners: shape.text?.corners?.value ?? null, styles: readStyles(shape.text?.colors ?? {}, report) },
  };
  return { preset: diagnostics.some(isError) ? null : preset, diagnostics };
}

/** The colour as Mermaid accepts it. Reports an invalid one, and returns `transparent` for it. */
function readColor({ value, span }: Scalar, report: Report): string {
  const color = safeColor(value);
  if (color !== null) return color;
  const { hint = '', ...mistake } = notAColor(value, span);
  report({ ...mistake, hint: didYouMean(value, colorNames) + hint });
  return 'transparent';
}

type Part<Key extends keyof PresetShape> = NonNullable<PresetShape[Key]>;

/** Keeps the colours as written: the derived variables are mixed from them. */
function readColors({ bg, fg, accent }: Part<'colors'>, report: Report): PresetColors {
  for (const color of [bg, fg, accent]) readColor(color, report);
  return { bg: bg.value, fg: fg.value, accent: accent.value };
}

function readVariables(variables: Part<'variables'>, report: Report): readonly ThemeVariable[] {
  return variables.flatMap(({ key, value }) => {
    const asked = { name: key.value, value: value.value, nameSpan: key.span, valueSpan: value.span };
    return checkVariable(asked, report) ?? [];
  });
}

function readZones(zones: Part<'zones'>, report: Report): Zones {
  const read = zones.map(({ key, value }) => {
    return [key.value, { ...readPaged(value, report), title: value.title?.value }] as const;
  });
  return Object.fromEntries(read);
}

function readTones(tones: Part<'tones'>, report: Report): Partial<Tones> {
  const read = toneNames.flatMap((tone) => {
    const color = tones[tone];
    return color ? [[tone, readPaged(color, report)] as const] : [];
  });
  return Object.fromEntries(read);
}

const readPaged = ({ light, dark }: Part<'zones'>[number]['value'], report: Report): PagedColor => ({
  light: readColor(light, report),
  dark: readColor(dark, report),
});

function readStyles(looks: NonNullable<Part<'text'>['colors']>, report: Report): TextLook['styles'] {
  const read = roles.flatMap((role) => {
    const look = looks[role];
    const style = look && checkStyle(role, look, report);
    return style ? [[role, style] as const] : [];
  });
  return Object.fromEntries(read);
}
