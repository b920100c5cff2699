/** The view of the Mermaid templates: a tree of statements in which every text is escaped and every id is valid in Mermaid. */
import { anyOf, flag, many, number, text, type ViewShapes } from '../model/index.js';
import type { Channel, FragmentType, ParticipantShape } from '../model/index.js';

/** The root of templates/mermaid/. */
export interface MermaidView {
  readonly kind: 'diagram';
  readonly id: string;
  readonly noteAlign: 'left' | '';
  readonly themeVariables: readonly ThemeVariableView[];
  readonly header: readonly (TitleView | AccTitleView | AccDescrView | NumberingView)[];
  readonly groups: readonly GroupView[];
}

interface ThemeVariableView {
  readonly kind: 'theme-variable';
  readonly name: string;
  readonly value: string;
  readonly last: boolean;
}

interface TitleView {
  readonly kind: 'title';
  readonly text: string;
}

interface AccTitleView {
  readonly kind: 'acc-title';
  readonly text: string;
}

interface AccDescrView {
  readonly kind: 'acc-descr';
  readonly text: string;
}

export interface NumberingView {
  readonly kind: 'numbering';
  readonly active: boolean;
  readonly start: number;
  readonly step: number;
  readonly plain: boolean;
}

/** Statements without a blank line between them, and with one before them. */
export interface GroupView {
  readonly kind: 'group';
  readonly items: readonly (BoxView | ParticipantView | ShapedParticipantView | LinkView | StepView)[];
}

export interface BoxView {
  readonly kind: 'box';
  readonly color: string;
  readonly title: string;
  readonly participants: readonly (ParticipantView | ShapedParticipantView)[];
}

export interface ParticipantView {
  readonly kind: 'participant';
  readonly keyword: 'participant' | 'actor';
  readonly id: string;
  readonly label: string;
  readonly labelled: boolean;
  readonly created: boolean;
}

export interface ShapedParticipantView {
  readonly kind: 'shaped-participant';
  readonly shape: ParticipantShape;
  readonly id: string;
  readonly label: string;
  readonly labelled: boolean;
  readonly created: boolean;
}

export interface LinkView {
  readonly kind: 'link';
  readonly participant: string;
  readonly label: string;
  readonly url: string;
}

export type StepView =
  | MessageView
  | NoteView
  | FragmentView
  | HighlightView
  | PhaseView
  | DelayView
  | ReferenceView
  | ActivationView
  | DestroyView
  | NumberingView;

export interface MessageView {
  readonly kind: 'message';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly arrow: string;
  readonly mark: '' | '+' | '-';
  readonly text: string;
  readonly number: string;
  readonly channel: Channel;
  readonly isReply: boolean;
  readonly isRedirect: boolean;
  readonly before: readonly (ParticipantView | ShapedParticipantView | ActivationView | DestroyView)[];
  readonly after: readonly (ActivationView | LinkView | NoteView | HighlightView)[];
}

export interface NoteView {
  readonly kind: 'note';
  readonly placement: 'left of' | 'right of' | 'over';
  readonly participants: string;
  readonly text: string;
}

export interface FragmentView {
  readonly kind: 'fragment';
  readonly type: FragmentType;
  readonly branches: readonly BranchView[];
}

export interface BranchView {
  readonly kind: 'branch';
  readonly keyword: string;
  readonly label: string;
  readonly steps: readonly StepView[];
}

export interface HighlightView {
  readonly kind: 'highlight';
  readonly color: string;
  readonly steps: readonly StepView[];
}

interface SpanningNote {
  readonly participants: string;
  readonly text: string;
}

interface PhaseView extends SpanningNote {
  readonly kind: 'phase';
}

interface DelayView extends SpanningNote {
  readonly kind: 'delay';
}

interface ReferenceView extends SpanningNote {
  readonly kind: 'ref';
}

export interface ActivationView {
  readonly kind: 'activation';
  readonly keyword: 'activate' | 'deactivate';
  readonly participant: string;
}

interface DestroyView {
  readonly kind: 'destroy';
  readonly participant: string;
}

