/** Builds the table of a flow's messages. */
import { messageLines } from '../model/index.js';
import type { Script, ScriptMessage, ScriptStep } from '../model/index.js';
import { dropEmoji } from '../source/index.js';
import type { Dialect } from './dialect.js';
import type { PageView } from './page-view.js';

/** `script`: the flow in words for the medium `alt`. */
export function stepsView(script: Script, { cell }: Dialect): PageView<'steps'> {
  const oneCell = (lines: readonly string[]): string =>
    cell([{ kind: 'text', text: lines.join(' ').replace(/\s+/g, ' ').trim() }]);
  const names = new Map(script.participants.map(({ id, lines }) => [id, oneCell(dropEmoji(lines)) || oneCell([id])]));
  const rows = messagesIn(script.steps, []).map(({ message, conditions }) => ({
    number: message.number,
    from: names.get(message.from) ?? message.from,
    to: names.get(message.to) ?? message.to,
    text: oneCell([...messageLines(message), ...(message.tone ? [`(${message.tone})`] : [])]),
    condition: oneCell([conditions.join(', ')]),
  }));
  return { hasConditions: rows.some(({ condition }) => condition !== ''), rows };
}

interface ConditionedMessage {
  readonly message: ScriptMessage;
  /** The labels of the fragments around it. */
  readonly conditions: readonly string[];
}

function messagesIn(steps: readonly ScriptStep[], conditions: readonly string[]): readonly ConditionedMessage[] {
  return steps.flatMap((step): readonly ConditionedMessage[] => {
    switch (step.kind) {
      case 'message':
        return [{ message: step, conditions }];
      case 'fragment':
        return step.branches.flatMap(({ lines, steps: inner }) => {
          const label = lines.join(' ').trim();
          return messagesIn(inner, [...conditions, ...(label === '' ? [] : [labelled(step.type, label)])]);
        });
      case 'highlight':
        return messagesIn(step.steps, conditions);
      case 'note':
      case 'activation':
      case 'numbering':
        return [];
    }
  });
}

/** A loop's or break's label needs the keyword; other labels are conditions by themselves. */
const labelled = (type: string, label: string): string =>
  type === 'loop' || type === 'break' ? `${type}: ${label}` : label;
