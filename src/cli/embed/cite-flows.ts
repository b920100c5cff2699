/** Opens the flows that documents cite. Each is read, compiled and printed only once, however many blocks show it. */
import { posix, resolve } from 'node:path';
import { normalizeBreaks } from '../output/index.js';
import { DEFAULT_OUT, flowDefaults, readText, samplesOf, sourceReader } from '../project/index.js';
import type { CompiledFlow, Config, MadeFlow, Project } from '../project/index.js';
import { fileDiagnostic } from '../world/index.js';
import { completeTheme } from '../../theme/index.js';
import type { World } from '../world/index.js';
import { citationMistake, documentKind, readWords, wordSpan } from '../../docs/index.js';
import type { Citation, CitedFlow, CiteFlow } from '../../docs/index.js';
import { excerptNames, findExcerpt } from '../../model/index.js';
import type { Flow } from '../../model/index.js';
import { memoize } from '../../source/index.js';
import type { Diagnostic, Report, Source } from '../../source/index.js';
import { compileFlow } from '../../compile.js';
import type { Compiled, CompileOptions } from '../../compile.js';
import type { ReadSource } from '../../resolve/index.js';
import { describeInDocument, renderFlow, textFormats } from '../../render.js';
import type { Artifact, RenderOptions, TextFormat } from '../../render.js';
import { outputDefaults } from '../../outputs/index.js';
import type { Design } from '../../design.js';
import { citeManual } from './cite-manual.js';
import { citePage, linked } from './cite-page.js';
import type { OutputFolder, Writing } from './cite-page.js';
import { isCutFor, placePagePictures, placeParts, placePictures } from './cite-pictures.js';
import { publishesPages } from './site.js';

interface CiteOptions extends Pick<Project, 'config' | 'options'> {
  readonly design: Design;
  /** Flows that were already rendered, and whose mistakes are already reported. */
  readonly made?: readonly MadeFlow[];
}

/** Returns a function that gives, for a document's path as in messages, what its blocks cite. */
export function openCitations(
  { config, design, options: { out, format, limit, charset, width, paper }, made = [] }: CiteOptions,
  world: World,
): (document: string) => CiteFlow {
  const samples = samplesOf(config);
  const now = Math.floor(Date.now() / 1000);
  const usual = new Map(made.filter((one) => isUsual(one, config)).map((one) => [one.compiled.source.path, one]));
  const readSource = memoize(sourceReader(world));
  const settings = { ...flowDefaults({ config, design }), readSource, samples, now, ...(limit && { limits: limit }) };
  const compile = memoize((key: string) => compileCited(key, usual, settings));
  const printed = new Map<string, Printed>();

  return (document) => (citation, report) => {
    const isAsciidoc = documentKind(document) === 'asciidoc';
    if (citation.help !== null) return citeManual(citation, citation.help, { isAsciidoc, design, report, world });
    const paths = candidatePaths(citation.source, document);
    const path = paths.find((candidate) => usual.has(candidate) || readSource(candidate) !== null);
    if (path === undefined) return unknownFlow(citation, paths, report);
    const key = JSON.stringify([path, citation.set]);
    const { source, sources, flow: compiled, artifacts, diagnostics } = compile(key);
    for (const diagnostic of diagnostics)
      report({ ...diagnostic, span: diagnostic.span ?? wordSpan(citation.span, 'set') });
    if (!source || !compiled) return null;
    const flow = completeTheme(compiled, design.presets);
    const chosen = chooseRendering(citation, flow, design, report);
    if (chosen === null || !isCutFor(citation, paper, report)) return null;
    const usualWidth = outputDefaults.blockWidth;
    const choice = { ...(charset && { charset }), ...(width !== undefined && { width }), usualWidth, ...chosen };
    const cited = { source, sources, flow, inputs: [], lookedFor: new Set<string>(), samples, now };
    // Files are wider, unless somebody says how wide texts are.
    const isSaid = width !== undefined || flow.ascii.width !== null;
    const fitting = artifacts.filter(({ format }) => isSaid || !holdsTextDiagram(format));
    const print = printOnce({ printed, key, citation, artifacts: fitting, report }, (format, how) =>
      printFlow(cited, format, { ...choice, ...how }),
    );
    const place = { from: document, out: resolve(world.cwd, out ?? DEFAULT_OUT), world };
    const pictures = placePictures(flow, citation, place, design);
    const output = {
      path: pictures.light.slice(0, pictures.light.lastIndexOf('/') + 1),
      hasPages: (format?.includes('page') ?? true) && publishesPages(resolve(world.cwd, document), place.out, world),
    };
    const { say } = design.wordings(flow.lang);
    return {
      flow,
      path: source.path,
      sources,
      text: (format) => print(format, writingOf(citation, flow, { output, isAsciidoc })),
      page: (depth) =>
        citePage(flow, citation, { isAsciidoc, depth, output, report, say }, (writing) => print('page', writing)),
      description: () =>
        describeInDocument(flow, {
          ...choice,
          ...(isAsciidoc && { asciidoc: { depth: 1, section: null, mermaid: citation.block } }),
        }),
      pictures,
      parts: placeParts(flow, citation, { place, design, say }),
      pagePictures: placePagePictures(flow, place),
    } satisfies CitedFlow;
  };
}

/** A table of steps has links, and is in the markup of the document; diagrams are the same everywhere. */
function writingOf(
  { embedding, block }: Citation,
  flow: Flow,
  { output, isAsciidoc }: { output: OutputFolder; isAsciidoc: boolean },
): Writing {
  if (embedding.kind !== 'markup') return {};
  return { ...linked(flow, output), ...(isAsciidoc && { asciidoc: { depth: 1, section: null, mermaid: block } }) };
}

