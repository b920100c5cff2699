/** Compares files by their stamps, because their bytes differ between machines. */
import { join } from 'node:path';
import { bytesFormats, bytesOutput } from '../../render.js';
import { compareStamps } from '../../stamp/index.js';
import type { Stamp } from '../../stamp/index.js';
import { stampedFilesIn, stampOf } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { planWork } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { displayPath, makeOptions } from '../project/index.js';
import type { OpenProject } from '../project/index.js';
import { fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { fixWith, renderCommand } from './finding.js';
import type { Asked, Compared, Finding } from './finding.js';

const stampedFormats = bytesFormats.filter((format) => bytesOutput(format).proof === 'stamp');

/** If the formats are not given, compares only existing files. */
export function compareStamped(
  { flows, options, design }: OpenProject,
  { folder }: OutputFolder,
  asked: Asked,
  world: World,
): Compared {
  const expected = stampedFormats.filter((format) => options.format?.includes(format) ?? true);
  const there = stampedFilesIn(folder, world.files);
  if (flows.length === 0 || expected.length === 0 || (!options.format && there.length === 0)) return nothing;
  const ids = new Set(there.map((path) => path.split('.', 1)[0]));
  const drawn = options.format ? flows : flows.filter(({ flow }) => ids.has(flow.id));
  const { work, diagnostics } = planWork(drawn, expected, makeOptions(options, design));
  const wanted = options.format ? work : work.filter(({ job }) => there.includes(job.path));
  const findings = wanted.flatMap((each): readonly Finding[] => {
    const finding = compareFile(each, folder, asked, world);
    // Ignore somebody else's picture with that name, unless one is expected.
    return finding && (options.format || finding.stamp) ? [finding] : [];
  });
  return { findings, diagnostics };
}

const nothing: Compared = { findings: [], diagnostics: [] };

function compareFile(
  { compiled, format, job }: Work,
  folder: string,
  asked: Asked,
  world: World,
): (Finding & { readonly stamp: Stamp | null }) | null {
  const file = join(folder, job.path);
  const path = displayPath(file, world);
  const stamp = stampOf(file, world);
  const state = stamp && job.stamp && compareStamps(stamp, job.stamp);
  if (state === 'same') return null;
  const hint = fixWith(renderCommand([{ compiled, format }], asked));
  const base = { compiled, format, difference: null, stamp };
  if (!isThere(file, world)) {
    const message = `${path} is missing`;
    const diagnostic = { code: 'current-output', severity: 'error', message, hint, span: compiled.flow.span } as const;
    return { ...base, verdict: 'missing', diagnostic };
  }
  if (state === 'other-tool') {
    const message = `was drawn by another version of authflow or Mermaid`;
    const diagnostic = { ...fileDiagnostic('same-tool', path, message, hint), severity: 'info' } as const;
    return { ...base, verdict: 'tool', diagnostic };
  }
  const message = stamp ? `was drawn from a different version of ${compiled.source.path}` : 'was not drawn by authflow';
  return { ...base, verdict: 'stale', diagnostic: fileDiagnostic('current-output', path, message, hint) };
}
