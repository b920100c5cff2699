/** From the command line to the pipeline. */
import { nearestOf } from '../diagnostic.js';
import type { Design, Format, RenderOptions } from '../compile.js';
import type { OptionValues } from './options.js';
import { UsageError } from './usage-error.js';

export function renderOptions(
  { theme, style, charset, width, fenced, comment }: OptionValues,
  formats: readonly Format[] | undefined,
  design: Design,
): RenderOptions {
  if (theme !== undefined && !design.presets.has(theme)) {
    throw new UsageError(
      `--theme ${theme}: there is no such theme; ${nearestOf(theme, 'themes', [...design.presets.keys()])}`,
    );
  }
  return {
    design,
    ...(formats && { formats }),
    ...(theme !== undefined && { theme }),
    ...(style && { style }),
    ...(charset && { charset }),
    ...(width !== undefined && { width }),
    ...(fenced && { fenced }),
    ...(comment !== undefined && { comment }),
  };
}