/** `key`: the path and the variables of the flow, as JSON. */
function compileCited(
  key: string,
  usual: ReadonlyMap<string, MadeFlow>,
  settings: CompileOptions & { readonly readSource: ReadSource },
): CitedSource {
  const [path, set] = JSON.parse(key) as [string, Citation['set']];
  const known = Object.keys(set).length === 0 ? usual.get(path) : undefined;
  if (known) return { ...known.compiled, artifacts: known.artifacts, diagnostics: [] };
  const found = settings.readSource(path);
  const unreadable = found && 'reason' in found ? [fileDiagnostic('readable-files', path, found.reason)] : [];
  const source = found && 'text' in found ? found : null;
  return {
    source,
    artifacts: [],
    ...(source ? compileFlow(source, { ...settings, set }) : { flow: null, diagnostics: unreadable, sources: [] }),
  };
}

const holdsTextDiagram = (format: TextFormat): boolean => format === 'text' || format === 'page';

interface PrintedTexts {
  readonly printed: Map<string, Printed>;
  /** A key for the flow and its variables. */
  readonly key: string;
  readonly citation: Citation;
  /** Texts that are already printed, with default options. */
  readonly artifacts: readonly Artifact[];
  readonly report: Report;
}

/** Prints a text once for all blocks with the same options. */
function printOnce(
  { printed, key, citation, artifacts, report }: PrintedTexts,
  print: (format: string, writing: Writing) => Printed,
): (format: string, writing: Writing) => string | null {
  const { theme, charset, width, step } = citation;
  const isPlain = [theme, charset, width, step].every((asked) => asked === null);
  return (format, writing) => {
    const isUsualText = isPlain && Object.keys(writing).length === 0;
    const known = isUsualText ? artifacts.find((artifact) => artifact.format === format) : undefined;
    if (known) return known.content;
    const name = JSON.stringify([key, format, theme, charset, width, step, writing]);
    const { content, diagnostics } = printed.get(name) ?? print(format, writing);
    printed.set(name, { content, diagnostics });
    diagnostics.forEach(report);
    return content;
  };
}

interface CitedSource extends Compiled {
  readonly source: Source | null;
  /** The texts that are already printed. */
  readonly artifacts: readonly Artifact[];
}

/** Whether a block with default options would show the same. */
function isUsual({ project: { config, options } }: MadeFlow, { path }: Config): boolean {
  const { set, redact, theme, style, fenced, comment } = options;
  return config.path === path && [set, redact, theme, style, fenced, comment].every((asked) => asked === undefined);
}

/** The paths, as in messages, of flows that the markers of a document seem to name. */
export function findCited(document: string, world: World): readonly string[] {
  const read = readText(document, world);
  if ('diagnostic' in read) return [];
  const { path, text } = read.source;
  return [...text.matchAll(/authflow:begin[ \t]+(.+)/g)].flatMap(([, words = '']) => {
    const [first] = readWords(words);
    return first ? candidatePaths(first.name, path) : [];
  });
}

/** The paths of a name, as for `extends`. */
function candidatePaths(name: string, document: string): readonly string[] {
  const folder = posix.dirname(document);
  return /\.ya?ml$/.test(name) ? [posix.join(folder, name)] : [posix.join(folder, `${name}.yaml`), `shipped:${name}`];
}

function unknownFlow(citation: Citation, paths: readonly string[], report: Report): null {
  const looked = paths.map((path) => path.replace('shipped:', 'the shipped flow ')).join(' and ');
  const { source } = citation;
  const message = `there is no flow ${JSON.stringify(source)}`;
  const hint = source.startsWith('shipped:')
    ? 'a shipped flow is named by its id alone; authflow list names them'
    : `looked for ${looked}; paths are relative to this document`;
  report(citationMistake(citation, source, message, hint));
  return null;
}

/** Null, with a diagnostic, where the block asks for something that does not exist. */
function chooseRendering(citation: Citation, flow: Flow, design: Design, report: Report): RenderOptions | null {
  const { theme, step, charset, width } = citation;
  const unknown = theme && [theme.first, theme.dark ?? theme.first].find((name) => !design.presets.has(name));
  if (unknown) {
    const wayOut = { value: unknown, kind: 'themes', known: [...design.presets.keys()] };
    report(citationMistake(citation, 'theme', `there is no theme ${JSON.stringify(unknown)}`, wayOut));
    return null;
  }
  const excerpt = step === null ? null : findExcerpt(flow, step);
  if (step !== null && excerpt === null) {
    const message = `there is no step or phase ${JSON.stringify(step)}`;
    const wayOut = { value: step, kind: 'steps and phases', known: excerptNames(flow) };
    report(citationMistake(citation, 'step', message, wayOut));
    return null;
  }
  return {
    design,
    ...(charset !== null && { charset }),
    ...(theme !== null && { theme: theme.first }),
    ...(width !== null && { width }),
    ...(excerpt && { excerpt }),
  };
}

interface Printed {
  readonly content: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** `format`: an output that a block can show, or `yaml` for the flow file itself. */
function printFlow({ source, flow }: CompiledFlow, format: string, options: RenderOptions): Printed {
  if (format === 'yaml') return { content: normalizeBreaks(source.text), diagnostics: [] };
  const { artifacts, diagnostics } = renderFlow(flow, {
    ...options,
    formats: textFormats.filter((name) => name === format),
  });
  return { content: artifacts[0]?.content ?? null, diagnostics };
}
