/** The messages of a flow as a table, for readers who look one up. */
import { messageLines } from '../model/index.js';
import type { Script, ScriptStep } from '../model/index.js';
import { dropEmoji } from '../source/index.js';
import { escapePlain } from './inline.js';
import { cell } from './markdown.js';
import type { PageView } from './view.js';

/** `script`: the flow in words for the medium `alt`. */
export function stepsView(script: Script): PageView<'steps'> {
  const names = new Map(script.participants.map(({ id, lines }) => [id, oneCell(dropEmoji(lines)) || oneCell([id])]));
  const rows = stepRows(script.steps, [], names);
  return { hasConditions: rows.some(({ condition }) => condition !== ''), rows };
}

type Row = PageView<'step'>;

function stepRows(
  steps: readonly ScriptStep[],
  conditions: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly Row[] {
  return steps.flatMap((step): readonly Row[] => {
    switch (step.kind) {
      case 'message': {
        const { number, from, to } = step;
        const condition = oneCell([conditions.join(', ')]);
        return [
          {
            number,
            from: names.get(from) ?? from,
            to: names.get(to) ?? to,
            text: oneCell(messageLines(step)),
            condition,
          },
        ];
      }
      case 'fragment':
        return step.branches.flatMap(({ lines, steps: inner }) => {
          const label = lines.join(' ').trim();
          return stepRows(inner, [...conditions, ...(label === '' ? [] : [labelled(step.type, label)])], names);
        });
      case 'highlight':
        return stepRows(step.steps, conditions, names);
      case 'note':
      case 'activation':
      case 'numbering':
        return [];
    }
  });
}

/** The label of a case says when; of a loop or a break, only the word does. */
const labelled = (type: string, label: string): string =>
  type === 'loop' || type === 'break' ? `${type}: ${label}` : label;

const oneCell = (lines: readonly string[]): string =>
  cell([{ kind: 'markdown', text: escapePlain(lines.join(' ').replace(/\s+/g, ' ').trim()) }]);
