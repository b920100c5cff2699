/** The schema of a theme preset, a file of templates/themes/ or a value of the configuration: one source for its type and its validation. */
import * as z from 'zod';
import { cornerNames, roles, toneNames } from '../model/index.js';
import type { Role, Tone } from '../model/index.js';
import type { Source } from '../source/index.js';
import { parseAs } from './parse.js';
import type { Parsed } from './parse.js';
import { choice, doc, record, required, text, withNotes } from './shape.js';
import type { Located } from './shape.js';

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

export const presetSchema = withNotes(
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

/** A theme preset as read: every scalar with its place. The theme checks the texts themselves. */
export type PresetShape = Located<z.infer<typeof presetSchema>>;

/** Reads a theme preset; all mistakes in its shape are reported at once. */
export const parsePreset = (source: Source): Parsed<PresetShape> => parseAs(presetSchema, 'a theme preset', source);
