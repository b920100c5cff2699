/** Prints a deck of slides by its stages. */
import { deckView } from '../deck/index.js';
import type { DeckSlide } from '../deck/index.js';
import { describeFlow } from '../description/index.js';
import type { Design } from '../design.js';
import type { Excerpt, Flow, Remark } from '../model/index.js';
import { putIntoWords } from '../words/index.js';
import type { Made } from './output.js';

/** Throws a TemplateFailure where a template fails. */
export function printDeck(
  flow: Flow,
  slides: readonly DeckSlide[],
  { templates }: Design,
  remarks: readonly Remark[] = [],
): Made & { readonly content: string } {
  const describe = (excerpt: Excerpt): string => {
    const { steps } = describeFlow(flow, putIntoWords(flow, 'alt', templates, { excerpt }));
    return templates.render('alt/excerpt', { steps }).trim();
  };
  return {
    path: `${flow.id}.deck.md`,
    content: templates.render('deck/deck', deckView(flow, slides, describe, remarks)),
  };
}
