/** Compares the texts that flows render to with the files in the output folder. */
import { join } from 'node:path';
import { defaultFormats, textFormats, textOutput } from '../../render.js';
import type { Artifact, TextFormat } from '../../render.js';
import { findMergeConflict, mergeConflict } from '../../source/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { formatterHint } from '../embed/index.js';
import { authorHash, causeOf, earlyHash, linesOf, normalizeBreaks, releaseMark } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { displayPath, makeOptions, readInside, renderFlows } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { fixWith, renderCommand } from './finding.js';
import type { Asked, Compared, Finding, Verdict } from './finding.js';
import { provenTexts } from './proven-texts.js';

interface ComparedTexts extends Compared {
  /** The texts that the flow renders to. */
  readonly artifacts: readonly Artifact[];
}

export function compareTexts(
  compiled: CompiledFlow,
  project: DesignedProject,
  output: OutputFolder,
  asked: Asked,
  world: World,
): ComparedTexts {
  const expected = expectedTexts(compiled, project, output, world);
  const proven = provenTexts(compiled, expected, project, output, world);
  if (proven) return { artifacts: proven, findings: [], diagnostics: [] };
  const options = { ...makeOptions(project.options, project.design), formats: expected };
  const rendered = [...renderFlows([compiled], options)];
  const artifacts = rendered.flatMap((one) => one.artifacts);
  const findings = artifacts.flatMap(
    (artifact) => compareText({ artifact, compiled, project }, output, asked, world) ?? [],
  );
  return { artifacts, findings, diagnostics: rendered.flatMap(({ diagnostics }) => diagnostics) };
}

/** If the formats are not given: the default texts of each flow, and others that were made before. */
function expectedTexts(
  { flow }: CompiledFlow,
  { options: { format } }: DesignedProject,
  { folder, manifest }: OutputFolder,
  world: World,
): readonly TextFormat[] {
  if (format) return textFormats.filter((name) => format.includes(name));
  const there = textFormats.filter((name) => {
    const path = textOutput(name).path(flow);
    return manifest.has(path) && isThere(join(folder, path), world);
  });
  return [...new Set([...defaultFormats(flow), ...there])];
}

interface Expected {
  readonly artifact: Artifact;
  readonly compiled: CompiledFlow;
  readonly project: DesignedProject;
}

function compareText(expected: Expected, output: OutputFolder, asked: Asked, world: World): Finding | null {
  const { artifact, compiled } = expected;
  const { format } = artifact;
  const file = join(output.folder, artifact.path);
  const command = renderCommand([{ compiled, format }], asked);
  if (!isThere(file, world)) {
    const message = `${displayPath(file, world)} is missing`;
    const hint = fixWith(command);
    const diagnostic = { code: 'current-output', severity: 'error', message, hint, span: compiled.flow.span } as const;
    return { verdict: 'missing', diagnostic, compiled, format, difference: null };
  }
  const read = readInside(file, world, output.folder);
  if ('diagnostic' in read)
    return { verdict: 'stale', diagnostic: read.diagnostic, compiled, format, difference: null };
  const current = { path: read.source.path, text: normalizeBreaks(read.source.text) };
  if (current.text === artifact.content) return null;
  const difference = { current, wanted: artifact.content };
  const conflict = findMergeConflict(current);
  if (conflict)
    return { verdict: 'conflict', diagnostic: mergeConflict(conflict, fixWith(command)), compiled, format, difference };
  const verdict = judge(current.text, expected, output, world);
  const span = firstDifference(current, artifact.content);
  const said = words[verdict](compiled.source.path, command);
  const line = `${displayPath(output.folder, world)}/`;
  const formatted = verdict === 'edited' ? formatterHint(file, current.text, artifact.content, line, world) : null;
  const diagnostic = { ...said, ...(formatted !== null && { hint: `${formatted}, then run: ${command}` }), span };
  return { verdict, diagnostic, compiled, format, difference };
}

function judge(text: string, { artifact, compiled, project }: Expected, { manifest }: OutputFolder, world: World) {
  const lines = manifest.get(artifact.path);
  if (!lines) return 'stale';
  const known = linesOf(text, lines);
  if (known.length === 0) return 'edited';
  const state = {
    author: authorHash(compiled, project),
    early: earlyHash(compiled, project),
    release: releaseMark(world),
  };
  return known.some((line) => causeOf(line, state) === 'release') ? 'tool' : 'stale';
}

const words = {
  stale: (flow, command) => ({
    code: 'current-output',
    severity: 'error',
    message: `differs from what ${flow} renders to`,
    hint: fixWith(command),
  }),
  edited: (flow, command) => ({
    code: 'unedited-output',
    severity: 'error',
    message: `was edited by hand, and differs from what ${flow} renders to`,
    hint: `edit ${flow} instead; lose the edit with: ${command}`,
  }),
  tool: (flow, command) => ({
    code: 'same-tool',
    severity: 'info',
    message: `this version of authflow renders ${flow} differently`,
    hint: fixWith(command),
  }),
} as const satisfies Partial<Record<Verdict, (flow: string, command: string) => Diagnostic>>;

/** The place where the two begin to differ. */
function firstDifference(source: Source, wanted: string): Span {
  let start = 0;
  while (start < source.text.length && source.text[start] === wanted[start]) start += 1;
  return { source, start, end: start };
}
