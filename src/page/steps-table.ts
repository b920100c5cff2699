/** Builds the table of a flow's steps: its messages, delays and references, with the titles of phases. */
import { isOutside, messageLines } from '../model/index.js';
import type {
  FragmentType,
  Say,
  Script,
  ScriptDelay,
  ScriptMessage,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
} from '../model/index.js';
import { dropEmoji, joinLines } from '../source/index.js';
import type { Dialect } from './dialect.js';
import type { InlinePiece } from './inline.js';
import type { PageView } from './page-view.js';

/**
 * @param script the flow in words for the medium `alt`
 * @param say says words in the same language
 * @param folder the path from the table's document to the pages of other flows: '', or a path that ends in a slash; null where
 *   they can't be linked
 */
export function stepsView(script: Script, { cell }: Dialect, say: Say, folder: string | null): PageView<'steps'> {
  const oneCell = (lines: readonly string[]): string =>
    cell([{ kind: 'text', text: joinLines(lines).replace(/\s+/g, ' ').trim() }]);
  const names = new Map(script.participants.map(({ id, lines }) => [id, oneCell(dropEmoji(lines)) || oneCell([id])]));
  const nameOf = (id: string | undefined): string =>
    id === undefined ? '' : isOutside(id) ? '●' : (names.get(id) ?? id);
  const rows = rowsIn(script.steps, [], say).map(({ step, conditions }): PageView<'steps'>['rows'][number] => ({
    isPhase: step.kind === 'phase',
    number: step.kind === 'message' ? step.number : '',
    ...endsOf(step, nameOf),
    text: step.kind === 'ref' ? cell([referencePiece(step, folder)]) : oneCell(wordsOf(step)),
    condition: step.kind === 'phase' ? '' : oneCell([conditions.join(', ')]),
  }));
  return { hasConditions: rows.some(({ condition }) => condition !== ''), rows };
}

type RowStep = ScriptMessage | ScriptPhase | ScriptDelay | ScriptReference;

const wordsOf = (step: RowStep): readonly string[] =>
  step.kind === 'message' ? [...messageLines(step), ...(step.tone ? [`(${step.tone})`] : [])] : step.lines;

function endsOf(step: RowStep, nameOf: (id: string | undefined) => string) {
  if (step.kind === 'message') return { from: nameOf(step.from), to: nameOf(step.to) };
  const [first, last] = step.kind === 'ref' ? step.participants : [];
  return { from: nameOf(first), to: nameOf(last ?? first) };
}

/** The title of another flow; a link where there is a page of it. */
function referencePiece({ flow, hasPage, lines }: ScriptReference, folder: string | null): InlinePiece {
  const text = joinLines(lines).replace(/\s+/g, ' ').trim();
  return hasPage && folder !== null ? { kind: 'link', text, url: `${folder}${flow}.md` } : { kind: 'text', text };
}

interface ConditionedStep {
  readonly step: RowStep;
  /** The labels of the fragments around it. */
  readonly conditions: readonly string[];
}

function rowsIn(steps: readonly ScriptStep[], conditions: readonly string[], say: Say): readonly ConditionedStep[] {
  return steps.flatMap((step): readonly ConditionedStep[] => {
    switch (step.kind) {
      case 'message':
      case 'phase':
      case 'delay':
      case 'ref':
        return [{ step, conditions }];
      case 'fragment':
        return step.branches.flatMap(({ lines, steps: inner }) => {
          const label = joinLines(lines).trim();
          return rowsIn(inner, [...conditions, ...(label === '' ? [] : [labelled(step.type, label, say)])], say);
        });
      case 'highlight':
        return rowsIn(step.steps, conditions, say);
      case 'note':
      case 'activation':
      case 'numbering':
        return [];
    }
  });
}

/** Labels of loops, breaks and groups are named by a word; others are conditions by themselves. */
const labelled = (type: FragmentType, label: string, say: Say): string =>
  type === 'loop' || type === 'break' || type === 'group' ? say(`when-${type}`, { label }) : label;
