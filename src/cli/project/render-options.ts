/** Makes the options of outputs from those of the command line. */
import type { Design } from '../../design.js';
import { completePair } from '../../theme/index.js';
import { readPaper, readThemes } from '../../model/index.js';
import type { Remark, ThemePair } from '../../model/index.js';
import type { MakeOptions } from '../../outputs/index.js';
import { nearestOf } from '../../source/index.js';
import type { OptionValues } from '../grammar/index.js';
import { UsageError } from '../world/index.js';

/** @param remarks findings of the security rules to draw */
export function makeOptions(options: OptionValues, design: Design, remarks: readonly Remark[] = []): MakeOptions {
  const themes = options.theme === undefined ? undefined : chosenThemes(options.theme, design);
  const annotations = { threats: options.threats === true, remarks };
  const paper = options.paper === undefined ? undefined : (readPaper(options.paper) ?? undefined);
  return { ...options, paper, design, theme: themes?.first, themes, annotations };
}

/** `--theme light` or `--theme light,dark`. */
function chosenThemes(asked: string, { presets }: Design): ThemePair {
  const themes = readThemes(asked);
  if (!themes)
    throw new UsageError(`--theme ${asked}: name one theme, or two separated by a comma, for light and dark pages`);
  for (const name of [themes.first, themes.dark ?? themes.first]) {
    if (!presets.has(name)) {
      throw new UsageError(
        `--theme ${asked}: there is no theme ${JSON.stringify(name)}; ${nearestOf(name, 'themes', [...presets.keys()])}`,
      );
    }
  }
  return completePair(themes, presets);
}
