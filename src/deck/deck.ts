/** Slides as a Marp deck: a picture each, and what there is to say about it. */
import type { Excerpt } from '../model/excerpt.js';
import { strideCategories } from '../model/flow.js';
import type { Flow, Threat } from '../model/flow.js';
import { flatSteps } from '../model/walk.js';
import type { Text } from '../text.js';
import type { DeckView } from './view.js';

export interface DeckSlide {
  /** The file, beside the deck. */
  readonly picture: string;
  readonly title: string;
  /** The steps that are new on it. */
  readonly excerpt: Excerpt;
}

/** @param describe the steps of an excerpt in sentences */
export function deckView(
  flow: Flow,
  slides: readonly DeckSlide[],
  describe: (excerpt: Excerpt) => string,
): DeckView<'deck'> {
  return {
    // JSON's strings are YAML's (YAML 1.2 §1.3).
    title: JSON.stringify(oneLine(flow.title)),
    slides: slides.map(({ picture, title, excerpt }) => ({
      picture,
      title: inComment(title),
      words: inComment(describe(excerpt)).split('\n'),
      threats: threatsIn(flow, excerpt).map(threatView),
    })),
  };
}

/** Those of the steps themselves, and of the fragments that begin with one of them. */
function threatsIn(flow: Flow, excerpt: Excerpt): readonly Threat[] {
  return [...flatSteps(flow.steps)].flatMap((step) => {
    const first = [...flatSteps([step])].find(({ kind }) => kind === 'message' || kind === 'note');
    return first && excerpt.has(first) ? step.threats : [];
  });
}

const threatView = ({ title, stride, mitigation, source }: Threat): DeckView<'threat'> => ({
  title: inComment(oneLine(title)),
  category: strideCategories[stride] ?? '',
  mitigation: mitigation ? inComment(oneLine(mitigation)) : '',
  source: source ? inComment(oneLine(source)) : '',
});

const oneLine = ({ plain }: Text): string => plain.replaceAll(/\s+/g, ' ').trim();

/** A speaker's notes are an HTML comment, which these would end (HTML Living Standard §13.1.6). */
const inComment = (words: string): string => words.replaceAll(/--(?=!?>)/g, '- -');
