/**
 * Draws PNGs and PDFs again, and compares them: for `--strict-pictures`. Their stamps say only what they were drawn from. Pixels differ
 * a little between processors. PDFs have no pixels, and nothing is known of how processors differ in them: where bytes differ,
 * that is a notice.
 */
import type { Canvas } from '../../canvas/index.js';
import type { OwnFont } from '../../fonts/index.js';
import type { Diagnostic } from '../../source/index.js';
import { isSamePdf } from '../../stamp/index.js';
import { readBytes } from '../output/index.js';
import { drawOne, explainFailure, missingLetters } from '../pictures/index.js';
import type { Work } from '../pictures/index.js';
import { displayPath } from '../project/index.js';
import type { CompiledFlow } from '../project/index.js';
import { count } from '../terminal/index.js';
import { fileDiagnostic } from '../world/index.js';
import type { World } from '../world/index.js';
import { fixWith, renderCommand } from './finding.js';
import type { Asked, Compared, Finding } from './finding.js';

/** A PNG or PDF whose stamp is current. */
export interface CurrentPicture {
  readonly work: Work;
  readonly fonts: readonly OwnFont[];
  /** Absolute. */
  readonly file: string;
}

/** In a channel of a pixel: builds for x64 and for arm64 differ by one level on some edges. */
const MOST_LEVELS = 2;

export async function compareDrawn(
  flows: readonly { readonly drawn: readonly CurrentPicture[] }[],
  asked: Asked,
  world: World,
): Promise<Compared> {
  const findings: Finding[] = [];
  const pdfs: CurrentPicture[] = [];
  const undrawn = new Map<CompiledFlow, Diagnostic>();
  const diagnostics = () => [...undrawn.values(), ...noticeOfPdfs(pdfs, asked, world)];
  const canvases = new Map<readonly OwnFont[], Canvas>();
  for (const picture of flows.flatMap(({ drawn }) => drawn)) {
    const { work, fonts } = picture;
    try {
      const canvas = canvases.get(fonts) ?? (await world.openCanvas({ fonts, report: () => undefined }));
      canvases.set(fonts, canvas);
      const { how, missing } = await compareOne(picture, canvas, world);
      if (how === null) continue;
      if (missing.length > 0) undrawn.set(work.compiled, missingLetters(missing, work.compiled.flow.span));
      else if (work.format === 'pdf') pdfs.push(picture);
      else findings.push(findingFor(picture, how, asked, world));
    } catch (thrown) {
      return { findings, diagnostics: [...diagnostics(), explainFailure(thrown, work)] };
    }
  }
  return { findings, diagnostics: diagnostics() };
}

/**
 * How a picture differs from what is drawn now; null where it does not. `missing`: the letters that no font has here, so that what is
 * drawn here proves nothing.
 */
async function compareOne({ work, file }: CurrentPicture, canvas: Canvas, world: World) {
  const { bytes, missing } = await drawOne(canvas, work);
  const found = readBytes(file, world) ?? new Uint8Array();
  if (work.format === 'pdf') return { how: isSamePdf(found, bytes) ? null : 'has other bytes', missing };
  const difference = await canvas.differenceOf(bytes, found);
  if (difference === null) return { how: 'has another size', missing };
  return { how: difference > MOST_LEVELS ? `differs by up to ${difference} of 255 levels` : null, missing };
}

/** One for all: each may be of the same cause. */
function noticeOfPdfs(pictures: readonly CurrentPicture[], asked: Asked, world: World): readonly Diagnostic[] {
  const [first] = pictures;
  if (!first) return [];
  const message =
    pictures.length === 1
      ? 'has other bytes than what is drawn now: another processor or canvas drew it, or it was edited'
      : `${count(pictures.length, 'PDF')} have other bytes than what is drawn now: another processor or canvas drew them, or they were edited`;
  const command = renderCommand(
    pictures.map(({ work: { compiled, format } }) => ({ compiled, format })),
    asked,
  );
  const hint = `delete ${pictures.length === 1 ? 'it' : 'them'}, then ${fixWith(command)}`;
  const notice = fileDiagnostic('same-tool', displayPath(first.file, world), message, hint);
  return [{ ...notice, severity: asked.options.strictTool ? 'error' : 'info' }];
}

function findingFor({ work, file }: CurrentPicture, how: string, asked: Asked, world: World): Finding {
  const { compiled, format } = work;
  const message = `is not what is drawn now: it ${how}`;
  const hint = `delete it, then ${fixWith(renderCommand([{ compiled, format }], asked))}`;
  const diagnostic = fileDiagnostic('current-output', displayPath(file, world), message, hint);
  return { verdict: 'stale', diagnostic, compiled, format, difference: null };
}
