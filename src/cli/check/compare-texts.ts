/** Texts: what flows render to, against what is in the output folder. */
import { join } from 'node:path';
import { textFormats } from '../grammar/index.js';
import { inputOf, linesOf, normalizeBreaks } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { displayPath, readText, renderFlows, renderOptions } from '../project/index.js';
import type { CompiledFlow, MadeFlow, OpenProject } from '../project/index.js';
import { isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import type { Artifact, Format } from '../../compile.js';
import { renderCommand } from './finding.js';
import type { Asked, Finding, Verdict } from './finding.js';
import { provenTexts } from './proven-texts.js';

export interface Compared {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ComparedTexts extends Compared {
  readonly made: readonly MadeFlow[];
}

export async function compareTexts(
  project: OpenProject,
  output: OutputFolder,
  asked: Asked,
  world: World,
): Promise<ComparedTexts> {
  const findings: Finding[] = [];
  const made: MadeFlow[] = [];
  const diagnostics: Diagnostic[] = [];
  const { artifactPath, defaultFormats } = await import('../../compile.js');
  for (const compiled of project.flows) {
    const listed = textFormats.filter((format) => output.manifest.has(artifactPath(compiled.flow, format)));
    const there = listed.filter((format) => isThere(join(output.folder, artifactPath(compiled.flow, format)), world));
    const expected = expectedTexts(project) ?? [...new Set([...defaultFormats(compiled.flow), ...there])];
    const proven = provenTexts(compiled, expected, project, output, world);
    if (proven) {
      made.push({ project, compiled, artifacts: proven });
      continue;
    }
    const render = renderOptions(project.options, expected, project.design);
    for await (const { artifacts, ...rendered } of renderFlows([compiled], render)) {
      diagnostics.push(...rendered.diagnostics);
      made.push({ project, compiled, artifacts });
      for (const artifact of artifacts) {
        const finding = compareText({ artifact, compiled, project }, output, asked, world);
        if (finding) findings.push(finding);
      }
    }
  }
  return { findings, diagnostics, made };
}

/** Undefined where nobody says which: then the texts that each flow has, and what else was made of it. */
function expectedTexts({ options: { format } }: OpenProject): readonly Format[] | undefined {
  return format && textFormats.filter((name) => format.includes(name));
}

interface Expected {
  readonly artifact: Artifact;
  readonly compiled: CompiledFlow;
  readonly project: OpenProject;
}

function compareText(expected: Expected, output: OutputFolder, asked: Asked, world: World): Finding | null {
  const { artifact, compiled } = expected;
  const { format } = artifact;
  const file = join(output.folder, artifact.path);
  const mend = `mend it with: ${renderCommand([{ compiled, format }], asked)}`;
  if (!isThere(file, world)) {
    const message = `${displayPath(file, world)} is missing`;
    const diagnostic = {
      code: 'current-output',
      severity: 'error',
      message,
      hint: mend,
      span: compiled.flow.span,
    } as const;
    return { verdict: 'missing', diagnostic, compiled, format, difference: null };
  }
  const read = readText(file, world);
  if ('diagnostic' in read)
    return { verdict: 'stale', diagnostic: read.diagnostic, compiled, format, difference: null };
  const current = { path: read.source.path, text: normalizeBreaks(read.source.text) };
  if (current.text === artifact.content) return null;
  const verdict = judge(current.text, expected, output);
  const span = firstDifference(current, artifact.content);
  const diagnostic = { ...words[verdict](compiled.source.path, mend), span };
  return { verdict, diagnostic, compiled, format, difference: { current, wanted: artifact.content } };
}

function judge(text: string, { artifact, compiled, project }: Expected, { manifest }: OutputFolder) {
  const lines = manifest.get(artifact.path);
  if (!lines) return 'stale';
  const known = linesOf(text, lines);
  if (known.length === 0) return 'edited';
  const input = inputOf(compiled, project);
  return known.some((line) => line.input === input) ? 'tool' : 'stale';
}

const words = {
  stale: (flow, mend) => ({
    code: 'current-output',
    severity: 'error',
    message: `differs from what ${flow} renders to`,
    hint: mend,
  }),
  edited: (flow, mend) => ({
    code: 'unedited-output',
    severity: 'error',
    message: `was edited by hand, and differs from what ${flow} renders to`,
    hint: `edit ${flow} instead; lose the edit with: ${mend.replace(/^.*?: /, '')}`,
  }),
  tool: (flow, mend) => ({
    code: 'same-tool',
    severity: 'info',
    message: `this version of authflow renders ${flow} otherwise`,
    hint: mend,
  }),
} as const satisfies Partial<Record<Verdict, (flow: string, mend: string) => Diagnostic>>;

/** Where the two part. */
function firstDifference(source: Source, wanted: string): Span {
  let start = 0;
  while (start < source.text.length && source.text[start] === wanted[start]) start += 1;
  return { source, start, end: start };
}
