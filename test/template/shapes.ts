import { altShapes } from '../../src/alt/view.js';
import { asciiShapes } from '../../src/ascii/view.js';
import { mermaidShapes } from '../../src/mermaid/view.js';
import { pageShapes } from '../../src/page/view.js';
import { wordsShapes } from '../../src/template/words-view.js';
import type { ViewShapes } from '../../src/view.js';

export const allShapes: readonly ViewShapes[] = [wordsShapes, pageShapes, mermaidShapes, asciiShapes, altShapes];
