/** Checks templates, when they are loaded, against the views that they will receive. */
import type { ViewShapes } from '../../model/index.js';
import { nearestOf } from '../../source/index.js';
import type { Diagnostic, Report, Source, Span } from '../../source/index.js';
import type { Call } from './check-call.js';
import { checkNodes } from './check-nodes.js';
import type { KnownWords } from './check-say.js';
import { reportEndlessCalls } from './endless-calls.js';
import { readTemplate } from './read-template.js';
import type { Scope, Type } from './scope.js';
import type { TemplateNode } from './syntax.js';

/** A template's folder and name, from the end of its path: `mermaid/message.hbs` is `message` of `mermaid`. */
export function templatePlace({ path }: Pick<Source, 'path'>): { readonly folder: string; readonly name: string } {
  const [folder = '', file = ''] = ['', ...path.split('/')].slice(-2);
  return { folder, name: file.replace(/\.hbs$/, '') };
}

/**
 * Checks `packaged` with `overrides` replacing some of them; `shapes`: the views of every folder; `words`: those of English. A template with a type's name
 * gets that type; any other is checked for each view that its callers pass.
 */
export function checkTemplates(
  packaged: readonly Source[],
  overrides: readonly Source[],
  shapes: readonly ViewShapes[],
  words: KnownWords,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  // A partial that is checked for several callers repeats its mistakes: report each once.
  const report: Report = (diagnostic) => {
    const key = `${diagnostic.span?.source.path}:${diagnostic.span?.start} ${diagnostic.message}`;
    if (!found.has(key)) found.set(key, diagnostic);
  };
  reportUnknownFolders(overrides, shapes, report);
  for (const views of shapes) {
    const inFolder = (source: Source) => templatePlace(source).folder === views.folder;
    checkFolder(packaged.filter(inFolder), overrides.filter(inFolder), { shapes: views, words }, report);
  }
  return [...found.values()];
}

function reportUnknownFolders(sources: readonly Source[], shapes: readonly ViewShapes[], report: Report): void {
  const folders = shapes.map(({ folder }) => folder);
  for (const source of sources) {
    const { folder } = templatePlace(source);
    if (!folders.includes(folder))
      reportStray(source, `no template belongs in "${folder || '.'}"`, nearestOf(folder, 'folders', folders), report);
  }
}

function reportStray(source: Source, message: string, hint: string, report: Report): void {
  report({ code: 'known-templates', severity: 'error', message, span: { source, start: 0, end: 0 }, hint });
}

/** What the templates of a folder may use. */
interface Known {
  readonly shapes: ViewShapes;
  readonly words: KnownWords;
}

function checkFolder(packaged: readonly Source[], overrides: readonly Source[], known: Known, report: Report): void {
  const sources = new Map([...packaged, ...overrides].map((source) => [templatePlace(source).name, source]));
  const trees = new Map([...sources].map(([name, source]) => [name, readTemplate(source, report) ?? []]));
  const calls = collectCalls(trees, known, report);
  reportEndlessCalls(calls, report);
  const used = new Set(packaged.map((source) => templatePlace(source).name));
  for (const [caller, made] of calls) for (const { name } of made) if (name !== caller) used.add(name);
  for (const source of overrides) {
    const { name } = templatePlace(source);
    if (!used.has(name))
      reportStray(source, `template "${name}" is never used`, nearestOf(name, 'used templates', [...used]), report);
  }
}

/** The calls of each template, checked from the templates with a type's name down to those that they call. */
function collectCalls(
  trees: ReadonlyMap<string, readonly TemplateNode[]>,
  { shapes, words }: Known,
  report: Report,
): ReadonlyMap<string, readonly Call[]> {
  const calls = new Map<string, readonly Call[]>();
  const checked = new Set<string>();
  const partials = [...trees.keys()];
  const isPromised = (name: string) => Object.hasOwn(shapes.types, name);
  const check = (name: string, type: Type, caller?: Span): void => {
    const key = `${name} ${JSON.stringify(type)}`;
    if (checked.has(key)) return;
    checked.add(key);
    const scope: Scope = { shapes, value: { type, isPart: false }, outer: null, params: new Map(), isLoop: false };
    const related = caller ? [{ message: 'called from here', span: caller }] : [];
    const tell: Report = (diagnostic) => report({ ...diagnostic, related });
    const made = checkNodes(trees.get(name) ?? [], scope, { report: tell, partials, words });
    calls.set(name, [...(calls.get(name) ?? []), ...made]);
    for (const call of made) if (!isPromised(call.name)) check(call.name, call.view.type, call.span);
  };
  for (const name of partials) if (isPromised(name)) check(name, { kind: 'ref', type: name });
  return calls;
}
