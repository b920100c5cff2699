/** Plans the pictures of a flow, one per kind of page: by its own renderer, or drawn from its Mermaid. */
import { pictureVariants, svgIdOf } from '../model/index.js';
import type { Flow } from '../model/index.js';
import type { Diagnostic } from '../source/index.js';
import { makeStamp, stampPicture } from '../stamp/index.js';
import type { PictureFormat, PictureRequest } from '../stamp/index.js';
import { findPreset, groundOf } from '../theme/index.js';
import type { Job, Making } from './output.js';
import { planNativePictures } from './plan-native.js';

export function planPictures(format: PictureFormat, making: Making): readonly Job[] {
  const { flow, options, design, report } = making;
  if (options.renderer !== 'mermaid') return planNativePictures(format, making);
  if (options.paper) {
    report(uncut);
    return [];
  }
  return pictureVariants(flow, format, options.themes).flatMap(({ theme, page, path }): Job[] => {
    if (page === 'auto') {
      report(onlyNative(flow));
      return [];
    }
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
        ...{ needs: 'browser', isListed: false, content: null },
        make: async (drawing) => [
          { path: path(format), content: stampPicture(format, await drawing.render(request), stamp) },
        ],
      },
    ];
  });
}

const uncut: Diagnostic = {
  code: 'picture-paper',
  severity: 'error',
  message: 'pictures that Mermaid draws cannot be cut for paper',
  span: undefined,
  hint: 'leave out --renderer mermaid (in the configuration, renderer: mermaid), or "fit"',
};

const onlyNative = ({ theme: { presetSpan } }: Flow): Diagnostic => ({
  code: 'picture-theme',
  severity: 'error',
  message: 'the theme "auto" is a single SVG for light and dark pages, which Mermaid cannot draw',
  span: presetSpan ?? undefined,
  hint: 'leave out --renderer mermaid (in the configuration, renderer: mermaid), or use the theme light,dark',
});
