/** A folder of templates and its views, for the tests of the checks. */
import type { Source } from '../../src/source/source.js';
import { anyOf, flag, many, number, one, text, texts } from '../../src/model/view-shapes.js';
import type { ViewShapes } from '../../src/model/view-shapes.js';

const demoShapes = {
  folder: 'demo',
  types: {
    page: {
      title: text('The title.'),
      count: number('How many notes there are.'),
      isDraft: flag('It is a draft.'),
      tags: texts('Its tags.'),
      owner: one('person', 'Who wrote it.'),
      notes: many('note', 'Its notes.'),
      parts: anyOf(['note', 'group'], 'Its parts.'),
      sources: anyOf(['note', 'person'], 'Where it comes from.'),
    },
    note: { text: text('The text.'), author: one('person', 'Who wrote it.') },
    group: { title: text('The title.'), parts: anyOf(['note', 'group'], 'Its parts.') },
    person: { name: text('The name.') },
  },
} satisfies ViewShapes;

export const shapes: readonly ViewShapes[] = [demoShapes, { folder: 'other', types: { page: {} } }];

export const packaged: Readonly<Record<string, string>> = {
  'demo/page.hbs': '{{title}}\n{{#each parts}}\n{{> (lookup . "kind")}}\n{{/each}}\n',
  'demo/note.hbs': '- {{text}}\n',
  'demo/group.hbs': '{{title}}:\n{{#each parts}}\n  {{> (lookup . "kind")}}\n{{/each}}\n',
  'other/page.hbs': '',
};

/** The placeholders of words. */
export const words = { written: [], 'written-by': ['name', 'count'], hello: ['name'] } as const;

export const packagedSources: readonly Source[] = Object.entries(packaged).map(([path, text]) => ({ path, text }));
