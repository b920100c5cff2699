/** The files of flows that are not printed: which there are to be, and what each will say that it was made of. */
import { mermaidVersion } from '../../browser/index.js';
import type { MakeOptions } from '../../outputs/index.js';
import { planFlow } from '../../render.js';
import type { BytesFormat, PlannedJob } from '../../render.js';
import type { Diagnostic } from '../../source/index.js';
import { compareStamps, readStamp } from '../../stamp/index.js';
import type { PictureFormat } from '../../stamp/index.js';
import type { CompiledFlow } from '../project/index.js';

/** Work that only waits to be done. */
export interface Work extends PlannedJob {
  readonly compiled: CompiledFlow;
}

export interface PlannedWork {
  readonly work: readonly Work[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Needs no browser. */
export function planWork(
  flows: readonly CompiledFlow[],
  formats: readonly BytesFormat[],
  options: MakeOptions,
): PlannedWork {
  const versions = { authflow: AUTHFLOW_VERSION, mermaid: mermaidVersion() };
  const diagnostics: Diagnostic[] = [];
  const work = flows.flatMap((compiled) =>
    planFlow(compiled.flow, formats, { ...options, versions }, (found) => diagnostics.push(found)).map((planned) => ({
      ...planned,
      compiled,
    })),
  );
  return { work, diagnostics };
}

/** True for the bytes of a file that would come out as it is. */
export function isCurrent({ format, job: { stamp } }: Work, bytes: Uint8Array | null): boolean {
  const found = bytes && stamp && readStamp(format as PictureFormat, bytes);
  return found !== null && stamp !== null && compareStamps(found, stamp) === 'same';
}
