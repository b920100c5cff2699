import { resolve } from 'node:path';
import type { PlacedFlow } from '../embed/index.js';
import type { OptionValues, Run } from '../grammar/index.js';
import { countImports, describeImports, replaceInPage } from '../import/index.js';
import { configureDocuments } from '../init/index.js';
import { normalizeBreaks, openDestination, summarizeDeliveries } from '../output/index.js';
import {
  DEFAULT_FOLDER,
  diagramFiles,
  displayPath,
  importSources,
  nothingFound,
  readFiles,
  STDIN,
} from '../project/index.js';
import type { ImportedSources } from '../project/index.js';
import { openProgress } from '../terminal/index.js';
import type { Progress } from '../terminal/index.js';
import { fileDiagnostic, textIfThere, UsageError } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic } from '../../source/index.js';

/** Imports diagrams as flow files; never overwrites an existing one. */
export const runImport: Run = async (world, { paths: asked, options }) => {
  checkOptions(options);
  const progress = openProgress(world.stderr);
  try {
    const { sources, paths, diagnostics: unread } = await readFiles(asked, world, diagramFiles);
    progress.begin(sources.length);
    const imported = await importSources(sources, world, (source) => progress.step(source.path));
    const diagnostics = [...unread, ...imported.diagnostics, ...(isNothing(imported) ? tellNothing(imported) : [])];
    if (options.dryRun) {
      world.stdout.write(describeImports(imported));
      return { diagnostics, paths, printsData: true, summary: countImports(imported) };
    }
    const { summary, replaced, diagnostics: unwritten } = await writeFlows(imported, options, progress, world);
    const named = asked.filter((path) => path !== STDIN);
    const shown = { documents: replaced.map((path) => resolve(world.cwd, path)), named, flows: options.out };
    const configured = replaced.length === 0 ? null : await configureDocuments(shown, world);
    return {
      diagnostics: [...diagnostics, ...unwritten, ...(configured?.diagnostics ?? [])],
      paths,
      summary: [summary ?? [], configured?.line ?? []].flat().join('\n') || undefined,
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

/** Of the first file, what it shows in place of what was asked for. */
const tellNothing = ({ imports }: ImportedSources): readonly Diagnostic[] =>
  [...imports].slice(0, 1).map(([source, { others }]) => nothingFound(source, others));

interface WrittenFlows {
  readonly summary: string | undefined;
  /** The pages in which blocks replaced diagrams. */
  readonly replaced: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

async function writeFlows(
  { imports }: ImportedSources,
  options: OptionValues,
  progress: Progress,
  world: World,
): Promise<WrittenFlows> {
  const { out = DEFAULT_FOLDER, stdout } = options;
  const destination = stdout ? { kind: 'stdout' as const } : { kind: 'folder' as const, folder: out };
  const deliveries = openDestination(destination, progress, world);
  if (!('deliver' in deliveries)) return { summary: undefined, replaced: [], diagnostics: [deliveries] };
  const refused: Diagnostic[] = [];
  const replaced: string[] = [];
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
      const { isReplaced, diagnostics } = await replaceInPage(source, placed, options, progress, world);
      refused.push(...diagnostics);
      if (isReplaced) replaced.push(source.path);
    }
  }
  return {
    summary: summarizeDeliveries([deliveries.counts]),
    replaced,
    diagnostics: [...deliveries.diagnostics, ...refused],
  };
}

/** A flow is imported once, and maintained by hand from then on. */
function findOther(file: string, text: string, world: World): Diagnostic | null {
  if (!world.files.lstatSync(file, { throwIfNoEntry: false })) return null;
  if (normalizeBreaks(textIfThere(file, world) ?? '') === text) return null;
  const path = displayPath(file, world);
  return fileDiagnostic(
    'existing-flow',
    path,
    'already exists, and import overwrites nothing',
    'delete it, or use --out',
  );
}
