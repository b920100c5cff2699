/** A flow in sentences. */
import { packaged } from 'packaged:templates';
import { describeFlow } from '../../src/description/description.js';
import type { Flow } from '../../src/model/flow.js';
import { makeTemplates } from '../../src/template/compiler/engine.js';
import { putIntoWords } from '../../src/words/words.js';
import { english } from '../builders/english.js';

const templates = makeTemplates(packaged, english);

export const describeInWords = (flow: Flow): string =>
  templates.render('alt/description', describeFlow(flow, putIntoWords(flow, 'alt', templates), english.say));