const participants = ['participant', 'shaped-participant'];
const steps = [
  ...['message', 'note', 'fragment', 'highlight', 'phase', 'delay', 'ref'],
  ...['activation', 'destroy', 'numbering'],
];
const spanned = text('The participants from which to which it is drawn: one id, or two: `C,SF`.');
const id = text('The id that the Mermaid uses: the flow’s own where Mermaid can read it.');
const label = text('The label, escaped; lines are separated by `<br/>`.');
const labelled = flag('False where the label equals the id.');
const created = flag('True where the next message creates the participant.');
const kind = text('The type’s name, which is the name of its template.');

export const mermaidShapes: ViewShapes = {
  folder: 'mermaid',
  types: {
    diagram: {
      kind,
      id: text('The flow’s id.'),
      noteAlign: text(
        '`left` where notes have indented lines; otherwise empty, for Mermaid’s own, which centres each line.',
      ),
      themeVariables: many('theme-variable', 'Mermaid theme variables; none for a theme that follows the host.'),
      header: anyOf(['title', 'acc-title', 'acc-descr', 'numbering'], 'The lines above the participants.'),
      groups: many('group', 'Everything else.'),
    },
    'theme-variable': {
      kind,
      name: text('The variable’s name: letters and digits.'),
      value: text('Its value; never contains a quote or a brace.'),
      last: flag('True for the last one, which no comma follows.'),
    },
    title: { kind, text: text('The drawn title, in one line.') },
    'acc-title': { kind, text: text('The title for screen readers, in one line.') },
    'acc-descr': { kind, text: text('The description for screen readers, in one line.') },
    numbering: {
      kind,
      active: flag('False where the numbering stops.'),
      start: number('The first number.'),
      step: number('From one number to the next.'),
      plain: flag('True for 1, 2, 3 from the diagram’s first message: then start and step need not be printed.'),
    },
    group: {
      kind,
      items: anyOf(['box', ...participants, 'link', ...steps], 'The statements of the group.'),
    },
    box: {
      kind,
      color: text('A CSS colour; always present, because Mermaid would otherwise take a title’s first word for one.'),
      title: text('The title, escaped; may be empty.'),
      participants: anyOf(participants, 'From left to right.'),
    },
    participant: { kind, keyword: text('`participant` or `actor`.'), id, label, labelled, created },
    'shaped-participant': { kind, shape: text('`boundary`, `control`, `entity` …'), id, label, labelled, created },
    link: { kind, participant: id, label: text('The link’s text, in one line.'), url: text('The address.') },
    message: {
      kind,
      id: text('The step’s id in the flow file, or empty.'),
      from: id,
      to: id,
      arrow: text('Mermaid’s arrow: `->>`, `-->>`, `-x` …'),
      mark: text('`+`: activates the receiver, `-`: deactivates the sender, or empty.'),
      text: text(
        'The text, escaped; lines are separated by `<br/>`. Contains the number where the flow numbers by label.',
      ),
      number: text('The message’s number, or empty.'),
      channel: text('`front`, `back` or `local`.'),
      isReply: flag('True for a reply.'),
      isRedirect: flag('True for a leg of a redirect through the browser.'),
      before: anyOf([...participants, 'activation', 'destroy'], 'Statements that must precede the message.'),
      after: anyOf(
        ['activation', 'link', 'note', 'highlight'],
        'Statements that belong to the message, such as its notes.',
      ),
    },
    note: {
      kind,
      placement: text('`left of`, `right of` or `over`.'),
      participants: text('One id, or two: `C,SF`.'),
      text: text('The text, escaped; lines are separated by `<br/>`.'),
    },
    fragment: {
      kind,
      type: text('`alt`, `opt`, `loop`, `par`, `critical` or `break`. A `group` is a highlight with a note.'),
      branches: many('branch', 'One, or more for alt, par and critical.'),
    },
    branch: {
      kind,
      keyword: text('What opens the branch: the fragment’s type, then `else`, `and` or `option`.'),
      label: text('The label, escaped; may be empty.'),
      steps: anyOf(steps, 'The branch’s steps.'),
    },
    highlight: { kind, color: text('A CSS colour.'), steps: anyOf(steps, 'The steps in the region.') },
    phase: { kind, participants: spanned, text: text('The title of the phase that begins, escaped.') },
    delay: { kind, participants: spanned, text: text('How much time passes, escaped.') },
    ref: { kind, participants: spanned, text: text('The title of the flow that happens here, escaped.') },
    activation: { kind, keyword: text('`activate` or `deactivate`.'), participant: id },
    destroy: { kind, participant: id },
  },
};
