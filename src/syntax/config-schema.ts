/** The schema of `authflow.config.yaml`: one source for its type, its validation and its JSON Schema. */
import * as z from 'zod';
import { flowProfiles, paperName } from '../model/index.js';
import type { Source } from '../source/index.js';
import { fieldsSchema, typeDefinitions } from './json-shape.js';
import type { JsonSchema } from './json-shape.js';
import { parseAs } from './parse.js';
import type { Parsed } from './parse.js';
import { brandSchema, themeSchema, zoneSchema } from './preset-schema.js';
import { choice, doc, flag, integer, lang, oneOrMany, pattern, record, required, text } from './shape.js';
import type { Located } from './shape.js';

const gallerySchema = z.strictObject({
  title: required(text(), 'Its heading.', 'Sign-in flows'),
  picture: doc(text(), 'The id of the flow whose SVG is shown at the top.', 'login'),
});

const lintSchema = z.strictObject({
  profiles: doc(oneOrMany(choice(flowProfiles)), 'Profiles of every flow, beside those that it names itself.', [
    'oidc',
  ]),
  strict: doc(flag(), 'Whether warnings fail, too. Default: false.', true),
  baseline: doc(
    text(),
    'The file with the findings that are accepted for now, relative to this file.',
    'lint-baseline.txt',
  ),
});

/** The language and the look of outputs. */
const designKeys = {
  lang: doc(lang(), 'The default language of flows (BCP 47). Default: en.', 'de'),
  words: doc(
    oneOrMany(text()),
    'Files with words that replace those of authflow itself, each named for its language, relative to this file.',
    'words.de.yaml',
  ),
  theme: doc(text(), 'The default theme preset of flows. Default: host.', 'light'),
  themes: doc(record(themeSchema), 'Theme presets and brands, by name, beside those in the folder of templates.', {
    acme: { page: 'light', box: '#eef2ff', colors: { bg: '#ffffff', fg: '#1f2937', accent: '#2563eb' } },
  }),
  zones: doc(record(zoneSchema), 'Trust zones that boxes may name, which override the theme’s.', {
    partner: { light: '#fef3c7', dark: '#78350f' },
  }),
  templates: doc(
    text(),
    'A folder with templates and themes that replace packaged ones, relative to this file.',
    'docs/templates',
  ),
};

const pictureKeys = {
  renderer: doc(
    choice(['native', 'mermaid']),
    'What draws pictures: "native", authflow itself, without a browser; or "mermaid", as a host draws the diagram. Default: native.',
    'mermaid',
  ),
  scale: doc(integer(1, 10), 'PNG pixels per CSS pixel. Default: 2.', 3),
  imageWidth: doc(integer(1, 20_000), 'Width of pictures in pixels. Default: their own width.', 1600),
  fit: doc(
    pattern([paperName, 'a4, letter, or an area of at least 50x50mm, such as "160x230mm"']),
    'The paper that pictures are also cut for, into parts: a4, letter, or the area that a picture may take. Default: none.',
    'a4',
  ),
  background: doc(text(), 'Background of pictures: a CSS color, or transparent. Default: the theme’s.', 'transparent'),
  embedFonts: doc(flag(), 'Embeds the fonts of an SVG, limited to the letters that it uses. Default: false.', true),
  fonts: doc(
    oneOrMany(text()),
    'Font files (TTF, OTF or WOFF2) for PNG and PDF, relative to this file: for letters that Noto Sans lacks, and for the family that a theme’s fontFamily names.',
    ['fonts/Inter-Regular.ttf', 'fonts/Inter-Bold.ttf'],
  ),
};

const makeSchema = (formats: readonly string[]) =>
  z.strictObject({
    extends: doc(text(), 'The configuration that it extends: a package, or a relative path.', '@acme/authflow-config'),
    flows: doc(oneOrMany(text()), 'Flow files, folders or globs, relative to this file. Default: flows.', 'docs/flows'),
    out: doc(text(), 'The output folder, relative to this file. Default: out.', 'docs/diagrams'),
    formats: doc(
      oneOrMany(choice(formats)),
      'The outputs that "render" writes and "check" expects for each flow. Default: mermaid, text, and page where the flow has one.',
      ['mermaid', 'svg'],
    ),
    ...designKeys,
    charset: doc(choice(['unicode', 'ascii']), 'Glyphs of text diagrams. Default: unicode.', 'ascii'),
    width: doc(
      integer(20, 1000),
      'The maximum width of text diagrams, in columns. Default: 100 in files, 72 in blocks of documents.',
      80,
    ),
    ...pictureKeys,
    docs: doc(
      oneOrMany(text()),
      'Documents with embedded diagrams: files, folders or globs, relative to this file. Default: all with a block.',
      ['README.md', 'docs/**/*.md'],
    ),
    gallery: doc(
      gallerySchema,
      'Makes README.md in the output folder a page that lists all flows, by their "family".',
      {
        title: 'Sign-in flows',
      },
    ),
    samples: doc(
      oneOrMany(text()),
      'Published samples that look like secrets. They are matched exactly.',
      'sk_live_51HsampleOfOurOwnDocs',
    ),
    lint: doc(lintSchema, 'The policy of the security rules, for "lint", "check" and "render --findings".', {
      profiles: ['oidc'],
    }),
    failMessage: doc(
      text(),
      'A text that "check" prints at the end when something is not current, such as whom to ask.',
      'Run "npm run diagrams" and commit the result.',
    ),
  });

/** Its keys, in order. */
export const configKeys = Object.keys(makeSchema([]).shape) as readonly (keyof ConfigShape)[];

/** A configuration file as read: every scalar with its place. */
export type ConfigShape = Located<z.infer<ReturnType<typeof makeSchema>>>;

/** A key of the configuration with a value, or of its mapping `lint`. */
export type ConfigKey = keyof ConfigShape | `lint.${keyof z.infer<typeof lintSchema>}`;

/** Reads a configuration file; all mistakes in its shape are reported at once. `formats`: the outputs that it may name. */
export const parseConfig = (source: Source, formats: readonly string[]): Parsed<ConfigShape> =>
  parseAs(makeSchema(formats), 'the configuration', source);

/** For editors, draft 7. */
export function configJsonSchema(formats: readonly string[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'authflow configuration',
    description: 'Where a project keeps its flows, and what they render to.',
    type: 'object',
    ...fieldsSchema(makeSchema(formats)),
    definitions: { ...typeDefinitions, brand: { type: 'object', ...fieldsSchema(brandSchema) } },
  };
}
