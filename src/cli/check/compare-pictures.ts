/** Pictures: told by their stamps, since their bytes differ between machines. */
import { join } from 'node:path';
import type { Stamp } from '../../raster/stamp/stamp.js';
import { displayPath } from '../find-flows.js';
import { fileDiagnostic } from '../file-error.js';
import type { OpenProject } from '../open-flows.js';
import { pictureFormats } from '../options.js';
import type { PictureFormat } from '../options.js';
import type { ReadyPicture } from '../plan-pictures.js';
import { chosenThemes, renderOptions } from '../render-options.js';
import { isThere } from '../world.js';
import type { Files, World } from '../world.js';
import type { Compared, OutputFolder } from './compare-texts.js';
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
  const { planPictures, readyPictures } = await import('../plan-pictures.js');
  const themes = options.theme === undefined ? undefined : chosenThemes(options.theme, design);
  const planned = planPictures(flows, expected, themes);
  const wanted = options.format ? planned : planned.filter(({ path }) => there.includes(path));
  const { fenced: _fenced, comment: _comment, ...bare } = options;
  const { ready, diagnostics } = await readyPictures(wanted, options, renderOptions(bare, ['mermaid'], design));
  const findings: Finding[] = [];
  for (const picture of ready) {
    const finding = await comparePicture(picture, folder, asked, world);
    // Somebody else's picture of that name is nothing to us, as long as none is expected.
    if (finding && (options.format || finding.stamp)) findings.push(finding);
  }
  return { findings, diagnostics };
}

const nothing: Compared = { findings: [], diagnostics: [] };

/** Names of the pictures in a folder, ours or not. */
export function picturesIn(folder: string, files: Files): readonly string[] {
  if (!files.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return files.readdirSync(folder, { encoding: 'utf8' }).filter((name) => formatOf(name) !== undefined);
}

const formatOf = (name: string): PictureFormat | undefined =>
  pictureFormats.find((format) => name.endsWith(`.${format}`));

/** Null for a picture that is not ours, or not there. */
export async function stampOf(file: string, { files }: World): Promise<Stamp | null> {
  const format = formatOf(file);
  if (!format || !files.statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  const { readStamp } = await import('../../raster/stamp/stamp.js');
  return readStamp(format, files.readFileSync(file));
}

async function comparePicture(
  picture: ReadyPicture,
  folder: string,
  asked: Asked,
  world: World,
): Promise<(Finding & { readonly stamp: Stamp | null }) | null> {
  const file = join(folder, picture.path);
  const path = displayPath(file, world);
  const stamp = await stampOf(file, world);
  const { compareStamps } = await import('../../raster/stamp/stamp.js');
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
