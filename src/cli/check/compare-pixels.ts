/**
 * Draws PNGs again, and compares their pixels: for `--strict-pictures`. Their bytes differ between processors, and their stamps say only
 * what they were drawn from.
 */
import type { Canvas } from '../../canvas/index.js';
import type { OwnFont } from '../../fonts/index.js';
import { readBytes } from '../output/index.js';
import { drawOne, explainFailure } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { displayPath } from '../project/index.js';
import { fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import { fixWith, renderCommand } from './finding.js';
import type { Asked, Compared, Finding } from './finding.js';

/** A PNG whose stamp is current. */
export interface CurrentPng {
  readonly work: Work;
  readonly fonts: readonly OwnFont[];
  /** Absolute. */
  readonly file: string;
}

/** In a channel of a pixel: builds for x64 and for arm64 differ by one level on some edges. */
const MOST_LEVELS = 2;

export async function comparePixels(
  flows: readonly { readonly pngs: readonly CurrentPng[] }[],
  asked: Asked,
  world: World,
): Promise<Compared> {
  const findings: Finding[] = [];
  const canvases = new Map<readonly OwnFont[], Canvas>();
  for (const { work, fonts, file } of flows.flatMap(({ pngs }) => pngs)) {
    try {
      const canvas = canvases.get(fonts) ?? (await world.openCanvas({ fonts, report: () => undefined }));
      canvases.set(fonts, canvas);
      const difference = await canvas.differenceOf(
        await drawOne(canvas, work),
        readBytes(file, world) ?? new Uint8Array(),
      );
      if (difference === null || difference > MOST_LEVELS)
        findings.push(findingFor(work, file, difference, asked, world));
    } catch (thrown) {
      return { findings, diagnostics: [explainFailure(thrown, work)] };
    }
  }
  return { findings, diagnostics: [] };
}

function findingFor(work: Work, file: string, difference: number | null, asked: Asked, world: World): Finding {
  const { compiled, format } = work;
  const how = difference === null ? 'has another size' : `differs by up to ${difference} of 255 levels`;
  const message = `is not what is drawn now: it ${how}`;
  const hint = `delete it, then ${fixWith(renderCommand([{ compiled, format }], asked))}`;
  const diagnostic = fileDiagnostic('current-output', displayPath(file, world), message, hint);
  return { verdict: 'stale', diagnostic, compiled, format, difference: null };
}
