/** What authflow says of itself, for documents: the help of its commands, and tables of its reference. */
import type { AttributeName } from '../docs/index.js';
import { embeddable, namedFormats, outputOf } from '../render.js';
import { helpOf } from './grammar/index.js';
import type { Commands } from './grammar/index.js';
import type { Manual } from './world/index.js';

const code = (text: string): string => `\`${text}\``;

const tables: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  formats: () => [
    ['`--format`', 'file in `out/`', 'what it is'],
    ...namedFormats.map((format) => [code(format), code(outputOf(format).files), outputOf(format).about]),
  ],
  attributes: () => [['attribute', 'what the block shows'], ...Object.values(attributeWords).flat()],
};

export const openManual = (commands: Commands): Manual => ({
  topics: [...Object.keys(commands), ...Object.keys(tables)],
  read(topic) {
    const table = Object.hasOwn(tables, topic) ? tables[topic] : undefined;
    if (table) return { kind: 'table', rows: table() };
    return topic === '' || Object.hasOwn(commands, topic) ? { kind: 'text', text: helpOf(topic, commands) } : null;
  },
});

/** A row for each way to write it. */
const attributeWords = {
  format: [
    ...Object.entries(embeddable).map(([format, { about }]) => [code(`format=${format}`), about] as const),
    ['`format=yaml`', 'the flow file'],
  ],
  section: [['`section=token-request`', 'one section of the page']],
  picture: [
    ['`picture`', 'the pictures in `out/`, for light and dark pages'],
    ['`picture=docusaurus`', '`<ThemedImage>`, which the page imports from `@theme/ThemedImage`'],
    ['`picture=markdown`', 'the picture for light pages as `![alt](path)`, for pandoc, wikis and MkDocs'],
  ],
  type: [['`type=png`', 'of a picture: PNG in place of SVG']],
  alt: [["`alt='…'`", "of a picture: other words than the flow's title and summary"]],
  step: [['`step=token-request`', 'of a diagram, one step with its answers, or one phase']],
  set: [['`set=host=example.com`', 'with this value of a variable']],
  theme: [['`theme=dark`', 'in this theme']],
  charset: [['`charset=ascii`', 'of a text diagram: 7-bit glyphs']],
  width: [['`width=72`', 'columns of a text diagram (72 by default), pixels of a picture']],
  block: [['`block=diagram`', 'in AsciiDoc: Mermaid for the diagram extension, not as source code']],
  help: [
    ['`help`, `help=render`', 'in place of a flow, after `authflow`: the help of the program, or of a command'],
    ['`help=attributes`', 'this table; also `help=formats`'],
  ],
} as const satisfies Record<AttributeName, readonly (readonly [written: string, about: string])[]>;
