/** Puts a flow into words for one medium. The templates of templates/words/ print the words of each element. */
import { hasPhaseInside, messagesOf, phaseBefore, sayList } from '../model/index.js';
import type {
  Delay,
  Excerpt,
  Flow,
  FlowReference,
  Fragment,
  FragmentType,
  Lines,
  Medium,
  Message,
  Note,
  NumberingChange,
  Participant,
  Say,
  Script,
  ScriptDelay,
  ScriptMessage,
  ScriptNote,
  ScriptNumbering,
  ScriptParticipant,
  ScriptPhase,
  ScriptReference,
  ScriptStep,
  Step,
} from '../model/index.js';
import type { Templates } from '../template/index.js';
import { legOf, makeCounter, takeOwnNumber } from './counter.js';
import type { Counter } from './counter.js';
import { makeWriter, oneLine } from './element-lines.js';
import { cutWords, isDrawn, isLeftOut, restOf, settle } from './cut.js';
import type { Cut } from './cut.js';
import { fillStepNumbers, type Legs } from './step-numbers.js';
import type { Writer } from './element-lines.js';
import { requestView, responseView } from './http-view.js';
import { chooseDrawn } from './drawn.js';
import { endActivations } from './end-activations.js';
import { legendInWords } from './legend.js';
import { phaseNumbers } from './phase-numbers.js';
import { chooseMarks, channelMark, markLines, toneMark, unmarked } from './marks.js';
import type { Charset, Marks } from './marks.js';
import type { WordsView } from './words-view.js';

/** What the words of an element depend on, besides the element itself. */
interface WordsContext extends Cut {
  readonly write: Writer;
  readonly counter: Counter;
  readonly marks: Marks;
  /** Labels in one line, by participant id. */
  readonly names: ReadonlyMap<string, string>;
  readonly legs: Legs;
  readonly say: Say;
  readonly drawsPhases: boolean;
}

interface WordsOptions {
  /** The charset of the marks. */
  readonly charset?: Charset;
  /** Only these steps are included, with their numbers in the whole flow; null for all. */
  readonly excerpt?: Excerpt | null;
  /** How messages are numbered by legs, as the style `rfc` has them; null for plain numbers. */
  readonly legs?: Legs;
  /** What trust zones are called, by name. Default: their names. */
  readonly zoneNames?: ReadonlyMap<string, string>;
}

/** Throws a TemplateFailure where a template fails. */
export function putIntoWords(
  said: Flow,
  medium: Medium,
  templates: Templates,
  { charset = 'unicode', excerpt = null, legs = null, zoneNames = new Map() }: WordsOptions = {},
): Script {
  const { say } = templates.wording;
  const flow = fillStepNumbers(said, medium, legs);
  const write = makeWriter(templates, medium === 'text' ? flow.ascii.emoji : 'keep');
  const names = new Map(
    flow.participants.map((participant) => [participant.id, oneLine(labelOf(participant, medium))]),
  );
  const counter = makeCounter(flow.numbering, {
    medium,
    phases: phaseNumbers(flow.steps),
    oneForRedirects: legs !== null,
  });
  const autonumber = counter.badge();
  const marks = medium === 'alt' ? unmarked : chooseMarks(flow, charset);
  // An excerpt is a part of a phase, and whoever shows it says which.
  const drawsPhases = flow.phases === 'drawn' && excerpt === null;
  return {
    id: flow.id,
    heading: flow.heading ? write.lines('heading', { title: flow.title.plain }) : [],
    accTitle: oneLine(flow.title.plain),
    accDescr: write.lines('description', descriptionView(flow, [...names.values()], medium, say)).join(' '),
    autonumber,
    participants: flow.participants.map((participant) => participantInWords(participant, medium, write, say)),
    boxes: flow.boxes.map(({ title, color, zone, first, last }) => ({
      lines: write.lines('box', { title: title.plain, zone }),
      color: color?.plain ?? '',
      zone,
      zoneName: zoneNames.get(zone) ?? zone,
      first,
      last,
    })),
    unnamedBox: say('unnamed-box'),
    steps: [
      ...endActivations(
        stepsInWords(flow.steps, { medium, write, counter, marks, names, excerpt, legs, say, drawsPhases }),
      ),
      ...legendInWords(flow, { medium, write, marks, names, say, zoneNames }),
    ],
  };
}

