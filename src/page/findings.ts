/** What the security rules found, as one table. */
import { flatSteps, labelOf, remarksAt } from '../model/index.js';
import type { Flow, Remark } from '../model/index.js';
import { textOf } from '../source/index.js';
import { link, readInline } from './inline.js';
import { cell } from './markdown.js';
import { stepCell } from './threats.js';
import type { PageView } from './view.js';

export function findingViews(flow: Flow, remarks: readonly Remark[]): PageView<'finding'>[] {
  const steps = [...flatSteps(flow.steps)];
  return remarks
    .filter(({ flow: id }) => id === flow.id)
    .map((remark) => {
      const step = steps.find((one) => remarksAt(one, flow, [remark]).length > 0);
      return {
        rule: labelOf(remark),
        step: step ? stepCell(step) : '',
        message: inlineCell(remark.message),
        fix: inlineCell(remark.fix),
        source: cell([{ kind: 'markdown', text: link(remark.source.name, remark.source.url) }]),
      };
    });
}

/** Parameters stand in backticks. */
const inlineCell = (words: string): string => cell(readInline(textOf(words)));
