/** Puts the description into sentences inside of sentences, which every markup language prints as lists. */
import type { Say } from '../model/index.js';
import type { AltView, StepView } from './description-view.js';

export interface Sentence {
  /** '' for none. */
  readonly number: string;
  readonly text: string;
  /** What follows the text on lines of its own. */
  readonly lines: readonly string[];
  /** Notes of a message, steps and branches of a fragment. */
  readonly inside: readonly Sentence[];
}

export interface Outline {
  readonly participants: readonly Sentence[];
  readonly steps: readonly Sentence[];
}

/** The same words as in `templates/alt/`. `say`: in the language of the view. */
export const outlineOf = ({ participants, steps }: AltView<'description'>, say: Say): Outline => ({
  participants: participants.map((participant) => participantSentence(participant, say)),
  steps: sentencesOf(steps, say),
});

const sentence = (text: string, inside: readonly Sentence[] = []): Sentence => ({
  number: '',
  text,
  lines: [],
  inside,
});

function participantSentence({ label, kind, box, zone, links }: AltView<'participant'>, say: Say): Sentence {
  const more = [...(box ? [say('in-box', { box })] : []), ...(zone ? [say('in-zone', { zone })] : [])];
  const text = [kind ? `${label} (${kind})` : label, ...more].join(', ');
  return sentence(
    text,
    links.map((link) => sentence(`${link.label}: ${link.url}`)),
  );
}

const sentencesOf = (steps: readonly StepView[], say: Say): readonly Sentence[] =>
  steps.map((step) => sentenceOf(step, say));

/** A branch, or a fragment of one. */
const insideOf = (steps: readonly StepView[], say: Say): readonly Sentence[] =>
  steps.length === 0 ? [sentence(say('nothing'))] : sentencesOf(steps, say);

function sentenceOf(step: StepView, say: Say): Sentence {
  switch (step.kind) {
    case 'note':
      return noteSentence(step, say);
    case 'alt':
      return sentence(say('cases'), branchSentences('case', step.branches, say));
    case 'par':
      return sentence(say('parts'), branchSentences('part', step.branches, say));
    case 'critical': {
      const options = branchSentences('option', step.options, say);
      return sentence(labelled('critical', step, say), [...insideOf(step.steps, say), ...options]);
    }
    case 'opt':
    case 'loop':
    case 'break':
    case 'group':
      return sentence(labelled(openings[step.kind], step, say), insideOf(step.steps, say));
    case 'highlight': {
      const { tone } = step;
      return sentence(tone ? say('highlighted-as', { tone }) : say('highlighted'), insideOf(step.steps, say));
    }
    case 'phase':
      return sentence(say('phase', { title: step.title }));
    case 'delay':
      return sentence(say('time-passes', { text: step.text }));
    case 'ref':
      return sentence(say('another-flow', { text: step.text }));
    case 'ask':
    case 'reply':
    case 'self':
    case 'found':
    case 'lost':
    case 'exchange':
    case 'redirect':
    case 'follow': {
      const { number, text, stop, creates, to, ends, notes } = step;
      const said = `${acted(step, say)}${text ? `: ${text}` : ''}${stop}`;
      const begins = creates ? ` ${say('begins-here', { name: to })}` : '';
      const ended = ends ? ` ${say('ends-here', { name: ends })}` : '';
      return { number, text: said + begins + ended, lines: [], inside: notes.map((note) => noteSentence(note, say)) };
    }
  }
}

type MessageView = Exclude<StepView, { readonly kind: keyof typeof openings | UnlikeMessages }>;
type UnlikeMessages = 'note' | 'alt' | 'par' | 'critical' | 'highlight' | 'phase' | 'delay' | 'ref';

const openings = { opt: 'optionally', loop: 'repeatedly', break: 'instead', group: 'together' } as const;

/** Who sends what kind of message to whom. */
function acted(step: MessageView, say: Say): string {
  const { from, to, how } = step;
  switch (step.kind) {
    case 'ask':
      return say('asks', { from, to, how });
    case 'reply':
      return say('replies', { from, to, how });
    case 'self':
      return say('on-its-own', { from, how });
    case 'found':
      return say('found', { to, how });
    case 'lost':
      return say('lost', { from, how });
    case 'exchange':
      return say('exchange', { from, to, how });
    case 'follow':
      return say('follows', { from, to, how });
    case 'redirect':
      return step.target
        ? say('redirects-to', { from, to, target: step.target, how })
        : say('redirects', { from, to, how });
  }
}

const noteSentence = ({ list, text, lines }: AltView<'note'>, say: Say): Sentence => {
  const opening = say('note-on', { participants: list });
  return { ...sentence(text ? `${opening} ${text}` : opening), lines };
};

type Labelled = (typeof openings)[keyof typeof openings] | 'critical';

const labelled = (word: Labelled, { label }: { readonly label: string }, say: Say): string =>
  label ? say(`${word}-if`, { label }) : say(word);

const branchSentences = (
  word: 'case' | 'part' | 'option',
  branches: readonly AltView<'branch'>[],
  say: Say,
): readonly Sentence[] =>
  branches.map(({ number, label, steps }) =>
    sentence(label ? say(`${word}-if`, { number, label }) : say(word, { number }), insideOf(steps, say)),
  );
