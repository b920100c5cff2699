/** Pictures: told by their stamps, since their bytes differ between machines. */
import { join } from 'node:path';
import { pictureFormats } from '../grammar/index.js';
import { picturesIn, stampOf } from '../output/index.js';
import type { OutputFolder } from '../output/index.js';
import { planPictures, readyPictures } from '../pictures/index.js';
import type { ReadyPicture } from '../pictures/index.js';
import { chosenThemes, displayPath, renderOptions } from '../project/index.js';
import type { OpenProject } from '../project/index.js';
import { fileDiagnostic, isThere } from '../world/index.js';
import type { World } from '../world/index.js';
import { compareStamps } from '../../stamp/index.js';
import type { Stamp } from '../../stamp/index.js';
import type { Compared } from './compare-texts.js';
import { renderCommand } from './finding.js';
import type { Asked, Finding } from './finding.js';

/** Where nobody says which are expected, those that are there are looked at. */
export async function comparePictures(
  project: OpenProject,
  { folder }: OutputFolder,
  asked: Asked,
  world: World,
): Promise<Compared> {
  const { flows, options, design } = project;
  const expected = pictureFormats.filter((format) => options.format?.includes(format) ?? true);
  const there = picturesIn(folder, world.files);
  if (flows.length === 0 || expected.length === 0 || (!options.format && there.length === 0)) return nothing;
  const themes = options.theme === undefined ? undefined : chosenThemes(options.theme, design);
  const planned = planPictures(flows, expected, themes);
  const wanted = options.format ? planned : planned.filter(({ path }) => there.includes(path));
  const { fenced: _fenced, comment: _comment, ...bare } = options;
  const { ready, diagnostics } = await readyPictures(wanted, options, renderOptions(bare, ['mermaid'], design));
  const findings: Finding[] = [];
  for (const picture of ready) {
    const finding = comparePicture(picture, folder, asked, world);
    // Somebody else's picture of that name is nothing to us, as long as none is expected.
    if (finding && (options.format || finding.stamp)) findings.push(finding);
  }
  return { findings, diagnostics };
}

const nothing: Compared = { findings: [], diagnostics: [] };

function comparePicture(
  picture: ReadyPicture,
  folder: string,
  asked: Asked,
  world: World,
): (Finding & { readonly stamp: Stamp | null }) | null {
  const file = join(folder, picture.path);
  const path = displayPath(file, world);
  const stamp = stampOf(file, world);
  const state = stamp && compareStamps(stamp, picture.stamp);
  if (state === 'same') return null;
  const { compiled, format } = picture;
  const hint = `mend it with: ${renderCommand([{ compiled, format }], asked)}`;
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
  const message = stamp ? `was drawn from another state of ${compiled.source.path}` : 'was not drawn by authflow';
  return { ...base, verdict: 'stale', diagnostic: fileDiagnostic('current-output', path, message, hint) };
}
