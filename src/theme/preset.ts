/** Reads and checks theme presets, the files of templates/themes/. */
import { roles, toneNames } from '../model/index.js';
import { didYouMean, isError } from '../source/index.js';
import type { Diagnostic, Report, Source, Span } from '../source/index.js';
import { parsePreset } from '../syntax/index.js';
import type { BrandShape, PresetShape, Scalar } from '../syntax/index.js';
import { brandBox, brandColors, brandSides, brandVariables, brandZones, checkBrand, derivedNotice } from './brand.js';
import type { Side } from './brand.js';
import { colorNames, notAColor, safeColor } from './color.js';
import type { DarkBrand, InlinePreset, PagedColor, PresetColors, PresetData, Tones, Zones } from './preset-data.js';
import { checkStyle } from './text-theme.js';
import type { TextLook } from './text-theme.js';
import type { ThemeVariable } from './theme.js';
import { checkVariable } from './variables.js';

interface ReadPreset {
  /** Null where the file has a mistake. */
  readonly preset: PresetData | null;
  /** All of the file's mistakes, each at its place. */
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Source | InlinePreset | DarkBrand, ReadPreset>();

/** A file is read only once, even if several flows use it. */
export function readPreset(origin: Source | InlinePreset | DarkBrand): ReadPreset {
  const read = known.get(origin) ?? readOrigin(origin);
  known.set(origin, read);
  return read;
}

function readOrigin(origin: Source | InlinePreset | DarkBrand): ReadPreset {
  const [source, side] = 'darkOf' in origin ? ([origin.darkOf, 'dark'] as const) : ([origin, 'light'] as const);
  const inline = 'shape' in source;
  const { shape, diagnostics } = inline
    ? { shape: source.shape as PresetShape | BrandShape, diagnostics: [] }
    : parsePreset(source);
  if (!shape) return { preset: null, diagnostics };
  const name = inline ? source.name : source.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  return 'accent' in shape
    ? checkedBrand('darkOf' in origin ? origin.name : name, shape, side, diagnostics)
    : checkedPreset(name, shape, diagnostics);
}

/** Mistakes are the same for both sides. `parsed`: what reading it has found. */
function checkedBrand(name: string, shape: BrandShape, side: Side, parsed: readonly Diagnostic[]): ReadPreset {
  const diagnostics = [...parsed];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const { accent, background, foreground, lines, zones = [] } = shape;
  for (const color of [background, foreground, accent, lines, ...zones.map(({ value }) => value)])
    for (const scalar of [color?.light, color?.dark]) if (scalar) readColor(scalar, report);
  const font = shape.fontFamily;
  const family =
    font && checkVariable({ name: 'fontFamily', value: font.value, nameSpan: font.span, valueSpan: font.span }, report);
  const variables = readVariables(shape.variables ?? [], report);
  const tones = readTones(shape.tones ?? {}, report);
  const text = readLook(shape.text, report);
  if (diagnostics.some(isError)) return { preset: null, diagnostics };
  const sides = brandSides(shape);
  checkBrand(sides.light, report);
  checkBrand(sides.dark, report);
  const notice = side === 'dark' ? derivedNotice(name, shape, sides) : null;
  if (diagnostics.some(isError)) return { preset: null, diagnostics };
  if (notice) report(notice);
  const box = brandBox(sides[side]);
  const preset: PresetData = {
    ...{ name, page: side, colors: brandColors(sides[side]), box, highlight: box, tones, text },
    variables: [...brandVariables(sides[side]), ...(family ? [family] : []), ...variables],
    variableSpans: spansOf(shape.variables, font?.span),
    zones: brandZones(sides.light.zones, sides.dark.zones),
  };
  return { preset, diagnostics };
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
    variableSpans: spansOf(shape.variables),
    box,
    highlight: shape.highlight ? readColor(shape.highlight, report) : box,
    zones: readZones(shape.zones ?? [], report),
    tones: readTones(shape.tones ?? {}, report),
    text: readLook(shape.text, report),
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

/** `font`: where a brand says its font family, which a variable overrides. */
const spansOf = (variables: PresetShape['variables'] = [], font?: Span): ReadonlyMap<string, Span> =>
  new Map([
    ...(font ? [['fontFamily', font] as const] : []),
    ...variables.map(({ key, value }) => [key.value, key.value === 'fontFamily' ? value.span : key.span] as const),
  ]);

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

const readLook = (text: PresetShape['text'], report: Report): TextLook => ({
  corners: text?.corners?.value ?? null,
  styles: readStyles(text?.colors ?? {}, report),
});

function readStyles(looks: NonNullable<Part<'text'>['colors']>, report: Report): TextLook['styles'] {
  const read = roles.flatMap((role) => {
    const look = looks[role];
    const style = look && checkStyle(role, look, report);
    return style ? [[role, style] as const] : [];
  });
  return Object.fromEntries(read);
}
