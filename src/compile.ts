/** The pipeline, from a flow file to artifacts; reads as a table of contents. Pure: no file, no process, no console. */
import { assembleFlow } from './assemble/index.js';
import { describeFlow } from './description/index.js';
import { checkSize, mermaidView } from './mermaid/index.js';
import { annotateFlow } from './model/index.js';
import type { Annotations, AsciiChoice, Excerpt, Flow } from './model/index.js';
import { asciidocDialect, asciidocPage, galleryView, markdownDialect, pageView, stepsView } from './page/index.js';
import type { AsciidocPart, GalleryEntry, GalleryOptions } from './page/index.js';
import { readVariables, reportUndeclared, resolveFlow } from './resolve/index.js';
import type { ReadSource } from './resolve/index.js';
import { checkRules } from './rules/index.js';
import { checkSecrets, redactSecrets, redactSource, SECRET_RULE } from './secrets/index.js';
import { commentOut, fence, isError, lazily } from './source/index.js';
import type { Diagnostic, Report, Source } from './source/index.js';
import { defaultLimits, parseFlow, writeFlow } from './syntax/index.js';
import type { FlowShape, Limits } from './syntax/index.js';
import { TemplateFailure } from './template/index.js';
import { checkColors, chooseTheme, findPreset } from './theme/index.js';
import type { TextStyle } from './theme/index.js';
import { putIntoWords } from './words/index.js';
import { drawText } from './compile-text.js';
import { packagedDesign } from './design.js';
import type { Design } from './design.js';

/** The text formats. Pictures are made from the Mermaid by src/raster/. */
export type Format = 'mermaid' | 'text' | 'page' | 'alt' | 'steps';

/** What a flow renders to: a value that a command writes, compares or embeds. */
export interface Artifact {
  readonly format: Format;
  /** Relative to the output folder: `client-credentials.mmd`. */
  readonly path: string;
  /** UTF-8, LF, with a final line break. */
  readonly content: string;
}

export interface CompileOptions {
  /** Values of variables, over the file's (`--set`). */
  readonly set?: Readonly<Record<string, string>>;
  /** Reads a file that a flow names (`include`, `extends`). Default: there are none. */
  readonly readSource?: ReadSource;
  /** The theme preset of a flow that names none. Default: `host`. */
  readonly theme?: string | undefined;
  /**
   * What becomes of secrets that the files hold, such as tokens in a known form. refuse, the default: they are errors,
   * unless the flow allows them (`lint: { allow: { SEC040: reason } }`); redact: the word REDACTED takes their place;
   * ignore: they stay, for {@link lintFlow} to find.
   */
  readonly secrets?: 'refuse' | 'redact' | 'ignore';
  /** Seconds since 1970: tells expired tokens from live ones. Default: none is taken for expired. */
  readonly now?: number;
  /** Values that look like secrets and are published samples; matched exactly. */
  readonly samples?: readonly string[] | undefined;
  /** What one file may cost, where it isn't the default. */
  readonly limits?: Partial<Limits>;
}

export interface Compiled {
  /** Null where an error stands in the way. */
  readonly flow: Flow | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The file, and those that it includes and extends. */
  readonly sources: readonly Source[];
}

export interface RenderOptions {
  /** Default: mermaid and text, and page where the flow has one. */
  readonly formats?: readonly Format[];
  /** A theme preset in place of the flow's own. */
  readonly theme?: string;
  readonly charset?: 'unicode' | 'ascii';
  /** Columns of the text diagram. */
  readonly width?: number;
  /** Of the text diagram, in place of the flow's own. */
  readonly style?: AsciiChoice['style'];
  /** Colours a piece of the text diagram as the theme has it, for a terminal. */
  readonly paint?: (style: TextStyle, text: string) => string;
  /** Notes for a review, in the diagrams and the page. */
  readonly annotations?: Annotations;
  /** Only these steps, in the diagrams and the description; from {@link findExcerpt}. */
  readonly excerpt?: Excerpt;
  /** Both diagrams as a block of Markdown. */
  readonly fenced?: boolean;
  /** What stands before each line of both diagrams, in source code: `# `, ` * `. */
  readonly comment?: string;
  /** The page and the table of steps in AsciiDoc, as a part of a document. Default: Markdown. */
  readonly asciidoc?: AsciidocPart;
  /** What leads from the page to its pictures: a path that ends in a slash. Default: they lie beside it. */
  readonly pictures?: string;
  /** From {@link loadDesign}. Default: the packaged one. */
  readonly design?: Design;
}

