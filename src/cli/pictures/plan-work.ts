/** Plans the files of flows that are not printed, each with its stamp. */
import { mermaidVersion } from '../../browser/index.js';
import { emojiVersion } from '../../fonts/index.js';
import type { MakeOptions } from '../../outputs/index.js';
import { planFlow } from '../../render.js';
import type { BytesFormat, PlannedJob } from '../../render.js';
import { findMergeConflict } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { compareStamps, isSamePicture, readStamp } from '../../stamp/index.js';
import type { PictureFormat } from '../../stamp/index.js';
import type { CompiledFlow } from '../project/index.js';

/** A planned job. */
export interface Work extends PlannedJob {
  readonly compiled: CompiledFlow;
}

interface PlannedWork {
  readonly work: readonly Work[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans without a browser. */
export function planWork(
  flows: readonly CompiledFlow[],
  formats: readonly BytesFormat[],
  options: MakeOptions,
): PlannedWork {
  const versions = { authflow: AUTHFLOW_VERSION, mermaid: mermaidVersion(), emoji: emojiVersion() };
  const diagnostics: Diagnostic[] = [];
  const work = flows.flatMap((compiled) =>
    planFlow(compiled.flow, formats, { ...options, versions }, (found) => diagnostics.push(found)).map((planned) => ({
      ...planned,
      compiled,
    })),
  );
  return { work, diagnostics };
}

/** Whether a file with these bytes is current. */
export function isCurrent(work: Work, bytes: Uint8Array | null): boolean {
  if (bytes && findMergeConflict({ path: '', text: new TextDecoder().decode(bytes) })) return false;
  return bytes !== null && compareFile(work, bytes) === 'same';
}

/** By the contents, where they are known, otherwise by the stamp; `unknown` for a file without one. */
export function compareFile(
  { format, job: { content, stamp } }: Work,
  bytes: Uint8Array,
): ReturnType<typeof compareStamps> | 'unknown' {
  const found = stamp && readStamp(format as PictureFormat, bytes);
  if (!stamp || !found) return 'unknown';
  if (content === null) return compareStamps(found, stamp);
  return isSamePicture(bytes, content) ? 'same' : 'stale';
}
