/** Compares pictures: those of the native renderer by their contents, others by their stamps, because their bytes differ between machines. */
import { join } from 'node:path';
import type { Flow } from '../../model/index.js';
import { bytesFormats, bytesOutput } from '../../render.js';
import type { BytesFormat } from '../../render.js';
import type { Stamp } from '../../stamp/index.js';
import { findFormerParts, formatOf, linesOf, readBytes, stampOf } from '../output/index.js';
import { compareFile, planWork } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { displayPath, makeOptions, readFonts } from '../project/index.js';
import type { CompiledFlow, DesignedProject } from '../project/index.js';
import { fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { mergeConflict } from '../../source/index.js';
import type { CurrentPicture } from './compare-drawn.js';
import { orphanFinding } from './find-orphans.js';
import { conflictIn, fixWith, renderCommand } from './finding.js';
import type { Asked, Compared, FilledFolder, Finding } from './finding.js';
import { isOfOtherRelease, KEEP_MERMAID } from './other-release.js';
import { isOutdated } from './other-renderer.js';
import { areProvenSvgs } from './proven-texts.js';

interface Compare {
  readonly project: DesignedProject;
  readonly output: FilledFolder;
  readonly textsDiffer: boolean;
}

const nothing = { findings: [], diagnostics: [], drawn: [] };

const stampedFormats = bytesFormats.filter((format) => bytesOutput(format).proof === 'stamp');

/**
 * Compares the files of the formats, and those that a generated page shows; without formats, existing files too.
 *
 * @param textsDiffer whether the flow's texts show that it has changed
 */
export function compareStamped(
  compiled: CompiledFlow,
  { project, output, textsDiffer }: Compare,
  asked: Asked,
  world: World,
): Compared & { readonly drawn: readonly CurrentPicture[] } {
  const { flow } = compiled;
  const { options, config, design } = project;
  const shown = shownFormats(flow, config, options);
  const isExpected = (format: BytesFormat): boolean =>
    options.format?.includes(format) === true || shown.includes(format);
  const there = options.format ? [] : (output.stamped.get(flow.id) ?? []);
  if (there.length === 0 && !stampedFormats.some(isExpected)) return nothing;
  const planned = stampedFormats.filter(
    (format) =>
      (isExpected(format) || there.some((path) => formatOf(path.slice(flow.id.length)) === format)) &&
      !(format === 'svg' && areProvenSvgs(compiled, project, output, world)),
  );
  if (planned.length === 0) return nothing;
  const { fonts, diagnostics: unread } = readFonts(config, world);
  const { work, diagnostics } = planWork([compiled], planned, { ...makeOptions(options, design), fonts });
  const findings = work.flatMap((each): readonly Finding[] => {
    const { format, job } = each;
    const isWanted = isExpected(format);
    if (!isWanted && !there.includes(job.path)) return [];
    const finding = findingFor(each, { project, output, textsDiffer, fonts }, asked, world);
    // Ignore somebody else's picture with that name, unless one is expected.
    return finding && (isWanted || finding.stamp || output.manifest.has(job.path)) ? [finding] : [];
  });
  const plannedPaths = work.map(({ job }) => job.path);
  const former = options.paper === undefined ? [] : findFormerParts(flow.id, plannedPaths, output, world);
  const drawn = asked.options.strictPictures ? currentPictures(work, { fonts, folder: output.folder }, world) : [];
  return {
    findings: [...findings, ...former.map((orphan) => orphanFinding(orphan, output, world))],
    diagnostics: [...unread, ...diagnostics],
    drawn,
  };
}

/** Somebody else's picture of the name has no stamp, or another one. */
function currentPictures(
  works: readonly Work[],
  { fonts, folder }: Pick<CurrentPicture, 'fonts'> & { readonly folder: string },
  world: World,
): readonly CurrentPicture[] {
  return works.flatMap((work) => {
    const file = join(folder, work.job.path);
    const bytes = work.job.needs === 'canvas' ? readBytes(file, world) : null;
    return bytes !== null && compareFile(work, bytes) === 'same' ? [{ work, fonts, file }] : [];
  });
}

/** The formats of the pictures that a flow's page and the gallery show. */
function shownFormats(
  { id, page }: Flow,
  { shape: { gallery } }: DesignedProject['config'],
  { format }: DesignedProject['options'],
): readonly string[] {
  if (format && !format.includes('page')) return [];
  return [page?.picture ?? [], gallery?.picture?.value === id ? 'svg' : []].flat();
}

function findingFor(
  work: Work,
  { project, output, textsDiffer, fonts }: Compare & Pick<CurrentPicture, 'fonts'>,
  asked: Asked,
  world: World,
): (Finding & { readonly stamp: Stamp | null }) | null {
  const { compiled, format, job } = work;
  const file = join(output.folder, job.path);
  const path = displayPath(file, world);
  const stamp = stampOf(file, world);
  const bytes = readBytes(file, world);
  const state = bytes && compareFile(work, bytes);
  const conflict = stamp && conflictIn(file, bytes, world);
  if (state === 'same' && !conflict) return null;
  const command = renderCommand([{ compiled, format }], asked);
  const hint = fixWith(command);
  const base = { compiled, format, difference: null, stamp };
  if (!isThere(file, world)) {
    const message = `${path} is missing`;
    const diagnostic = { code: 'current-output', severity: 'error', message, hint, span: compiled.flow.span } as const;
    return { ...base, verdict: 'missing', diagnostic };
  }
  if (conflict) return { ...base, verdict: 'conflict', diagnostic: mergeConflict(conflict, hint) };
  const lines = output.manifest.get(job.path);
  if (bytes && job.isListed && lines && linesOf(bytes, lines).length === 0) {
    const { source } = compiled;
    const lost = `edit ${source.path} instead; lose the edit with: ${command}`;
    return {
      ...base,
      verdict: 'edited',
      diagnostic: fileDiagnostic('unedited-output', path, 'was edited by hand', lost),
    };
  }
  if (
    stamp !== null &&
    stamp.renderer !== job.stamp?.renderer &&
    !textsDiffer &&
    !isOutdated(stamp, work, { project, output, fonts })
  ) {
    const isMermaid = stamp.renderer === 'mermaid';
    const message = isMermaid
      ? 'was drawn by Mermaid, and now authflow draws pictures itself'
      : 'was drawn by authflow itself, and here Mermaid draws pictures';
    const ways = isMermaid ? `${hint}\n${KEEP_MERMAID}` : hint;
    const diagnostic = { ...fileDiagnostic('same-tool', path, message, ways), severity: 'info' } as const;
    return { ...base, verdict: 'tool', isByOther: stamp.renderer, diagnostic };
  }
  if (state === 'other-tool' || (state === 'stale' && isOfOtherRelease(compiled, project, output, world))) {
    const message = `was drawn by another version of authflow or Mermaid`;
    const diagnostic = { ...fileDiagnostic('same-tool', path, message, hint), severity: 'info' } as const;
    return { ...base, verdict: 'tool', diagnostic };
  }
  const message = stamp ? `was drawn from a different version of ${compiled.source.path}` : 'was not drawn by authflow';
  return { ...base, verdict: 'stale', diagnostic: fileDiagnostic('current-output', path, message, hint) };
}
