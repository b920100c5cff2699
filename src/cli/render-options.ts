/** From the command line to the pipeline. */
import type { Design, Format, RenderOptions } from '../compile.js';
import type { OptionValues } from './options.js';

export function renderOptions(
  { theme, charset, width }: OptionValues,
  formats: readonly Format[] | undefined,
  design: Design | undefined,
): RenderOptions {
  return {
    ...(formats && { formats }),
    ...(theme !== undefined && { theme }),
    ...(charset && { charset }),
    ...(width !== undefined && { width }),
    ...(design && { design }),
  };
}
