/** Checks a user's templates, and merges them over the packaged ones. */
import type { ViewShapes, Wording } from '../../model/index.js';
import type { Diagnostic, Source } from '../../source/index.js';
import type { KnownWords } from './check-say.js';
import { checkTemplates, templatePlace } from './check-templates.js';
import { makeTemplates } from './engine.js';
import type { Templates } from '../templates.js';

const isTemplate = (path: string): boolean => path.endsWith('.hbs');

/**
 * `packaged`: texts by path below templates/; `overrides`: files whose paths end in such a path. Files that are not
 * templates (`.hbs`) are skipped. `words`: the placeholders of every word. Without overrides nothing is checked, because a test checks the packaged templates.
 */
export function layTemplates(
  packaged: Readonly<Record<string, string>>,
  overrides: readonly Source[],
  shapes: readonly ViewShapes[],
  { wording, words }: { readonly wording: Wording; readonly words: KnownWords },
): { readonly templates: Templates; readonly diagnostics: readonly Diagnostic[] } {
  const own = overrides.filter(({ path }) => isTemplate(path));
  const texts = own.map((source) => {
    const { folder, name } = templatePlace(source);
    return [`${folder}/${name}.hbs`, source.text] as const;
  });
  const templates = makeTemplates({ ...packaged, ...Object.fromEntries(texts) }, wording);
  return { templates, diagnostics: own.length === 0 ? [] : checkTemplates(sourcesOf(packaged), own, shapes, words) };
}

const sourcesOf = (packaged: Readonly<Record<string, string>>): readonly Source[] =>
  Object.entries(packaged)
    .filter(([path]) => isTemplate(path))
    .map(([path, text]) => ({ path, text }));
