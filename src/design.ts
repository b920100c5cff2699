/** The look and the words of outputs: those of the package, overridden by a user's own. Pure. */
import { packaged, packagedWords, precompiled } from 'packaged:templates';
import { deckShapes } from './deck/index.js';
import { altShapes } from './description/index.js';
import { mermaidShapes } from './mermaid/index.js';
import type { FontWidths, ViewShapes } from './model/index.js';
import { asciidocShapes, pageShapes } from './page/index.js';
import { checkSecrets } from './secrets/index.js';
import type { SecretOptions } from './secrets/index.js';
import { lazily } from './source/index.js';
import type { Diagnostic, Source } from './source/index.js';
import { layTemplates, openTemplates } from './template/index.js';
import type { Templates } from './template/index.js';
import { asciiShapes } from './text-diagram/index.js';
import { collectPresets } from './theme/index.js';
import type { Presets, Zones } from './theme/index.js';
import { ENGLISH, makeWordings, placeholdersIn, readWords } from './wording/index.js';
import type { Wordings } from './wording/index.js';
import { wordsShapes } from './words/index.js';

export interface Design {
  /** With English words; {@link templatesIn} gives them other ones. */
  readonly templates: Templates;
  /** The words of authflow itself, by language. */
  readonly wordings: Wordings;
  readonly presets: Presets;
  /** The configuration's trust zones, which override the presets'. */
  readonly zones?: Zones;
  /** Fonts that pictures may be laid out for, besides Noto Sans. */
  readonly fontWidths?: readonly FontWidths[];
}

const packagedSources: readonly Source[] = Object.entries(packaged).map(([path, text]) => ({
  path: `templates/${path}`,
  text,
}));

/** The texts of the packaged templates and presets, by path below templates/. */
export const releaseTexts = (): Readonly<Record<string, string>> => packaged;

/** The packaged templates and presets. */
export const packagedDesign = (): Design => ({
  templates: openTemplates(precompiled, packagedWordings('')),
  wordings: packagedWordings,
  presets: collectPresets(packagedSources),
});

/** The packaged words. */
export const packagedWordings: Wordings = makeWordings([packagedWords]);

/** The templates with the words of a language: '' for that of flows which name none. */
export const templatesIn = ({ templates, wordings }: Design, lang: string): Templates =>
  templates.withWording(wordings(lang));

/** The placeholders of every word. */
const knownWords = lazily(() =>
  Object.fromEntries(Object.entries(packagedWords[ENGLISH] ?? {}).map(([name, word]) => [name, placeholdersIn(word)])),
);

/**
 * Overrides the packaged templates and presets with a user's, file by file, and checks the templates against the views that
 * they receive. A source's path ends in its place below the templates folder: `mermaid/message.hbs`, `themes/acme.yaml`. `words`:
 * files with words, named for their languages (`words.de.yaml`); later ones replace earlier ones, word by word.
 */
export async function loadDesign(
  overrides: readonly Source[],
  { samples, words = [] }: Pick<SecretOptions, 'samples'> & { readonly words?: readonly Source[] } = {},
): Promise<{
  readonly design: Design;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const read = words.map((source) => readWords(source, knownWords()));
  const wordings =
    words.length === 0 ? packagedWordings : makeWordings([packagedWords, ...read.map((one) => one.words)]);
  const { templates, diagnostics } = overrides.some(({ path }) => path.endsWith('.hbs'))
    ? await layTemplates(packaged, overrides, viewShapes, { wording: wordings(''), words: knownWords() })
    : { templates: openTemplates(precompiled, wordings('')), diagnostics: [] };
  return {
    design: { templates, wordings, presets: collectPresets([...packagedSources, ...overrides]) },
    diagnostics: [
      ...diagnostics,
      ...read.flatMap((one) => one.diagnostics),
      ...[...overrides, ...words].flatMap((source) => checkSecrets(source, { samples })),
    ],
  };
}

/** The views of every folder of templates/. */
const viewShapes: readonly ViewShapes[] = [
  wordsShapes,
  mermaidShapes,
  asciiShapes,
  pageShapes,
  asciidocShapes,
  altShapes,
  deckShapes,
];
