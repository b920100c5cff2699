/** Which pictures there are to be, what they are drawn from, and the stamps that they get. Needs no browser. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mermaidVersion } from '../../browser/index.js';
import type { OptionValues, PictureFormat } from '../grammar/index.js';
import type { CompiledFlow } from '../project/index.js';
import { pictureVariants } from '../../model/index.js';
import type { ThemePair } from '../../model/index.js';
import { isError } from '../../source/index.js';
import type { Diagnostic } from '../../source/index.js';
import { compareStamps, makeStamp, readStamp } from '../../stamp/index.js';
import type { PictureRequest, Stamp } from '../../stamp/index.js';
import { findPreset, groundOf } from '../../theme/index.js';
import { renderFlow } from '../../compile.js';
import { packagedDesign } from '../../design.js';
import type { Rendered, RenderOptions } from '../../compile.js';

export interface PlannedPicture {
  readonly compiled: CompiledFlow;
  readonly format: PictureFormat;
  /** The preset that it is drawn with. */
  readonly theme: string;
  /** Relative to the output folder. */
  readonly path: string;
}

/** A picture that only waits for its browser. */
export interface ReadyPicture extends PlannedPicture {
  readonly request: PictureRequest;
  readonly stamp: Stamp;
}

export function planPictures(
  flows: readonly CompiledFlow[],
  formats: readonly PictureFormat[],
  themes: ThemePair | undefined,
): PlannedPicture[] {
  return flows.flatMap((compiled) =>
    pictureVariants(compiled.flow, themes).flatMap(({ theme, path }) =>
      formats.map((format) => ({ compiled, format, theme, path: path(format) })),
    ),
  );
}

/** @param render of the Mermaid that is drawn, which is the diagram itself: without quotes, and no other format */
export async function readyPictures(
  pictures: readonly PlannedPicture[],
  options: OptionValues,
  render: RenderOptions,
): Promise<{ readonly ready: readonly ReadyPicture[]; readonly diagnostics: readonly Diagnostic[] }> {
  const versions = { authflow: AUTHFLOW_VERSION, mermaid: mermaidVersion() };
  const diagnostics: Diagnostic[] = [];
  const { presets } = render.design ?? packagedDesign();
  // Whatever their formats, the pictures of one theme are of one Mermaid.
  const known = new Map<string, Rendered>();
  const ready: ReadyPicture[] = [];
  for (const picture of pictures) {
    const { compiled, format, theme } = picture;
    const key = `${compiled.flow.id} ${theme}`;
    const rendered = known.get(key) ?? renderFlow(compiled.flow, { ...render, theme });
    const [mermaid] = rendered.artifacts;
    // What the others say is about the diagram on other people's pages.
    if (!known.has(key)) diagnostics.push(...rendered.diagnostics.filter(isError));
    known.set(key, rendered);
    // A browser may be starting meanwhile, and asks for files.
    await nextTurn();
    if (!mermaid) continue;
    const preset = findPreset(theme, compiled.flow.theme, presets, () => undefined);
    const { scale, imageWidth: width, embedFonts, background = preset ? groundOf(preset) : undefined } = options;
    const request = { id: compiled.flow.id, mermaid: mermaid.content, format, scale, width, embedFonts, background };
    ready.push({ ...picture, request, stamp: makeStamp(request, versions) });
  }
  return { ready, diagnostics };
}

/** True for the bytes of a picture that would come out as it is. */
export function isCurrent({ format, stamp }: ReadyPicture, bytes: Uint8Array | null): boolean {
  const found = bytes && readStamp(format, bytes);
  return found !== null && compareStamps(found, stamp) === 'same';
}
