/** From the command line to the pipeline. */
import type { OptionValues } from '../grammar/index.js';
import { UsageError } from '../world/index.js';
import { readThemes } from '../../model/index.js';
import type { ThemePair } from '../../model/index.js';
import { nearestOf } from '../../source/index.js';
import type { Format, RenderOptions } from '../../compile.js';
import type { Design } from '../../design.js';

export function renderOptions(
  { theme, style, charset, width, fenced, comment, threats }: OptionValues,
  formats: readonly Format[] | undefined,
  design: Design,
): RenderOptions {
  const themes = theme === undefined ? undefined : chosenThemes(theme, design);
  return {
    design,
    ...(formats && { formats }),
    ...(themes && { theme: themes.first }),
    ...(style && { style }),
    ...(charset && { charset }),
    ...(width !== undefined && { width }),
    ...(fenced && { fenced }),
    ...(threats && { annotations: { threats } }),
    ...(comment !== undefined && { comment }),
  };
}

/** `--theme light` or `--theme light,dark`. */
export function chosenThemes(asked: string, { presets }: Design): ThemePair {
  const themes = readThemes(asked);
  if (!themes) throw new UsageError(`--theme ${asked}: name one theme, or two: for light pages and for dark ones`);
  for (const name of [themes.first, themes.dark ?? themes.first]) {
    if (!presets.has(name)) {
      throw new UsageError(
        `--theme ${asked}: there is no theme ${JSON.stringify(name)}; ${nearestOf(name, 'themes', [...presets.keys()])}`,
      );
    }
  }
  return themes;
}
