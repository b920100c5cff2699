/** Puts a flow into words for one medium. The templates of templates/words/ print the words of each element. */
import { messagesOf, sayList } from '../model/index.js';
import type { Excerpt, Flow, Medium, Participant, Say, Script, ScriptParticipant } from '../model/index.js';
import type { Templates } from '../template/index.js';
import { wordsOf } from './context.js';
import { makeCounter } from './counter.js';
import { makeWriter, oneLine } from './element-lines.js';
import type { Writer } from './element-lines.js';
import { endActivations } from './end-activations.js';
import { legendInWords } from './legend.js';
import { chooseMarks, unmarked } from './marks.js';
import type { Charset } from './marks.js';
import { phaseNumbers } from './phase-numbers.js';
import { fillStepNumbers, type Legs } from './step-numbers.js';
import { stepsInWords } from './steps-in-words.js';
import type { WordsView } from './words-view.js';

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
  // The description says what marks mean, and pictures draw them.
  const marks = medium === 'alt' || medium === 'picture' ? unmarked : chooseMarks(flow, charset);
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
