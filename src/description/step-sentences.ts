/** Turns steps into sentences, and fragments into nested lists. */
import { looseEnd, messageLines, sayAll } from '../model/index.js';
import type { Say, ScriptFragment, ScriptMessage, ScriptNote, ScriptStep, Tone } from '../model/index.js';
import { joinLines } from '../source/index.js';
import type { AltView, StepView } from './description-view.js';

interface Context {
  readonly nameOf: (id: string) => string;
  readonly tellsChannels: boolean;
  /** The number of the branch that the steps are in; '' outside of any. */
  readonly branch: string;
  readonly say: Say;
}

export const stepViews = (steps: readonly ScriptStep[], context: Context): readonly StepView[] =>
  steps.flatMap((step, index) => stepView(step, steps[index + 1], context));

/** Activations are bars on a lifeline and have no sentence. */
function stepView(step: ScriptStep, next: ScriptStep | undefined, context: Context): readonly StepView[] {
  switch (step.kind) {
    case 'message':
      return [sentenceView(step, next, context)];
    case 'note':
      return [{ kind: 'note', ...noteView(step, context) }];
    case 'fragment':
      return [fragmentView(step, context)];
    case 'highlight':
      return [{ kind: 'highlight', tone: toneWord(step.tone, context.say), steps: stepViews(step.steps, context) }];
    case 'phase':
      return [{ kind: 'phase', title: oneLine(step.lines) }];
    case 'delay':
      return [{ kind: 'delay', text: oneLine(step.lines) }];
    case 'ref':
      return [{ kind: 'ref', text: oneLine(step.lines), participants: step.participants.map(context.nameOf) }];
    case 'activation':
    case 'numbering':
      return [];
  }
}

function sentenceView(message: ScriptMessage, next: ScriptStep | undefined, context: Context): StepView {
  const view = messageView(message, context);
  const { redirectLeg, from, to, arrow, isReply } = message;
  const loose = looseEnd(message);
  if (loose) return { kind: loose.isFound ? 'found' : 'lost', ...view };
  if (redirectLeg === 'response') return { kind: 'redirect', ...view, target: targetOf(next, context) };
  if (redirectLeg === 'request') return { kind: 'follow', ...view };
  if (from === to) return { kind: 'self', ...view };
  if (isReply) return { kind: 'reply', ...view };
  return { kind: arrow.both ? 'exchange' : 'ask', ...view };
}

/** The two legs of a redirect are neighbours. */
const targetOf = (next: ScriptStep | undefined, { nameOf }: Context): string =>
  next?.kind === 'message' && next.redirectLeg === 'request' ? nameOf(next.to) : '';

function messageView(message: ScriptMessage, context: Context): AltView<'ask'> {
  const { number, from, to, channel, redirectLeg, arrow, create, destroy, tone, notes } = message;
  const text = oneLine(messageLines(message));
  const isFront = context.tellsChannels && channel === 'front' && redirectLeg === null;
  const isCrossed = arrow.head === 'cross';
  const hows = [...(isFront ? ['through-front-channel'] : []), ...(isCrossed ? ['in-vain'] : [])];
  return {
    number,
    from: context.nameOf(from),
    to: context.nameOf(to),
    text,
    stop: /[.!?…:]$/.test(text) ? '' : '.',
    isFront,
    isCrossed,
    how: toned('', tone, context.say) + hows.map((name) => ` ${context.say(name)}`).join(''),
    creates: create,
    ends: destroy === '' ? '' : context.nameOf(destroy),
    tone: toneWord(tone, context.say),
    notes: notes.map((note) => noteView(note, context)),
  };
}

function noteView({ participants, lines, tone }: ScriptNote, { nameOf, say }: Context): AltView<'note'> {
  const said = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  const [text = ''] = said.length === 1 ? said : [];
  const names = [...new Set(participants)].map(nameOf);
  return {
    participants: names,
    list: toned(sayAll(names, say), tone, say),
    tone: toneWord(tone, say),
    text: text.trim(),
    lines: said.length === 1 ? [] : said,
  };
}

function fragmentView({ type, branches }: ScriptFragment, context: Context): StepView {
  const numbered = (list: ScriptFragment['branches']) =>
    list.map((branch, index) => branchView(branch, index + 1, context));
  const [first, ...others] = branches;
  const only = {
    ...labelOf(first, context),
    steps: stepViews(first?.steps ?? [], context),
  };
  switch (type) {
    case 'alt':
    case 'par':
      return { kind: type, branches: numbered(branches) };
    case 'critical':
      return { kind: type, ...only, options: numbered(others) };
    case 'opt':
    case 'loop':
    case 'break':
    case 'group':
      return { kind: type, ...only };
  }
}

/** The label with the word for the branch's tone. */
function labelOf(branch: ScriptFragment['branches'][number] | undefined, { say }: Context) {
  const [label, tone] = [oneLine(branch?.lines ?? []), branch?.tone ?? null];
  return { label: label === '' ? toneWord(tone, say) : toned(label, tone, say), tone: toneWord(tone, say) };
}

/** '' for none. */
const toneWord = (tone: Tone | null, say: Say): string => (tone === null ? '' : say(`tone-${tone}`));

/** `text (danger)`; the text alone where there is no tone. */
const toned = (text: string, tone: Tone | null, say: Say): string =>
  tone === null ? text : say('toned', { text, tone: toneWord(tone, say) });

function branchView(branch: ScriptFragment['branches'][number], index: number, context: Context): AltView<'branch'> {
  const number = context.branch === '' ? String(index) : `${context.branch}.${index}`;
  return { number, ...labelOf(branch, context), steps: stepViews(branch.steps, { ...context, branch: number }) };
}

/** Joins lines into one sentence. */
export const oneLine = (lines: readonly string[]): string => joinLines(lines).replace(/\s+/g, ' ').trim();
