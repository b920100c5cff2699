/** The schema of a theme preset, a file of templates/themes/ or a value of the configuration: one source for its type and its validation. */
import * as z from 'zod';
import { cornerNames, roles, toneNames } from '../model/index.js';
import type { Role, Tone } from '../model/index.js';
import type { Source } from '../source/index.js';
import { parseAs } from './parse.js';
import type { Parsed } from './parse.js';
import type { MapNode } from './node.js';
import { choice, doc, record, required, short, text, withNotes } from './shape.js';
import type { Located, Selected } from './shape.js';

/** A colour on light and on dark pages. */
const pagedSchema = z.strictObject({
  light: required(text(), 'The colour on light pages.', 'rgba(221,214,254,0.3)'),
  dark: required(text(), 'The colour on dark pages.', 'rgba(109,40,217,0.3)'),
});

/** A trust zone. */
export const zoneSchema = z.strictObject({
  title: doc(text(), 'Its name in legends and descriptions. Default: the name of the zone.', 'Partner company'),
  light: required(text(), 'The colour of its boxes on light pages.', 'rgba(221,214,254,0.3)'),
  dark: required(text(), 'The colour of its boxes on dark pages.', 'rgba(109,40,217,0.3)'),
});

const colorsSchema = z.strictObject({
  bg: required(text(), 'The background of the page.', '#ffffff'),
  fg: required(text(), 'Texts.', '#1f2937'),
  accent: required(text(), 'The colour of borders, and a tint for participants and activations.', '#2563eb'),
});

// One schema for all parts, because they take the same values.
const styleSchema = doc(text(), 'A colour, any of bold, dim, italic and underline, or both.', 'bold #5f5fff');
const stylesSchema = z.strictObject(
  Object.fromEntries(roles.map((role) => [role, styleSchema])) as Record<Role, typeof styleSchema>,
);

const textSchema = z.strictObject({
  corners: doc(choice(cornerNames), 'Corners of the text diagram. Default: square.', 'rounded'),
  colors: doc(stylesSchema, 'The looks of its parts in a terminal, which override the packaged ones.', {
    note: 'italic #008700',
  }),
});

const toneSchema = doc(pagedSchema, 'The colour behind what has the tone.', { light: '#fee2e2', dark: '#541f1f' });
const tonesSchema = z.strictObject(
  Object.fromEntries(toneNames.map((tone) => [tone, toneSchema])) as Record<Tone, typeof toneSchema>,
);

const presetSchema = withNotes(
  z.strictObject({
    page: required(
      choice(['light', 'dark', 'any', 'paper']),
      'The kind of page that its colours suit. any: the host decides, so they must suit both; paper: no colours.',
      'light',
    ),
    colors: doc(colorsSchema, 'A few colours, from which Mermaid’s theme variables are derived.', {
      bg: '#ffffff',
      fg: '#1f2937',
      accent: '#2563eb',
    }),
    variables: doc(record(text()), 'Mermaid theme variables, which override the derived ones.', {
      actorBkg: '#ddd6fe',
    }),
    box: required(text(), 'The colour of a box without colour and zone.', '#eef2ff'),
    highlight: doc(text(), 'The colour of a region without one. Default: that of a box.', '#eef2ff'),
    zones: doc(record(zoneSchema), 'Trust zones that boxes may name, which override those of every theme.', {
      partner: { light: '#fef3c7', dark: '#78350f' },
    }),
    tones: doc(tonesSchema, 'The colours of tones, which override those of every theme.', {
      danger: { light: '#fee2e2', dark: '#541f1f' },
    }),
    text: doc(textSchema, 'The look of the text diagram.', { corners: 'rounded' }),
  }),
  { examples: [{ page: 'light', box: '#eef2ff' }] },
);

/** One colour stands for light pages; that for dark ones is then derived. */
const brandColor = (about: string, light: string, dark: string) =>
  withNotes(
    short(
      'light',
      z.strictObject({
        light: required(text(), 'The colour on light pages.', light),
        dark: doc(text(), 'The colour on dark pages. Default: derived from the other one.', dark),
      }),
    ),
    { description: about, examples: [light, { light, dark }] },
  );

const brandZoneSchema = short(
  'light',
  z.strictObject({
    title: doc(text(), 'Its name in legends and descriptions. Default: the name of the zone.', 'Partner company'),
    light: required(text(), 'The colour of its boxes on light pages.', '#fef3c7'),
    dark: doc(text(), 'The colour of its boxes on dark pages. Default: derived from the other one.', '#3f3a2a'),
  }),
);

export const brandSchema = withNotes(
  z.strictObject({
    accent: brandColor(
      'The colour of the brand: borders, messages through the browser, links, and a tint for participants.',
      '#6d28d9',
      '#b794f6',
    ),
    background: brandColor('The page. Default: white, and #0d1117.', '#ffffff', '#14101f').optional(),
    foreground: brandColor('Texts. Default: #1f2937, and #e6edf3.', '#1e1b2e', '#ece9f5').optional(),
    lines: brandColor('Arrows. Default: mixed from texts and page.', '#4a4458', '#c9c4d6').optional(),
    fontFamily: doc(text(), 'Names of fonts, the first choice first.', 'Acme Sans, Noto Sans'),
    zones: doc(record(brandZoneSchema), 'Trust zones that boxes may name, which override those of every theme.', {
      partner: '#fef3c7',
    }),
    tones: doc(tonesSchema, 'The colours of tones, which override those of every theme.', {
      danger: { light: '#fee2e2', dark: '#541f1f' },
    }),
    variables: doc(record(text()), 'Mermaid theme variables, which override the derived ones and are not checked.', {
      noteBkgColor: '#fff7d6',
    }),
    text: doc(textSchema, 'The look of the text diagram.', { corners: 'rounded' }),
  }),
  { examples: [{ accent: '#6d28d9' }], definition: 'brand' },
);

const brandKeys = ['accent', 'background', 'foreground', 'lines', 'fontFamily'];

/** A preset has its accent below `colors`. */
function selectTheme(node: MapNode): Selected {
  const written = node.entries.map(({ key }) => key.text);
  const isBrand =
    brandKeys.some((key) => written.includes(key)) && !['colors', 'box'].some((key) => written.includes(key));
  return isBrand ? { name: 'a brand', schema: brandSchema, node } : { name: '', schema: presetSchema, node };
}

/** A theme: a preset, or a brand, from which presets are derived. */
export const themeSchema = withNotes(z.union([presetSchema, brandSchema]), {
  select: selectTheme,
  examples: [{ page: 'light', box: '#eef2ff' }],
});

/** A theme preset as read: every scalar with its place. The theme checks the texts themselves. */
export type PresetShape = Located<z.infer<typeof presetSchema>>;

/** A brand as read. */
export type BrandShape = Located<z.infer<typeof brandSchema>>;

/** Reads a theme preset or a brand; all mistakes in its shape are reported at once. */
export const parsePreset = (source: Source): Parsed<PresetShape | BrandShape> =>
  parseAs(themeSchema, 'a theme preset', source);
