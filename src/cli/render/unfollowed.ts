/** Tells an author what of Mermaid no longer changes pictures, since authflow draws these itself by default. */
import { packagedDesign } from '../../design.js';
import { pictureThemes } from '../../model/index.js';
import { isFollowed } from '../../scene/index.js';
import { listing } from '../terminal/index.js';
import type { Diagnostic, Source, Span } from '../../source/index.js';
import { findPreset } from '../../theme/index.js';
import type { Work } from '../pictures/index.js';
import { optionsOf } from './job.js';
import type { Job } from './job.js';

/** One notice, at the first place; none where the author chose the renderer. */
export function findUnfollowed(job: Job, works: readonly Work[]): readonly Diagnostic[] {
  const drawn = works.filter((work) => work.job.stamp?.renderer === 'native');
  if (drawn.length === 0 || job.options.renderer !== undefined) return [];
  const templates = job.own.filter(isTemplate).map((source): Span => ({ source, start: 0, end: 0 }));
  const variables = variablesIn(drawn, job);
  const [span] = [...templates, ...variables.values()];
  if (!span) return [];
  const what = [
    ...(templates.length > 0 ? ['templates of Mermaid'] : []),
    ...(variables.size > 0
      ? [`Mermaid's ${variables.size === 1 ? 'theme variable' : 'theme variables'} ${listing([...variables.keys()])}`]
      : []),
  ];
  return [
    {
      code: 'pictures-by-authflow',
      severity: 'info',
      message: `pictures do not follow ${what.join(' and ')}: authflow draws pictures itself`,
      span,
      hint: 'keep pictures by Mermaid with this line in authflow.config.yaml: renderer: mermaid; or accept these with: renderer: native',
    },
  ];
}

const isTemplate = ({ path }: Source): boolean => /(?:^|\/)mermaid\/[^/]+\.hbs$/.test(path);

/** The variables that flows, and the author's themes that they use, set in vain. */
function variablesIn(works: readonly Work[], job: Job): ReadonlyMap<string, Span> {
  const { presets } = job.design;
  const packaged = packagedDesign().presets;
  const found = new Map<string, Span>();
  for (const { flow } of new Set(works.map(({ compiled }) => compiled))) {
    const { light, dark } = pictureThemes(flow, optionsOf(job).themes);
    const own = [light, dark].filter((name) => presets.get(name) !== packaged.get(name));
    const themes = own.map((name) => findPreset(name, flow.theme, presets, () => undefined)?.variableSpans);
    const said = [
      ...flow.theme.variables.map(({ name, nameSpan }) => [name, nameSpan] as const),
      ...themes.flatMap((spans) => [...(spans ?? [])]),
    ];
    for (const [name, span] of said) if (!isFollowed(name) && !found.has(name)) found.set(name, span);
  }
  return found;
}
