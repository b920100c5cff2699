import {
  addBlock,
  isTouched,
  openCitations,
  openPictureReport,
  readDocuments,
  reportEdited,
  writeDocument,
} from '../embed/index.js';
import type { Document } from '../embed/index.js';
import type { OptionValues, Run } from '../grammar/index.js';
import { changesSince, displayPath, documentsOf, openProjects, readDesign, samplesOf } from '../project/index.js';
import type { Changes, Project } from '../project/index.js';
import { count, formatDiff, openProgress, styleFor } from '../terminal/index.js';
import { exitCodes, fileDiagnostic, UsageError } from '../world/index.js';
import type { ExitCode, World } from '../world/index.js';
import { embedFlows } from '../../docs/index.js';
import { embeddable } from '../../render.js';
import type { CiteFlow, EmbeddedDocument } from '../../docs/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

/** Writes flows into the blocks of documents. A document with errors is not written; the others are. */
export const runEmbed: Run = async (world, request) => {
  const { paths: asked, options } = request;
  if (options.new !== undefined && asked.length === 0)
    throw new UsageError('--new adds a block to documents: name them');
  const changes = changesSince(options, world);
  const { projects, ...opened } = await openProjects(request, world, documentsOf);
  const embedded: Embedded[] = [];
  for (const project of projects) embedded.push(await embedProject(project, { options, changes }, world));
  const results = embedded.flatMap((one) => one.results);
  const paths = embedded.flatMap((one) => one.paths);
  return {
    diagnostics: [
      ...opened.diagnostics,
      ...embedded.flatMap(({ diagnostics }) => diagnostics),
      ...results.flatMap(({ diagnostics }) => diagnostics),
      ...reportNone(results, asked.length > 0 ? paths : []),
    ],
    paths,
    codes: [...opened.codes, ...embedded.flatMap(({ codes }) => codes)],
    summary:
      [
        summarize(results) ?? (asked.length === 0 ? nothingFor(options) : []),
        options.new === undefined ? [] : await reportUnchecked(projects, world),
      ]
        .flat()
        .join('\n') || undefined,
  };
};

const nothingFor = ({ since }: OptionValues): string =>
  since === undefined
    ? 'no document here contains a block of authflow; add one with: authflow embed --new flows/login.yaml docs/login.md'
    : `nothing to embed: no document with a block, and no flow that one shows, changed since ${since}`;

/** Tells the author to list a document that `docs:` leaves out. */
async function reportUnchecked(projects: readonly Project[], world: World): Promise<readonly string[]> {
  const listed = await openProjects({ paths: [], options: {} }, world, documentsOf);
  const checked = new Set(listed.projects.flatMap(({ paths }) => paths));
  const unchecked = projects.flatMap(({ paths }) => paths).filter((path) => !checked.has(path));
  const names = unchecked.map((path) => JSON.stringify(displayPath(path, world)));
  if (names.length === 0) return [];
  return [`authflow check checks only the documents under "docs" in authflow.config.yaml; add: ${names.join(', ')}`];
}

interface Embedded {
  readonly results: readonly Result[];
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly ExitCode[];
}

interface Asked {
  readonly options: OptionValues;
  /** Null where all documents are wanted. */
  readonly changes: Changes | null;
}

async function embedProject(project: Project, { options, changes }: Asked, world: World): Promise<Embedded> {
  const { design, ...read } = await readDesign(project, world);
  const { documents, paths, ...found } = readDocuments(project.paths, world, { samples: samplesOf(project.config) });
  const diagnostics = [...read.diagnostics, ...found.diagnostics];
  if (!design) return { results: [], diagnostics, paths, codes: [exitCodes.usage] };
  const cite = openCitations({ ...project, design }, world);
  const reportPictures = openPictureReport(project, { missing: 'warning', options }, world);
  const progress = openProgress(world.stderr);
  progress.begin(documents.length);
  const results: Result[] = [];
  for (const document of documents) {
    progress.step(document.source.path);
    const isWanted: Embedding['isWanted'] = (source, made) =>
      changes === null || isTouched({ project, source, embedded: made }, changes, world);
    const embedding = { cite: cite(document.source.path), isWanted, reportPictures, options };
    const result = await embedDocument(document, embedding, world);
    if (result.written > 0) progress.line(`${document.source.path}: ${count(result.written, 'block')} written`);
    results.push(result);
  }
  progress.end();
  return { results, diagnostics, paths, codes: [] };
}

interface Result {
  readonly diagnostics: readonly Diagnostic[];
  readonly blocks: number;
  readonly written: number;
}

interface Embedding {
  readonly cite: CiteFlow;
  readonly isWanted: (source: Source, embedded: EmbeddedDocument) => boolean;
  readonly reportPictures: ReturnType<typeof openPictureReport>;
  readonly options: OptionValues;
}

async function embedDocument(
  document: Document,
  { cite, isWanted, reportPictures, options }: Embedding,
  world: World,
): Promise<Result> {
  const source = await prepareSource(document, options, world);
  if ('code' in source) return { diagnostics: [source], blocks: 0, written: 0 };
  const embedded = await embedFlows(source, cite, embeddable);
  if (!isWanted(source, embedded)) return { diagnostics: [], blocks: 0, written: 0 };
  const { text } = embedded;
  const diagnostics = [...embedded.diagnostics, ...(await reportPictures(source, embedded.blocks))];
  const blocks = embedded.blocks.length;
  const edited = options.force ? [] : reportEdited(embedded, world);
  const refused = { diagnostics: [...diagnostics, ...edited], blocks, written: 0 };
  if (text === null || diagnostics.some(isError)) return refused;
  if (edited.length > 0) {
    if ((options.reporter ?? 'text') === 'text') await printDiff(source, text, world);
    return refused;
  }
  const result = text === document.source.text ? 'unchanged' : await writeDocument(document, text, world);
  if (typeof result === 'object') return { ...refused, diagnostics: [...diagnostics, result] };
  return { ...refused, written: embedded.blocks.filter(({ state }) => state !== 'current').length };
}

/** The document, with the block of `--new`. */
async function prepareSource({ source }: Document, options: OptionValues, world: World): Promise<Source | Diagnostic> {
  if (options.new === undefined) return source;
  return addBlock(source, options.new, world);
}

/** Prints the changes that would be written. */
async function printDiff(source: Source, text: string, { stdout, env }: World): Promise<void> {
  stdout.write(await formatDiff(source, text, styleFor(stdout, env)));
}

/** Documents without blocks are reported only if there is no document with one. */
function reportNone(results: readonly Result[], [first]: readonly string[]): readonly Diagnostic[] {
  if (
    first === undefined ||
    results.length === 0 ||
    results.some(({ blocks, diagnostics }) => blocks > 0 || diagnostics.length > 0)
  )
    return [];
  const hint = `add a block with: authflow embed --new flows/login.yaml ${first}`;
  return [{ ...fileDiagnostic('readable-files', first, 'contains no block of authflow', hint), severity: 'warning' }];
}

function summarize(results: readonly Result[]): string | undefined {
  const sum = (number: (result: Result) => number) => results.reduce((total, result) => total + number(result), 0);
  const [blocks, written] = [sum((result) => result.blocks), sum((result) => result.written)];
  const failed = results.filter(({ diagnostics }) => diagnostics.some(isError)).length;
  if (blocks === 0) return undefined;
  const left = failed > 0 ? `; ${count(failed, 'document')} not written` : '';
  return `${count(blocks, 'block')} in ${count(results.filter((one) => one.blocks > 0).length, 'document')}: ${written} written${left}`;
}
