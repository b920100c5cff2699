/** The table of outputs: what a flow renders to, and everything that commands, help and checks need to know about each output. */
import { packagedDesign, templatesIn } from './design.js';
import type { Design } from './design.js';
import { pictureTarget } from './mermaid/index.js';
import type { Flow } from './model/index.js';
import {
  describe,
  describeInMarkup,
  openMaking,
  planPictures,
  planSlides,
  printDrawioFile,
  steadyMarkdown,
} from './outputs/index.js';
import type {
  BytesOutput,
  MakeOptions,
  Making,
  MarkupDescription,
  Output,
  TextOptions,
  TextOutput,
} from './outputs/index.js';
import { asciidocDialect, asciidocPage, galleryView, markdownDialect, pageView, stepsView } from './page/index.js';
import type { GalleryEntry, GalleryOptions } from './page/index.js';
import { commentOut, fence, isError, reportAt } from './source/index.js';
import type { Diagnostic, Report } from './source/index.js';
import type { PictureFormat } from './stamp/index.js';
import { TemplateFailure } from './template/index.js';
import { putIntoWords } from './words/index.js';

/** Defaults for a text output: printed only on request, one file, proven by the manifest. */
const text = (ending: string) =>
  ({
    content: 'text',
    files: `<id>${ending}`,
    askedBy: 'format',
    endings: [],
    suffix: new RegExp(`^${ending.replaceAll('.', String.raw`\.`)}$`),
    proof: 'manifest',
    isDefault: () => false,
    embed: null,
    path: ({ id }: Flow) => id + ending,
    isQuotable: false,
  }) as const;

const picture = (format: PictureFormat) =>
  ({
    content: 'bytes',
    files: `<id>.${format}`,
    askedBy: 'format',
    endings: [`.${format}`],
    suffix: new RegExp(`^(?:\\.dark)?(?:\\.p\\d+)?\\.${format}$`),
    proof: 'stamp',
    galleryRank: null,
    plan: (making: Making) => planPictures(format, making),
  }) as const;

const outputs = {
  mermaid: {
    ...text('.mmd'),
    about: 'themed Mermaid, for GitHub, GitLab, Docusaurus, Notion and other hosts',
    endings: ['.mmd', '.mermaid'],
    isDefault: () => true,
    embed: { kind: 'code', language: 'mermaid', about: 'the Mermaid diagram; the default' },
    isQuotable: true,
    galleryRank: 2,
    print: ({ mermaid }: Making) => mermaid(),
  },
  text: {
    ...text('.txt'),
    about: 'the text diagram; `--charset ascii` for 7-bit glyphs',
    aliases: ['ascii'],
    endings: ['.txt'],
    isDefault: () => true,
    embed: { kind: 'code', language: 'text', about: 'the text diagram' },
    isQuotable: true,
    galleryRank: 3,
    print: (making: Making) => making.text(),
  },
  page: {
    ...text('.md'),
    about: 'when to use, prerequisites, both diagrams, requests, responses, code, security notes',
    endings: ['.md'],
    isDefault: ({ page }: Flow) => page !== null,
    embed: { kind: 'page', about: "the flow's page, under your own heading" },
    galleryRank: 1,
    print: printPage,
  },
  alt: {
    ...text('.alt.txt'),
    about: 'the flow in numbered sentences, for alt texts; on request',
    embed: { kind: 'code', language: 'text', about: 'the flow in sentences' },
    galleryRank: 5,
    print: (making: Making) => making.templates.render('alt/description', describe(making)),
  },
  steps: {
    ...text('.steps.md'),
    about: 'a Markdown table of the messages; on request',
    embed: { kind: 'markup', about: 'a table of the messages' },
    galleryRank: 4,
    print: printSteps,
  },
  drawio: {
    ...text('.drawio'),
    about: 'a diagram to edit in draw.io, with a page for each phase; on request',
    endings: ['.drawio'],
    galleryRank: null,
    print: printDrawioFile,
  },
  svg: { ...picture('svg'), about: 'a picture; on request' },
  png: {
    ...picture('png'),
    about: 'the same in pixels, by `@napi-rs/canvas`; `--scale 3` or `--image-width 1920` for a larger one',
  },
  pdf: { ...picture('pdf'), about: 'the same for print, by `@napi-rs/canvas`' },
  slides: {
    content: 'bytes',
    files: '<id>.slide-01.png …, <id>.deck.md, <id>.deck.pdf, <id>.pptx',
    about: 'a picture for each phase or step, and decks that show them: Marp, PDF, PowerPoint with native shapes',
    askedBy: 'slides',
    endings: [],
    suffix: /^(?:\.dark)?\.(?:slide-\d+\.(?:png|svg)|deck\.(?:md|pdf)|pptx)$/,
    proof: 'manifest',
    galleryRank: null,
    plan: planSlides,
  },
} as const satisfies Readonly<Record<string, Output>>;

export type Format = keyof typeof outputs;

/** The outputs that are printed from the flow only. */
export type TextFormat = { [Name in Format]: (typeof outputs)[Name] extends TextOutput ? Name : never }[Format];
export type BytesFormat = Exclude<Format, TextFormat>;

const names = Object.keys(outputs) as Format[];
export const textFormats = names.filter((name): name is TextFormat => outputs[name].content === 'text');
export const bytesFormats = names.filter((name): name is BytesFormat => outputs[name].content === 'bytes');
/** The outputs that `--format` and the configuration can name. */
export const namedFormats = names.filter((name) => outputs[name].askedBy === 'format');

