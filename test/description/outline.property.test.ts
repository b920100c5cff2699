/** The description in the markup of documents says, word by word, what the description as a text says. */
import { expect, test } from 'vitest';
import { outlineOf } from '../../src/description/outline.js';
import type { Sentence } from '../../src/description/outline.js';
import { packagedDesign, templatesIn } from '../../src/design.js';
import type { Flow } from '../../src/model/flow.js';
import { describe } from '../../src/outputs/describe.js';
import { openMaking } from '../../src/outputs/making.js';
import { construct, constructs } from '../constructs/constructs.js';
import { flowIds, loadFlow } from '../flows/load.js';

const spell = ({ number, text, lines, inside }: Sentence): string =>
  [number === '' ? '' : `${number}.`, text, ...lines, ...inside.map(spell)].join('');
const squeezed = (text: string): string => text.replace(/^ *- /gm, '').replace(/\s+/g, '');

function bothOf(flow: Flow): readonly [text: string, outline: string] {
  const making = openMaking(flow, {}, () => undefined);
  const { render, wording } = templatesIn(packagedDesign(), flow.lang);
  const view = describe(making);
  const { participants, steps } = outlineOf(view, wording.say);
  const [, text = ''] = render('alt/description', view).split(`${wording.say('participants')}\n`);
  const said = [...participants.map(spell), wording.say('steps'), ...steps.map(spell)].join('');
  return [squeezed(text), squeezed(said)];
}

test.each(flowIds)('%s', (id) => {
  const [text, outline] = bothOf(loadFlow(id));
  expect(outline).toBe(text);
});

test.each(constructs)('docs/constructs/%s', (name) => {
  const [text, outline] = bothOf(construct(name).flow);
  expect(outline).toBe(text);
});
