/** What differs only because another release of authflow made it: no mistake of the author, and reported in one notice. */
import { join } from 'node:path';
import { optionWords, outputOptions } from '../grammar/index.js';
import { authorHash, causeOf, earlyHash, linesOf, readBytes, releaseMark, versionIn } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { displayPath, MANIFEST } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import { count } from '../terminal/index.js';
import { fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import type { Diagnostic, Span } from '../../source/index.js';
import { isMadeByDefault, renderCommand } from './finding.js';
import type { Asked, FilledFolder, Finding } from './finding.js';

/**
 * Whether another release made the flow's texts, and the author has changed nothing since. Then only the release can be why
 * something else that shows the flow differs: a picture, a block, the page of all flows.
 */
export function isOfOtherRelease(
  compiled: CompiledFlow,
  project: DesignedProject,
  { folder, manifest, listed }: FilledFolder,
  world: World,
): boolean {
  const release = releaseMark(world);
  if (release === null) return false;
  const state = { author: authorHash(compiled, project), early: earlyHash(compiled, project), release };
  return (listed.get(compiled.flow.id) ?? []).some((path) => {
    const content = readBytes(join(folder, path), world);
    const lines = content === null ? [] : linesOf(content, manifest.get(path) ?? []);
    return lines.some((line) => causeOf(line, state) === 'release');
  });
}

interface Differences {
  readonly findings: readonly Finding[];
  /** The places of the first blocks that differ, one for each document. */
  readonly documents: readonly Span[];
}

/** For those who want the pictures that they have. */
export const KEEP_MERMAID = 'or keep pictures by Mermaid with this line in authflow.config.yaml: renderer: mermaid';

/** One notice for all of it, with one command; null where there is nothing to tell. */
export function noticeOfRelease(
  { findings, documents }: Differences,
  folders: readonly OutputFolder[],
  asked: Asked,
  world: World,
): Diagnostic | null {
  const number = findings.length + documents.length;
  const [first] = findings;
  if (number === 1 && first) return first.diagnostic;
  if (number === 0) return null;
  const marks = folders.flatMap(({ manifest }) => [...manifest.values()].flat().map(({ release }) => release ?? ''));
  const versions = [...new Set(marks.map(versionIn))].filter(
    (version) => version !== null && version !== world.release,
  );
  const made =
    versions.length === 1 ? `authflow ${versions.join()} made them` : 'another version of authflow made them';
  const verb = number === 1 ? 'differs' : 'differ';
  const isOfRenderer = documents.length === 0 && findings.every(({ isByOther }) => isByOther);
  const message = isOfRenderer
    ? `${count(number, 'picture')} ${verb} only because ${otherRenderer(first)} drew them`
    : `${count(number, 'file')} ${verb} only because ${made}, and this is ${world.release ?? AUTHFLOW_VERSION}`;
  const keeping = findings.find(({ isByOther }) => isByOther)?.isByOther === 'mermaid' ? `\n${KEEP_MERMAID}` : '';
  const hint = `update with: ${updateCommand(findings, documents, asked)}${keeping}`;
  const manifest = folders.map(({ folder }) => join(folder, MANIFEST)).find((file) => isThere(file, world));
  const span = first && manifest === undefined ? first.diagnostic.span : documents[0];
  const whole = fileDiagnostic('same-tool', displayPath(manifest ?? '', world), message, hint);
  return { ...whole, severity: 'info', ...((!first || manifest === undefined) && { span }) };
}

const otherRenderer = (finding: Finding | undefined): string =>
  finding?.isByOther === 'mermaid' ? 'Mermaid' : 'authflow itself';

function updateCommand(findings: readonly Finding[], documents: readonly Span[], asked: Asked): string {
  const others = findings.filter((finding) => !isMadeByDefault(finding, asked));
  const whole = ['authflow render', ...asked.paths, ...optionWords(asked.options, outputOptions)].join(' ');
  return [
    ...(findings.length > others.length ? [whole] : []),
    ...(others.length > 0 ? [renderCommand(others, asked)] : []),
    ...(documents.length > 0 ? ['authflow embed'] : []),
  ].join(' && ');
}