export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and checks one flow file. A user's mistakes come back as diagnostics, all at once; nothing is thrown for them. */
export function compileFlow(source: Source, options: CompileOptions = {}): Compiled {
  const { shape, diagnostics, sources } = resolveSource(source, options);
  const found = [...diagnostics];
  const report: Report = (diagnostic) => found.push(diagnostic);
  const variables = shape && readVariables(shape, valuesOf(options), report);
  if (shape && variables) {
    reportUndeclared(shape, variables, report);
    checkRules(shape, report);
  }
  // The linter, which finds secrets itself, doesn't get to see a broken flow.
  if (options.secrets !== 'ignore' || found.some(isError)) reportSecrets(shape, sources, options, report);
  const isWhole = shape && variables && !found.some(isError);
  return { flow: isWhole ? assembleFlow(shape, variables, options.theme) : null, diagnostics: found, sources };
}

function reportSecrets(
  shape: FlowShape | null,
  sources: readonly Source[],
  { secrets, set = {}, now, samples }: CompileOptions,
  report: Report,
): void {
  const allowed = shape?.lint?.allow?.map(({ key }) => key.value) ?? [];
  if (secrets === 'redact' || allowed.includes(SECRET_RULE.id) || allowed.includes(SECRET_RULE.name)) return;
  for (const found of sources.flatMap((source) => checkSecrets(source, { now, samples })))
    if (found.severity !== 'info') report(found);
  for (const [name, text] of Object.entries(set))
    for (const { span: _, message, ...found } of checkSecrets({ path: name, text }, { now, samples }))
      if (found.severity === 'error') report({ ...found, message: `the value of ${name}, ${message}` });
}

/** A secret may come from the command line too. */
function valuesOf({ set = {}, secrets, samples }: CompileOptions): Readonly<Record<string, string>> {
  if (secrets !== 'redact') return set;
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, redactSecrets(value, { samples })]));
}

/** One flow with what it extends and includes worked in, before it is checked as a whole. */
export function resolveSource(
  file: Source,
  { readSource = () => null, limits: own, secrets, samples }: CompileOptions = {},
): { readonly shape: FlowShape | null } & Pick<Compiled, 'diagnostics' | 'sources'> {
  const limits = { ...defaultLimits, ...own };
  const prepare = (text: Source): Source => (secrets === 'redact' ? redactSource(text, { samples }) : text);
  const source = prepare(file);
  const parsed = parseFlow(source, limits);
  const diagnostics = [...parsed.diagnostics];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const sources = new Map([[source.path, source]]);
  const read: ReadSource = (path) => {
    const found = readSource(path);
    if (found === null || 'reason' in found) return found;
    const other = prepare(found);
    sources.set(other.path, other);
    return other;
  };
  const shape = parsed.shape && resolveFlow(parsed.shape, source, { readSource: read, report, limits });
  return { shape, diagnostics, sources: [...sources.values()] };
}

/** {@link resolveSource} as a flow file that needs no other: null where it can't be read. */
export function printResolved(
  source: Source,
  options: CompileOptions = {},
): { readonly text: string | null; readonly diagnostics: readonly Diagnostic[] } {
  const { shape, diagnostics, sources } = resolveSource(source, options);
  const found = [...diagnostics];
  reportSecrets(shape, sources, options, (diagnostic) => found.push(diagnostic));
  const hasSecret = found.length > diagnostics.length && found.some(isError);
  return { text: shape && !hasSecret ? writeFlow(shape) : null, diagnostics: found };
}

