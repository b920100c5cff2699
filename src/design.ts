/** The look of outputs: the packaged templates, theme presets and trust zones, overridden by a user's own. Pure. */
import { packaged, precompiled } from 'packaged:templates';
import { deckShapes } from './deck/index.js';
import { altShapes } from './description/index.js';
import { mermaidShapes } from './mermaid/index.js';
import type { ViewShapes } from './model/index.js';
import { asciidocShapes, pageShapes } from './page/index.js';
import { checkSecrets } from './secrets/index.js';
import type { SecretOptions } from './secrets/index.js';
import type { Diagnostic, Source } from './source/index.js';
import { layTemplates, openTemplates } from './template/index.js';
import type { Templates } from './template/index.js';
import { asciiShapes } from './text-diagram/index.js';
import { collectPresets } from './theme/index.js';
import type { Presets, Zones } from './theme/index.js';
import { wordsShapes } from './words/index.js';

export interface Design {
  readonly templates: Templates;
  readonly presets: Presets;
  /** The configuration's trust zones, which override the presets'. */
  readonly zones?: Zones;
}

const packagedSources: readonly Source[] = Object.entries(packaged).map(([path, text]) => ({
  path: `templates/${path}`,
  text,
}));

/** The texts of the packaged templates and presets, by path below templates/. */
export const releaseTexts = (): Readonly<Record<string, string>> => packaged;

/** The packaged templates and presets. */
export const packagedDesign = (): Design => ({
  templates: openTemplates(precompiled),
  presets: collectPresets(packagedSources),
});

/**
 * Overrides the packaged templates and presets with a user's, file by file, and checks the templates against the views that
 * they receive. A source's path ends in its place below the templates folder: `mermaid/message.hbs`, `themes/acme.yaml`.
 */
export async function loadDesign(
  overrides: readonly Source[],
  { samples }: Pick<SecretOptions, 'samples'> = {},
): Promise<{
  readonly design: Design;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { templates, diagnostics } = await layTemplates(packaged, overrides, viewShapes);
  return {
    design: { templates, presets: collectPresets([...packagedSources, ...overrides]) },
    diagnostics: [...diagnostics, ...overrides.flatMap((source) => checkSecrets(source, { samples }))],
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
