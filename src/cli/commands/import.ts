import { resolve } from 'node:path';
import { replaceDiagrams } from '../embed/index.js';
import type { PlacedFlow } from '../embed/index.js';
import type { OptionValues, Run } from '../grammar/index.js';
import { normalizeBreaks, openDestination, summarizeDeliveries } from '../output/index.js';
import { DEFAULT_FOLDER, diagramFiles, displayPath, importSources, nothingFound, readFiles } from '../project/index.js';
import type { ImportedSources } from '../project/index.js';
import { formatTable, openProgress } from '../terminal/index.js';
import type { Progress } from '../terminal/index.js';
import { fileDiagnostic, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import { documentKind } from '../../docs/index.js';
import type { ImportedFlow } from '../../import/index.js';
import { isError, positionAt } from '../../source/index.js';
import type { Diagnostic, Source } from '../../source/index.js';

/** Imports diagrams as flow files; never overwrites an existing one. */
export const runImport: Run = async (world, { paths: asked, options }) => {
  checkOptions(options);
  const progress = openProgress(world.stderr);
  try {
    const { sources, paths, diagnostics: unread } = await readFiles(asked, world, diagramFiles);
    progress.begin(sources.length);
    const imported = await importSources(sources, world, (source) => progress.step(source.path));
    const diagnostics = [
      ...unread,
      ...imported.diagnostics,
      ...(isNothing(imported) ? sources.slice(0, 1).map(nothingFound) : []),
    ];
    if (options.dryRun) {
      world.stdout.write(describeImports(imported));
      return { diagnostics, paths, printsData: true, summary: countImports(imported) };
    }
    const { summary, diagnostics: unwritten } = await writeFlows(imported, options, progress, world);
    return {
      diagnostics: [...diagnostics, ...unwritten],
      paths,
      summary,
      printsData: options.stdout === true,
    };
  } finally {
    progress.end();
  }
};

function checkOptions({ inPlace, dryRun, out, stdout }: OptionValues): void {
  if (inPlace && stdout)
    throw new UsageError('--in-place writes flow files, which the pages then cite: remove --stdout');
  if ([dryRun, out, stdout].filter((value) => value !== undefined).length > 1)
    throw new UsageError('--out, --stdout and --dry-run exclude each other');
}

/** Whether a page has no diagrams; reported only if no page has any. */
const isNothing = ({ imports, diagnostics }: ImportedSources): boolean =>
  diagnostics.length === 0 && ![...imports.values()].some(({ flows }) => flows.length > 0);

async function writeFlows(
  { imports }: ImportedSources,
  options: OptionValues,
  progress: Progress,
  world: World,
): Promise<{ readonly summary: string | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { out = DEFAULT_FOLDER, stdout } = options;
  const destination = stdout ? { kind: 'stdout' as const } : { kind: 'folder' as const, folder: out };
  const deliveries = openDestination(destination, progress, world);
  if (!('deliver' in deliveries)) return { summary: undefined, diagnostics: [deliveries] };
  const refused: Diagnostic[] = [];
  for (const [source, { flows }] of imports) {
    const placed: PlacedFlow[] = [];
    for (const imported of flows) {
      const path = `${imported.name}.yaml`;
      const other = stdout ? null : findOther(resolve(world.cwd, out, path), imported.text, world);
      if (other) refused.push(other);
      else {
        await deliveries.deliver({ from: source.path, path, content: imported.text });
        placed.push({ imported, path: displayPath(resolve(world.cwd, out, path), world) });
      }
    }
    if (options.inPlace && deliveries.diagnostics.length === 0) {
      refused.push(...(await replaceInPage(source, placed, options, progress, world)));
    }
  }
  return { summary: summarizeDeliveries([deliveries.counts]), diagnostics: [...deliveries.diagnostics, ...refused] };
}

/** A diagram that a flow can't fully express stays in its page, and so does one in a block of another kind. */
async function replaceInPage(
  page: Source,
  placed: readonly PlacedFlow[],
  { force }: OptionValues,
  progress: Progress,
  world: World,
): Promise<readonly Diagnostic[]> {
  const kind = documentKind(page.path);
  if (kind === null) return [];
  const isForced = force === true && kind !== 'asciidoc';
  const whole = placed.filter(({ imported }) => isForced || (isReplaceable(imported) && isWhole(imported)));
  const kept = placed.filter((flow) => !whole.includes(flow)).map(({ imported }) => keptDiagram(imported));
  if (whole.length === 0) return kept;
  const { diagnostics, line } = await replaceDiagrams(page, whole, world);
  if (line !== null) progress.line(line);
  return [...kept, ...diagnostics];
}

/** A block of authflow contains Mermaid, so it can replace only that. */
const isReplaceable = ({ fence }: ImportedFlow): boolean => fence === 'mermaid';

const isWhole = ({ report, notices }: ImportedFlow): boolean => report.length + notices.length === 0;

function keptDiagram(imported: ImportedFlow): Diagnostic {
  const { span, name } = imported;
  const [reason, hint] = isReplaceable(imported)
    ? [`${name}.yaml does not express all of it`, 'see the losses above; --force replaces it anyway']
    : ['it is not in a "```mermaid" block', 'authflow writes no other kind; in Markdown, --force replaces it anyway'];
  const message = `not replaced in its page: ${reason}`;
  return { code: 'whole-diagrams', severity: 'warning', message, span: { ...span, end: span.start }, hint };
}

/** A flow is imported once, and maintained by hand from then on. */
function findOther(file: string, text: string, { files, ...world }: World): Diagnostic | null {
  if (!files.lstatSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  if (normalizeBreaks(files.readFileSync(file, 'utf8')) === text) return null;
  const path = displayPath(file, { files, ...world });
  return fileDiagnostic(
    'existing-flow',
    path,
    'already exists, and import overwrites nothing',
    'delete it, or use --out',
  );
}

const header = ['FILE', 'LINE', 'RESULT', 'FLOW', 'MESSAGES', 'DARK PAGES'] as const;

/** One line per diagram: the result, and the contrast of its own colours on dark pages. */
function describeImports({ imports }: ImportedSources): string {
  const rows = [...imports].flatMap(([{ path }, { flows, diagnostics }]) =>
    [
      ...flows.map((flow) => [path, lineOf(flow), resultOf(flow), flow.name, String(flow.messages), contrastOf(flow)]),
      ...diagnostics.map((refused) => [path, lineOf(refused), isError(refused) ? 'failed' : 'empty', '', '', '']),
    ].sort((one, other) => Number(one[1]) - Number(other[1])),
  );
  if (rows.length === 0) return '';
  return formatTable(header, rows);
}

function lineOf({ span }: Pick<Diagnostic, 'span'>): string {
  return span ? String(positionAt(span.source, span.start).line) : '';
}

const resultOf = ({ report }: ImportedFlow): string => (report.length === 0 ? 'lossless' : 'with report');

const contrastOf = ({ darkContrast }: ImportedFlow): string =>
  darkContrast === null ? "host's colours" : `${darkContrast.toFixed(1)}:1`;

function countImports({ imports }: ImportedSources): string {
  const all = [...imports.values()];
  const flows = all.flatMap((imported) => imported.flows);
  const lossless = flows.filter(({ report }) => report.length === 0).length;
  const failed = all.flatMap(({ diagnostics }) => diagnostics).filter(isError).length;
  return `${lossless} lossless, ${flows.length - lossless} with report, ${failed} failed`;
}