const labelOf = ({ label, asciiLabel }: Participant, medium: Medium): string => wordsOf(label, asciiLabel, medium);

/** The author's words for the text diagram, where there are any. */
const wordsOf = (text: { plain: string }, ascii: { plain: string } | null, medium: Medium): string =>
  ((medium === 'text' ? ascii : null) ?? text).plain;

function descriptionView(
  flow: Flow,
  participants: readonly string[],
  medium: Medium,
  say: Say,
): WordsView<'description'> {
  const messages = [...messagesOf(flow.steps)].map(({ text, asciiText }) => oneLine(wordsOf(text, asciiText, medium)));
  return {
    summary: oneLine(flow.summary.plain),
    participants,
    list: sayList(participants, say),
    messages: messages.length,
    first: messages[0] ?? '',
    last: messages.length > 1 ? (messages.at(-1) ?? '') : '',
  };
}

function participantInWords(participant: Participant, medium: Medium, write: Writer, say: Say): ScriptParticipant {
  const { id, kind, shape, links, span } = participant;
  return {
    id,
    lines: write.lines('participant', { label: labelOf(participant, medium), kind }),
    kind,
    shape,
    shapeName: shape === 'participant' ? '' : say(`shape-${shape}`),
    links: links.map(({ label, url }) => ({ label: write.text(label.plain), url: url.plain })),
    span,
  };
}

/** `container`: the fragment or region whose first list of steps this is, otherwise null. */
function stepsInWords(
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

/** In an excerpt, a message after a gap is preceded by its badge number. */
function messageInWords(message: Message, context: WordsContext): readonly ScriptStep[] {
  const { id, isNamed, from, to, arrow, isReply, channel, redirectLeg, activate, deactivate, create, destroy, span } =
    message;
  const { medium, names, counter, marks, write, excerpt, legs } = context;
  const { number, isLabel, restart } = counter.count(message, excerpt?.has(message.id) ?? true);
  const own = takeOwnNumber(
    isLabel && legs !== 'letters' ? number : '',
    wordsOf(message.text, message.asciiText, medium),
  );
  const words = write.message({
    ...own,
    leg: isLabel && legs === 'letters' ? legOf(number) : legs === 'digits' ? own.number : '',
    mark: [channelMark(message, marks), toneMark(message.tone, marks)].filter((mark) => mark !== '').join(' '),
    from: names.get(from) ?? from,
    to: names.get(to) ?? to,
    channel,
    isRedirect: redirectLeg !== null,
    isReply,
  });
  const notes = message.notes.filter((note) => !isLeftOut(note, context)).flatMap((note) => noteInWords(note, context));
  const said: ScriptMessage = {
    kind: 'message',
    step: id,
    id: isNamed ? id : '',
    span,
    ...{ from, to, arrow, isReply, channel, redirectLeg, activate, deactivate, create, destroy },
    ...words,
    number,
    tone: message.tone,
    notes,
  };
  return restart ? [{ kind: 'numbering', step: id, autonumber: restart }, said] : [said];
}

/** Empty for a note without content, as for a request that has only a method and a path. */
function noteInWords(note: Note, context: WordsContext): readonly ScriptNote[] {
  const { placement, participants, tone } = note;
  const lines = noteLines(note, context);
  if (lines.length === 0) return [];
  return [{ kind: 'note', step: note.id, tone, placement, participants, lines: markLines(lines, tone, context.marks) }];
}

function noteLines({ body, asciiText }: Note, { medium, write, legs }: WordsContext): Lines {
  if (medium === 'text' && asciiText) return write.lines('note', { text: asciiText.plain });
  switch (body.kind) {
    case 'text':
      return write.lines('note', { text: body.text.plain });
    case 'request':
      return write.lines('request', requestView(body.request, chooseDrawn(body.only, legs !== null)));
    case 'response':
      return write.lines('response', responseView(body.response, chooseDrawn(body.only, legs !== null)));
  }
}
