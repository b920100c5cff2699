/** What the steps say of threats, as one table. */
import { flatSteps, stepText, strideCategories } from '../model/index.js';
import type { Step, Threat } from '../model/index.js';
import { emptyText } from '../source/index.js';
import type { Text } from '../source/index.js';
import { readPlain } from './inline.js';
import { cell } from './markdown.js';
import type { PageView } from './view.js';

export const threatViews = (steps: readonly Step[]): PageView<'threat'>[] =>
  [...flatSteps(steps)].flatMap((step) => step.threats.map((threat) => threatView(threat, step)));

const threatView = (threat: Threat, step: Step): PageView<'threat'> => ({
  step: stepCell(step),
  title: plainCell(threat.title),
  category: strideCategories[threat.stride] ?? '',
  mitigation: plainCell(threat.mitigation ?? emptyText),
  source: plainCell(threat.source ?? emptyText),
});

export const stepCell = (step: Step): string => plainCell(stepText(step));

const plainCell = (text: Text): string => cell(readPlain(text));