/** Renders a flow to each format that is asked for. */
export function renderFlow(flow: Flow, options: RenderOptions = {}): Rendered {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const diagrams = makeDiagrams(flow, options, report);
  const formats = options.formats ?? defaultFormats(flow);
  const artifacts = formats.flatMap((format): Artifact[] => {
    const content = catchTemplateFailure(diagrams[format], report);
    if (content === null) return [];
    return [{ format, path: artifactPath(flow, format), content: quoteFor(format, content, options, report) }];
  });
  return { artifacts, diagnostics };
}

/** All flows of a project on one page. */
export const renderGallery = (
  entries: readonly GalleryEntry[],
  options: GalleryOptions,
  { templates }: Design = packagedDesign(),
): string => templates.render('page/gallery', galleryView(entries, options));

/** A template that fails on a view, as only a user's can, is a mistake like any other. */
function catchTemplateFailure<T>(print: () => T, report: Report): T | null {
  try {
    return print();
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    report(error.diagnostic);
    return null;
  }
}

/** A diagram as a part of another file. */
function quoteFor(format: Format, content: string, { fenced, comment }: RenderOptions, report: Report): string {
  if (format !== 'mermaid' && format !== 'text') return content;
  const block = fenced ? fence(content, format) : content;
  return comment === undefined ? block : commentOut(block, comment, report);
}

/** File endings in the output folder. */
const endings = {
  mermaid: '.mmd',
  text: '.txt',
  page: '.md',
  alt: '.alt.txt',
  steps: '.steps.md',
} as const satisfies Record<Format, string>;

/** Relative to the output folder. */
export const artifactPath = ({ id }: Flow, format: Format): string => id + endings[format];

/** What is rendered of a flow when nobody says. */
export const defaultFormats = (flow: Flow): readonly Format[] =>
  flow.page ? ['mermaid', 'text', 'page'] : ['mermaid', 'text'];

/** One printer per format; null where an error, which is reported, stands in the way. Each diagram is made at most once. */
function makeDiagrams(flow: Flow, options: RenderOptions, report: Report): Record<Format, () => string | null> {
  const design = options.design ?? packagedDesign();
  const { templates, presets, zones = {} } = design;
  const { excerpt = null, annotations = {}, asciidoc } = options;
  const dialect = asciidoc ? asciidocDialect(asciidoc.mermaid) : markdownDialect;
  const drawn = annotateFlow(flow, annotations);
  const preset = lazily(() => findPreset(options.theme ?? flow.theme.preset, flow.theme, presets, report));
  const mermaid = lazily(() => {
    const found = preset();
    if (found === null) return null;
    const theme = chooseTheme(found, flow.theme, zones, report);
    checkColors(flow, theme, report);
    const script = putIntoWords(drawn, 'mermaid', templates, { excerpt });
    const view = mermaidView(script, { theme, target: flow.mermaidTarget, report });
    const diagram = templates.render('mermaid/diagram', view);
    const tooLong = checkSize(diagram);
    if (tooLong) report(tooLong);
    return diagram;
  });
  const text = lazily(() => templates.render('ascii/diagram', drawText(drawn, { ...options, design }, report, preset)));
  const page = lazily(() => {
    const diagram = mermaid();
    if (diagram === null) return null;
    const material = { mermaid: diagram, text: text(), remarks: annotations.remarks, pictures: options.pictures };
    if (!asciidoc) return templates.render('page/page', pageView(flow, material, dialect));
    const part = asciidocPage(flow, material, asciidoc);
    return part && templates.render(`asciidoc/${part.kind}`, part);
  });
  const alt = () =>
    templates.render('alt/description', describeFlow(flow, putIntoWords(flow, 'alt', templates, { excerpt })));
  const steps = () =>
    templates.render(`${dialect.folder}/steps`, stepsView(putIntoWords(flow, 'alt', templates), dialect));
  return { mermaid, text, page, alt, steps };
}
