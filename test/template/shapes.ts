import { altShapes } from '../../src/description/description-view.js';
import { deckShapes } from '../../src/deck/deck-view.js';
import { asciiShapes } from '../../src/text-diagram/ink/rows-view.js';
import { mermaidShapes } from '../../src/mermaid/mermaid-view.js';
import { asciidocShapes } from '../../src/page/asciidoc/asciidoc-view.js';
import { pageShapes } from '../../src/page/page-view.js';
import { wordsShapes } from '../../src/words/words-view.js';
import type { ViewShapes } from '../../src/model/view-shapes.js';

export const allShapes: readonly ViewShapes[] = [
  wordsShapes,
  pageShapes,
  asciidocShapes,
  mermaidShapes,
  asciiShapes,
  altShapes,
  deckShapes,
];
