/** How output looks: the packaged templates, theme presets and trust zones, with a user's own laid over them. Pure. */
import { packaged, precompiled } from 'packaged:templates';
import { altShapes } from './description/view.js';
import { asciiShapes } from './text-diagram/text-diagram.js';
import { deckShapes } from './deck/view.js';
import type { Diagnostic } from './source/diagnostic.js';
import { checkSecrets } from './secrets/check-secrets.js';
import type { SecretOptions } from './secrets/find-secrets.js';
import { mermaidShapes } from './mermaid/view.js';
import { pageShapes } from './page/view.js';
import { collectPresets } from './theme/presets.js';
import type { Presets } from './theme/presets.js';
import type { Source } from './source/source.js';
import { openTemplates } from './template/precompiled.js';
import type { Templates } from './template/templates.js';
import { wordsShapes } from './words/words-view.js';
import type { Zones } from './theme/preset.js';
import type { ViewShapes } from './model/view-shapes.js';

export interface Design {
  readonly templates: Templates;
  readonly presets: Presets;
  /** Trust zones over the presets': the configuration's. */
  readonly zones?: Zones;
}

const packagedSources: readonly Source[] = Object.entries(packaged).map(([path, text]) => ({
  path: `templates/${path}`,
  text,
}));

/** The packaged templates and presets. */
export const packagedDesign = (): Design => ({
  templates: openTemplates(precompiled),
  presets: collectPresets(packagedSources),
});

/**
 * Lays a user's templates and presets over the packaged ones, file by file, and checks the templates against the views that
 * they receive. A source's path ends in its place below the templates folder: `mermaid/message.hbs`, `themes/acme.yaml`.
 */
export async function loadDesign(
  overrides: readonly Source[],
  { samples }: Pick<SecretOptions, 'samples'> = {},
): Promise<{
  readonly design: Design;
  readonly diagnostics: readonly Diagnostic[];
}> {
  // The compiler is a quarter of a start, and only a user's own templates need it.
  const { layTemplates } = await import('./template/lay-templates.js');
  const { templates, diagnostics } = layTemplates(packaged, overrides, viewShapes);
  return {
    design: { templates, presets: collectPresets([...packagedSources, ...overrides]) },
    diagnostics: [...diagnostics, ...overrides.flatMap((source) => checkSecrets(source, { samples }))],
  };
}

/** The views of every folder of templates/. */
const viewShapes: readonly ViewShapes[] = [wordsShapes, mermaidShapes, asciiShapes, pageShapes, altShapes, deckShapes];
