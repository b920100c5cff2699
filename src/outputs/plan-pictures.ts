/** Plans the pictures of a flow, drawn from its Mermaid: one per kind of page. */
import { pictureVariants, svgIdOf } from '../model/index.js';
import { makeStamp, stampPicture } from '../stamp/index.js';
import type { PictureFormat, PictureRequest } from '../stamp/index.js';
import { findPreset, groundOf } from '../theme/index.js';
import type { Job, Making } from './output.js';

export function planPictures(format: PictureFormat, making: Making): readonly Job[] {
  const { flow, options, design } = making;
  return pictureVariants(flow, options.themes).flatMap(({ theme, path }): Job[] => {
    const mermaid = making.mermaid(theme);
    if (mermaid === null) return [];
    const preset = findPreset(theme, flow.theme, design.presets, () => undefined);
    const { scale, imageWidth: width, embedFonts, background = preset ? groundOf(preset) : undefined } = options;
    const svgId = svgIdOf(path(format));
    const lang = flow.lang || undefined;
    const fontFamily = making.fontFamily(theme);
    const request: PictureRequest = {
      id: flow.id,
      file: path(format),
      svgId,
      mermaid,
      lang,
      fontFamily,
      format,
      scale,
      width,
      embedFonts,
      background,
    };
    const stamp = makeStamp(request, options.versions ?? { authflow: '', mermaid: null });
    return [
      {
        path: path(format),
        stamp,
        make: async (drawing) => [
          { path: path(format), content: stampPicture(format, await drawing.render(request), stamp) },
        ],
      },
    ];
  });
}
