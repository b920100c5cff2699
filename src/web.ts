/**
 * The part of the library that draws, for browsers and workers: `authflow/web`. It needs nothing of Node, no file, and no `eval`.
 *
 * ```ts
 * import { compileFlow, toSvg } from 'authflow/web';
 *
 * const { flow } = compileFlow({ path: 'login.yaml', text });
 * if (flow) element.innerHTML = toSvg(flow, { page: 'auto' });
 * ```
 */
export { compileFlow } from './compile.js';
export { excerptNames, findExcerpt } from './model/index.js';
export { toScene, toSvg } from './picture/index.js';
export { positionAt } from './source/index.js';
export { svgStyles } from './svg/index.js';
export type {
  Compiled,
  CompileOptions,
  Diagnostic,
  Excerpt,
  Flow,
  FontWidths,
  Scene,
  SvgPage,
  SvgStyleOptions,
  ToSceneOptions,
  ToSvgOptions,
} from './index.js';
