import { join, resolve } from 'node:path';
import type { Artifact } from '../../compile.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { Source, Span } from '../../source.js';
import { textOptions } from '../command.js';
import type { Run } from '../command.js';
import { renderFlows } from '../compile-flows.js';
import type { CompiledFlow } from '../compile-flows.js';
import { checkDocuments, printDocumentDiffs, splitPaths, summarizeDocuments } from '../check-documents.js';
import { withEnvironment } from '../config/layer-options.js';
import { DEFAULT_OUT } from '../destination.js';
import { formatDiff } from '../diff.js';
import { displayPath, STDIN } from '../find-flows.js';
import { securityProblems } from '../lint-flows.js';
import { openFlows } from '../open-flows.js';
import type { OpenFlows } from '../open-flows.js';
import { optionWords, quoteWord, textFormats } from '../options.js';
import type { OptionValues } from '../options.js';
import { count, listing } from '../printable.js';
import { readText, STDIN_PATH } from '../read-flows.js';
import { renderOptions } from '../render-options.js';
import { styleFor } from '../style.js';
import { UsageError } from '../usage-error.js';
import type { World } from '../world.js';
import { normalizeBreaks } from '../write-output.js';

/** The same as `render` without the write, and the security rules. */
export const runCheck: Run = async (world, request) => {
  const options = withEnvironment(request.options, world);
  const split = splitPaths(request.paths);
  const onlyDocuments = split.flows.length === 0 && split.documents.length > 0;
  const { projects, paths, codes, ...opened } = onlyDocuments
    ? noFlows
    : await openFlows({ ...request, paths: split.flows }, world);
  const found = [...opened.diagnostics];
  const findings: Finding[] = [];
  for (const { flows, design, options: own } of projects) {
    const render = renderOptions(own, checkedFormats(own), design);
    for await (const { compiled: flow, ...rendered } of renderFlows(flows, render)) {
      found.push(...rendered.diagnostics);
      for (const artifact of rendered.artifacts)
        findings.push(...compareArtifact(artifact, flow, { folder: own.out ?? DEFAULT_OUT, options }, world));
    }
  }
  const flows = projects.flatMap((project) => project.flows);
  found.push(...(await securityProblems(flows)));
  const documents = await checkDocuments(request, new Set(flows.map(({ source }) => source.path)), world);
  if ((options.reporter ?? 'text') === 'text') {
    await printDiffs(findings, world);
    await printDocumentDiffs(documents, world);
  }
  const summaries = [
    summarize(findings, { flows: flows.length, paths: paths.length }, options),
    summarizeDocuments(documents),
  ];
  return {
    diagnostics: [...found, ...findings.map(({ diagnostic }) => diagnostic), ...documents.diagnostics],
    paths: [...paths, ...documents.paths],
    codes: [...codes, ...documents.codes],
    summary: summaries.filter((summary) => summary !== undefined).join('\n') || undefined,
  };
};

const noFlows: OpenFlows = { projects: [], paths: [], codes: [], diagnostics: [] };

interface Finding {
  readonly diagnostic: Diagnostic;
  readonly compiled: CompiledFlow;
  /** Null where the output is missing. */
  readonly current: Source | null;
  readonly artifact: Artifact;
}

function checkedFormats({ format }: OptionValues) {
  if (!format) return undefined;
  const pictures = format.filter((name) => !textFormats.some((text) => text === name));
  if (pictures.length === 0) return textFormats.filter((name) => format.includes(name));
  throw new UsageError(
    `check compares texts (${listing(textFormats)}), not ${listing(pictures)}: their bytes differ between machines`,
  );
}

function compareArtifact(
  artifact: Artifact,
  compiled: CompiledFlow,
  { folder, options }: { readonly folder: string; readonly options: OptionValues },
  world: World,
): Finding[] {
  const path = join(resolve(world.cwd, folder), artifact.path);
  const shown = displayPath(path, world);
  const hint = `mend it with: ${mendingCommand([compiled], options)}`;
  const base = { code: 'current-output', severity: 'error', hint } as const;
  if (!world.files.statSync(path, { throwIfNoEntry: false })) {
    const diagnostic = { ...base, message: `${shown} is missing`, span: compiled.flow.span };
    return [{ diagnostic, compiled, current: null, artifact }];
  }
  const read = readText(path, world);
  if ('diagnostic' in read) return [{ diagnostic: read.diagnostic, compiled, current: null, artifact }];
  const text = normalizeBreaks(read.source.text);
  if (text === artifact.content) return [];
  const current = { path: shown, text };
  const message = `differs from what ${compiled.source.path} renders to`;
  return [
    { diagnostic: { ...base, message, span: firstDifference(current, artifact.content) }, compiled, current, artifact },
  ];
}

/** Where the two part. */
function firstDifference(source: Source, wanted: string): Span {
  let start = 0;
  while (start < source.text.length && source.text[start] === wanted[start]) start += 1;
  return { source, start, end: start };
}

/** One diff after the other on standard output, as `git apply` takes them. */
async function printDiffs(findings: readonly Finding[], { stdout, env }: World): Promise<void> {
  const style = styleFor(stdout, env);
  for (const { current, artifact } of findings) {
    if (current) stdout.write(await formatDiff(current, artifact.content, style));
  }
}

interface Counts {
  readonly flows: number;
  readonly paths: number;
}

function summarize(findings: readonly Finding[], { flows, paths }: Counts, options: OptionValues): string | undefined {
  const out = `${options.out ?? DEFAULT_OUT}/`;
  if (findings.length === 0) {
    if (flows === 0) return undefined;
    if (flows < paths) return `${flows} of ${count(paths, 'flow')} checked: what they render to is current`;
    return `${count(flows, 'flow')} checked: ${out} is current`;
  }
  const missing = findings.filter(({ current }) => !current).length;
  const counts = [
    ...(findings.length > missing ? [`${count(findings.length - missing, 'file')} stale`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
  ];
  const stale = new Set(findings.map(({ compiled }) => compiled));
  return `${out} is not current: ${listing(counts)}; mend it with:\n\n  ${mendingCommand([...stale], options)}\n`;
}

/** The command that makes a check of these flows pass. */
function mendingCommand(flows: readonly CompiledFlow[], options: OptionValues): string {
  const paths = flows.map(({ source }) => (source.path === STDIN_PATH ? STDIN : quoteWord(source.path)));
  return ['authflow render', ...paths, ...optionWords(options, textOptions)].join(' ');
}