/** A row, with the general type. */
export const outputOf = (format: Format): Output => outputs[format];
export const textOutput = (format: TextFormat): TextOutput => outputs[format];
export const bytesOutput = (format: BytesFormat): BytesOutput => outputs[format];

/** The outputs that a block of a document can show, by name. */
export const embeddable = Object.fromEntries(
  textFormats.flatMap((format) => {
    const { embed } = textOutput(format);
    return embed ? [[format, embed] as const] : [];
  }),
);

/** The default formats of a flow. */
export const defaultFormats = (flow: Flow): readonly TextFormat[] =>
  textFormats.filter((format) => textOutput(format).isDefault(flow));

/** A rendered file: a value that a command writes, compares or embeds. */
export interface Artifact {
  readonly format: TextFormat;
  /** Relative to the output folder: `client-credentials.mmd`. */
  readonly path: string;
  /** UTF-8, LF, with a final line break. */
  readonly content: string;
}

export interface RenderOptions extends TextOptions {
  /** Default: mermaid and text, and page where the flow has one. */
  readonly formats?: readonly TextFormat[] | undefined;
}

export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints a flow in each requested format. A user's mistakes are returned as diagnostics. */
export function renderFlow(flow: Flow, options: RenderOptions = {}): Rendered {
  const diagnostics: Diagnostic[] = [];
  const report = reportAt(flow.span, (diagnostic) => diagnostics.push(diagnostic));
  const making = openMaking(flow, options, report);
  const artifacts = (options.formats ?? defaultFormats(flow)).flatMap((format): Artifact[] => {
    const { print, path, isQuotable } = textOutput(format);
    const content = catchTemplateFailure(() => print(making), report);
    if (content === null) return [];
    return [{ format, path: path(flow), content: isQuotable ? quote(format, content, options, report) : content }];
  });
  return { artifacts, diagnostics };
}

/** The flow in sentences, for a document in Markdown or AsciiDoc. */
export const describeInDocument = (flow: Flow, options: TextOptions = {}): MarkupDescription =>
  describeInMarkup(openMaking(flow, options, () => undefined));

/** One or several files still to be made, with their format. */
export interface PlannedJob {
  readonly format: BytesFormat;
  readonly job: ReturnType<BytesOutput['plan']>[number];
}

/** Notices about pictures, by code. */
const aboutPictures: readonly string[] = ['brand-dark', 'measured-fonts'];

/** Plans the files of a flow that are not printed, without making them. */
export function planFlow(
  flow: Flow,
  formats: readonly BytesFormat[],
  options: MakeOptions,
  reportUnplaced: Report,
): readonly PlannedJob[] {
  const report = reportAt(flow.span, reportUnplaced);
  // Other notices about the Mermaid concern other hosts, not pictures.
  const reportErrors: Report = (found) => {
    if (isError(found) || aboutPictures.includes(found.code)) report(found);
  };
  const making = { ...openMaking(flow, options, reportErrors, pictureTarget), report };
  const byFormat = formats.map((format) => {
    const jobs = catchTemplateFailure(() => bytesOutput(format).plan(making), report) ?? [];
    return jobs.map((job) => ({ format, job }));
  });
  // The pictures for light pages in every format come first, then those for dark pages.
  const most = Math.max(0, ...byFormat.map((jobs) => jobs.length));
  return Array.from({ length: most }, (_, index) => byFormat.flatMap((jobs) => jobs[index] ?? [])).flat();
}

/** All flows of a project on one page, with the words of the project's language. */
export function renderGallery(
  entries: readonly GalleryEntry[],
  options: GalleryOptions & { readonly lang: string },
  design: Design = packagedDesign(),
): string {
  const templates = templatesIn(design, options.lang);
  return steadyMarkdown(templates.render('page/gallery', galleryView(entries, options, templates.wording)));
}

function printPage({ flow, options, templates, mermaid, text: diagram }: Making): string | null {
  const drawn = mermaid();
  if (drawn === null) return null;
  const { asciidoc, pictures, annotations } = options;
  const material = {
    mermaid: drawn,
    text: diagram(),
    remarks: annotations?.remarks,
    pictures,
    pages: pagesFolder(options),
    say: templates.wording.say,
  };
  if (!asciidoc) return steadyMarkdown(templates.render('page/page', pageView(flow, material, markdownDialect)));
  const part = asciidocPage(flow, material, asciidoc);
  return part && templates.render(`asciidoc/${part.kind}`, part);
}

const pagesFolder = ({ pictures = '', linksPages = true }: RenderOptions): string | null =>
  linksPages ? pictures : null;

function printSteps({ flow, options, templates }: Making): string {
  const { asciidoc } = options;
  const dialect = asciidoc ? asciidocDialect(asciidoc.mermaid) : markdownDialect;
  const view = stepsView(putIntoWords(flow, 'alt', templates), dialect, templates.wording.say, pagesFolder(options));
  const printed = templates.render(`${dialect.folder}/steps`, view);
  return asciidoc ? printed : steadyMarkdown(printed);
}

/** Quotes a diagram as a part of another file. */
function quote(format: string, content: string, { fenced, comment }: RenderOptions, report: Report): string {
  const block = fenced ? fence(content, format) : content;
  return comment === undefined ? block : commentOut(block, comment, report);
}

/** Reports a template that fails on a view, as only a user's can, as a mistake. */
function catchTemplateFailure<T>(print: () => T, report: Report): T | null {
  try {
    return print();
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    report(error.diagnostic);
    return null;
  }
}
