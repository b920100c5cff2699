/** Puts the tree of steps into words. */
import { hasPhaseInside, phaseBefore } from '../model/index.js';
import type {
  Delay,
  FlowReference,
  Fragment,
  FragmentType,
  Lines,
  NumberingChange,
  Say,
  ScriptDelay,
  ScriptNumbering,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
  Step,
} from '../model/index.js';
import { wordsOf } from './context.js';
import type { WordsContext } from './context.js';
import type { Counter } from './counter.js';
import { cutWords, isDrawn, isLeftOut, restOf, settle } from './cut.js';
import type { Writer } from './element-lines.js';
import { markLines } from './marks.js';
import { messageInWords, noteInWords } from './messages-in-words.js';

/** `container`: the fragment or region whose first list of steps this is, otherwise null. */
export function stepsInWords(
  steps: readonly Step[],
  context: WordsContext,
  container: Step | null = null,
): readonly ScriptStep[] {
  const said = steps.flatMap((step, index) => [
    ...(index === 0 && container && hasPhaseInside(container) ? [] : phaseInWords(step, context)),
    ...(isLeftOut(step, context) ? restOf(step) : cutWords(step, stepInWords(step, context), context)),
  ]);
  return context.excerpt === null ? said.filter(opensSteps) : settle(said);
}

function phaseInWords(step: Step, { write, drawsPhases }: WordsContext): readonly ScriptPhase[] {
  const phase = drawsPhases ? phaseBefore(step) : null;
  const lines = phase ? write.lines('phase', { title: phase.plain }) : [];
  return lines.length === 0 ? [] : [{ kind: 'phase', step: step.id, lines }];
}

/** False for a phase without a step that is drawn. */
function opensSteps(step: ScriptStep, index: number, steps: readonly ScriptStep[]): boolean {
  if (step.kind !== 'phase') return true;
  const next = steps.slice(index + 1).find((later) => later.kind === 'phase' || isDrawn(later));
  return next !== undefined && next.kind !== 'phase';
}

function stepInWords(step: Step, context: WordsContext): readonly ScriptStep[] {
  switch (step.kind) {
    case 'message':
      return messageInWords(step, context);
    case 'note':
      return noteInWords(step, context);
    case 'fragment':
      return [
        {
          kind: 'fragment',
          step: step.id,
          span: step.span,
          type: step.type,
          branches: step.branches.map((branch, index) => ({
            operator: operatorOf(step.type, index, context.say),
            lines: markLines(branchLines(step, branch.label.plain, context.write), branch.tone, context.marks),
            tone: branch.tone,
            steps: stepsInWords(branch.steps, context, index === 0 ? step : null),
          })),
        },
      ];
    case 'highlight':
      return [
        {
          kind: 'highlight',
          step: step.id,
          color: step.color?.plain ?? '',
          zone: '',
          tone: step.tone,
          lines: context.medium === 'text' ? markLines([], step.tone, context.marks) : [],
          steps: stepsInWords(step.steps, context, step),
        },
      ];
    case 'delay':
      return [delayInWords(step, context)];
    case 'ref':
      return [referenceInWords(step, context)];
    case 'activation':
      return [{ kind: 'activation', step: step.id, participant: step.participant, active: step.active }];
    case 'numbering':
      return numberingInWords(step, context.counter);
  }
}

/** '' for a group, which has only a label. */
const operatorOf = (type: FragmentType, branch: number, say: Say): string =>
  type === 'group' ? '' : say(`operator-${branch === 0 ? type : nextOperator[type]}`);

/** The operator of the branches after the first. */
const nextOperator = {
  alt: 'else',
  opt: 'opt',
  loop: 'loop',
  par: 'and',
  critical: 'option',
  break: 'break',
} as const satisfies Record<Exclude<FragmentType, 'group'>, string>;

function delayInWords(step: Delay, context: WordsContext): ScriptDelay {
  const { id, span } = step;
  return { kind: 'delay', step: id, span, lines: context.write.lines('delay', { text: saidBy(step, context) }) };
}

function referenceInWords(step: FlowReference, context: WordsContext): ScriptReference {
  const { id, span, flow, hasPage, participants } = step;
  const lines = context.write.lines('ref', { flow, text: saidBy(step, context) });
  return { kind: 'ref', step: id, span, flow, hasPage, participants, operator: context.say('operator-ref'), lines };
}

const saidBy = ({ text, asciiText }: Delay | FlowReference, { medium }: WordsContext): string =>
  wordsOf(text, asciiText, medium);

/** Empty where there is no badge before or after. */
function numberingInWords({ id, numbering }: NumberingChange, counter: Counter): readonly ScriptNumbering[] {
  const before = counter.badge();
  counter.change(numbering);
  const autonumber = counter.badge();
  return before || autonumber ? [{ kind: 'numbering', step: id, autonumber }] : [];
}

const branchLines = ({ type, interval }: Fragment, label: string, write: Writer): Lines =>
  write.lines('branch', { fragment: type, label, interval: interval?.plain ?? '' });
