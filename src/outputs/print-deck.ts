/** Prints a deck of slides by its stages. */
import { deckView } from '../deck/index.js';
import type { Deck } from '../deck/index.js';
import { describeFlow } from '../description/index.js';
import { templatesIn } from '../design.js';
import type { Design } from '../design.js';
import type { Excerpt, Flow } from '../model/index.js';
import { putIntoWords } from '../words/index.js';
import type { Made } from './output.js';

/** Throws a TemplateFailure where a template fails. */
export function printDeck(
  flow: Flow,
  { path, ...deck }: Deck & Pick<Made, 'path'>,
  design: Design,
): Made & { readonly content: string } {
  const templates = templatesIn(design, flow.lang);
  const { say } = templates.wording;
  const describe = (excerpt: Excerpt): string => {
    const { steps } = describeFlow(flow, putIntoWords(flow, 'alt', templates, { excerpt }), say);
    return templates.render('alt/excerpt', { steps }).trim();
  };
  return {
    path,
    content: templates.render('deck/deck', deckView(flow, deck, describe, say)),
  };
}
