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
  return { path, content: templatesIn(design, flow.lang).render('deck/deck', viewOf(flow, deck, design)) };
}

/** What the speaker says to each slide, in lines. */
export function printNotes(flow: Flow, deck: Deck, design: Design): readonly (readonly string[])[] {
  const templates = templatesIn(design, flow.lang);
  return viewOf(flow, deck, design).slides.map((slide) => templates.render('deck/notes', slide).trim().split('\n'));
}

function viewOf(flow: Flow, deck: Deck, design: Design): ReturnType<typeof deckView> {
  const templates = templatesIn(design, flow.lang);
  const { say } = templates.wording;
  const describe = (excerpt: Excerpt): string => {
    const { steps } = describeFlow(flow, putIntoWords(flow, 'alt', templates, { excerpt }), say);
    return templates.render('alt/excerpt', { steps }).trim();
  };
  return deckView(flow, deck, describe, say);
}
