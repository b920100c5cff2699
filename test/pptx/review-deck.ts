/** A deck of a review: an agenda, a flow, and tables that need several slides. */
import type { PptxDeck } from '../../src/pptx/index.js';
import { loadFlow } from '../flows/load.js';
import { deckOf, plainDeck } from './decks.js';

const flow = deckOf(loadFlow('client-credentials'));

export const reviewDeck: PptxDeck = {
  ...plainDeck,
  title: 'Review',
  sections: [
    {
      name: 'Review',
      slides: [
        {
          ...{ kind: 'title', title: 'Review', subtitle: 'Two flows\nDraft', notes: ['Welcome.'] },
          links: [
            { name: 'RFC 6749', url: 'https://www.rfc-editor.org/rfc/rfc6749' },
            { name: 'A standard on paper', url: 'urn:iso:1' },
          ],
        },
        {
          ...{ kind: 'list', title: 'Agenda', notes: [] },
          items: [{ text: 'Client credentials', section: 1 }, { text: 'Threats', section: 3 }, { text: 'הערות' }],
        },
      ],
    },
    ...flow.sections,
    {
      name: 'Threats',
      slides: [
        {
          ...{ kind: 'table', title: 'Threats', notes: ['In all flows.'] },
          columns: [
            { title: 'Step', share: 2 },
            { title: 'STRIDE', share: 1 },
            { title: 'Mitigation', share: 5 },
            { title: 'Source', share: 2 },
          ],
          rows: Array.from({ length: 40 }, (_, index) => [
            `Request ${index + 1}`,
            'T',
            'The authorization server compares the address with the registered one, letter by letter. '.repeat(
              1 + (index % 3),
            ),
            'RFC 9700 §4.1',
          ]),
        },
        {
          ...{ kind: 'table', title: 'Findings', notes: [], columns: [{ title: 'Finding', share: 1 }] },
          rows: [['A text that is longer than a slide. '.repeat(300)], ['']],
        },
      ],
    },
  ],
};
