/** The view that templates/deck/ receives, and its shapes. Experimental: it may change between releases. */
import { many, text, texts } from '../model/index.js';
import type { ViewOf, ViewShapes } from '../model/index.js';

export const deckShapes = {
  folder: 'deck',
  types: {
    deck: {
      lang: text('The language tag (BCP 47); empty where neither the flow nor its project names one.'),
      title: text("The flow's title as a YAML scalar."),
      size: text("The slides' size, as Marp's themes name it: `4:3`; empty for 16:9, their default."),
      slides: many('slide', 'In order; at least one.'),
    },
    slide: {
      picture: text('The file, beside the deck.'),
      title: text("The slide's title, in one line."),
      words: texts('The steps in numbered sentences, for the speaker. They cannot end an HTML comment.'),
      threats: many('threat', 'Those of the steps.'),
      findings: many('finding', 'What the security rules found at the steps.'),
    },
    threat: {
      title: text('The threat, in one line.'),
      category: text('Its STRIDE category; empty where none is given.'),
      mitigation: text('In one line; may be empty.'),
      source: text('In one line; may be empty.'),
    },
    finding: {
      rule: text("The security rule's id."),
      message: text('What is wrong, in one line.'),
      fix: text('How to fix it, in one line.'),
      source: text('The section of the standard that requires it, and its address.'),
    },
  },
} satisfies ViewShapes;

export type DeckView<Type extends keyof typeof deckShapes.types> = ViewOf<typeof deckShapes, Type>;
