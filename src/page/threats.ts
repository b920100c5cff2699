/** Builds the table of the steps' threats. */
import { flatSteps, sayCategory, stepText } from '../model/index.js';
import type { Say, Step, Threat } from '../model/index.js';
import { emptyText } from '../source/index.js';
import type { Dialect } from './dialect.js';
import { readPlain } from './inline.js';
import type { InlinePiece } from './inline.js';
import type { PageView } from './page-view.js';

export const threatViews = (steps: readonly Step[], dialect: Dialect, say: Say): PageView<'threat'>[] =>
  [...flatSteps(steps)].flatMap((step) =>
    step.threats.map((threat) => ({ ...threatView(threat, step, dialect), category: sayCategory(threat.stride, say) })),
  );

const threatView = (threat: Threat, step: Step, { cell }: Dialect): Omit<PageView<'threat'>, 'category'> => ({
  step: cell(stepPieces(step)),
  title: cell(readPlain(threat.title)),
  mitigation: cell(readPlain(threat.mitigation ?? emptyText)),
  source: cell(readPlain(threat.source ?? emptyText)),
});

export const stepPieces = (step: Step): InlinePiece[] => readPlain(stepText(step));
