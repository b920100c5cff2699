/** Builds the table of what the security rules found. */
import { flatSteps, labelOf, remarksAt } from '../model/index.js';
import type { Flow, Remark } from '../model/index.js';
import { textOf } from '../source/index.js';
import type { Dialect } from './dialect.js';
import { readInline } from './inline.js';
import type { PageView } from './page-view.js';
import { stepPieces } from './threats.js';

export function findingViews(flow: Flow, remarks: readonly Remark[], { cell }: Dialect): PageView<'finding'>[] {
  const steps = [...flatSteps(flow.steps)];
  return remarks
    .filter(({ flow: id }) => id === flow.id)
    .map((remark) => {
      const step = steps.find((one) => remarksAt(one, flow, [remark]).length > 0);
      return {
        rule: labelOf(remark),
        step: step ? cell(stepPieces(step)) : '',
        // Messages have parameters in backticks.
        message: cell(readInline(textOf(remark.message))),
        fix: cell(readInline(textOf(remark.fix))),
        source: cell([{ kind: 'link', text: remark.source.name, url: remark.source.url }]),
      };
    });
}
