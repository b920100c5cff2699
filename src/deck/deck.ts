/** Builds a Marp deck: a picture on each slide, and the speaker's notes. */
import { flatSteps, labelOf, remarksAt, sayCategory } from '../model/index.js';
import type { Excerpt, Flow, Remark, Say, Size, Step, Threat } from '../model/index.js';
import { asTitle } from '../source/index.js';
import type { Text } from '../source/index.js';
import type { DeckView } from './deck-view.js';

export interface DeckSlide {
  /** The file, beside the deck. */
  readonly picture: string;
  readonly title: string;
  /** The steps that are new on it. */
  readonly excerpt: Excerpt;
}

export interface Deck {
  readonly slides: readonly DeckSlide[];
  /** Of a slide, in pixels. */
  readonly size: Size;
  /** Findings; those that belong to no step go to the first slide. */
  readonly remarks?: readonly Remark[] | undefined;
}

/** @param describe the steps of an excerpt in sentences */
export function deckView(
  flow: Flow,
  { slides, size, remarks = [] }: Deck,
  describe: (excerpt: Excerpt) => string,
  say: Say,
): DeckView<'deck'> {
  return {
    lang: flow.lang,
    size: marpSize(size),
    // Every JSON string is a YAML string (YAML 1.2 §1.3).
    title: JSON.stringify(oneLine(flow.title)),
    slides: slides.map(({ picture, title, excerpt }, index) => ({
      picture,
      title: inComment(title),
      words: inComment(describe(excerpt)).split('\n'),
      threats: stepsIn(flow, excerpt)
        .flatMap(({ threats }) => threats)
        .map((threat) => threatView(threat, say)),
      findings: [...(index === 0 ? remarksOnAll(flow, remarks) : []), ...remarksIn(flow, excerpt, remarks)].map(
        findingView,
      ),
    })),
  };
}

/**
 * The nearest of the two sizes that all of Marp's own themes have; empty for 16:9, their default. Another size takes a theme of
 * one's own.
 *
 * @see https://github.com/marp-team/marp-core/tree/main/themes
 */
const marpSize = ({ width, height }: Size): string => (width / height < Math.sqrt((16 / 9) * (4 / 3)) ? '4:3' : '');

/** The steps themselves, and the fragments that begin with one of them. */
function stepsIn(flow: Flow, excerpt: Excerpt): readonly Step[] {
  return [...flatSteps(flow.steps)].filter((step) => {
    const first = [...flatSteps([step])].find(({ kind }) => kind === 'message' || kind === 'note');
    return first !== undefined && excerpt.has(first.id);
  });
}

const remarksOnAll = ({ id }: Flow, remarks: readonly Remark[]): readonly Remark[] =>
  remarks.filter(({ flow, at }) => flow === id && at === null);

/** Without duplicates: both messages of a redirect have the same place. */
const remarksIn = (flow: Flow, excerpt: Excerpt, remarks: readonly Remark[]): readonly Remark[] => [
  ...new Set(stepsIn(flow, excerpt).flatMap((step) => remarksAt(step, flow, remarks))),
];

const threatView = ({ title, stride, mitigation, source }: Threat, say: Say): DeckView<'threat'> => ({
  title: inComment(oneLine(title)),
  category: sayCategory(stride, say),
  mitigation: mitigation ? inComment(oneLine(mitigation)) : '',
  source: source ? inComment(oneLine(source)) : '',
});

const findingView = (remark: Remark): DeckView<'finding'> => ({
  rule: labelOf(remark),
  message: inComment(remark.message),
  fix: inComment(remark.fix),
  source: inComment(`${remark.source.name}, ${remark.source.url}`),
});

const oneLine = ({ plain }: Text): string => asTitle(plain);

/** Speaker's notes are an HTML comment, which these characters would end (HTML Living Standard §13.1.6). */
const inComment = (words: string): string => words.replaceAll(/--(?=!?>)/g, '- -');
