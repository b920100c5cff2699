/** authflow's own reference, for documents: the help of its commands, and tables. */
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

/** One row per form of an attribute. */
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
  type: [['`type=png`', 'a picture as PNG instead of SVG']],
  fit: [['`picture fit=a4`', 'the parts of a picture that is cut for paper, each with a caption']],
  describe: [['`describe`', 'with `picture`: the flow in sentences, folded, under the picture']],
  alt: [["`alt='…'`", "the description of a picture, instead of the flow's title and summary"]],
  step: [['`step=token-request`', 'a diagram of one step with its replies, or of one phase']],
  set: [['`set=host=example.com`', 'with this value of a variable']],
  theme: [['`theme=dark`', 'in this theme']],
  charset: [['`charset=ascii`', 'a text diagram in 7-bit glyphs']],
  width: [['`width=100`', 'the width of a text diagram in columns (default: 72), of a picture in pixels']],
  block: [['`block=diagram`', 'in AsciiDoc: Mermaid for the diagram extension, not as source code']],
  fence: [["`fence='::: mermaid'`", 'as code that begins with this line; `fence=[mermaid,login]` in AsciiDoc']],
  help: [
    ['`help`, `help=render`', 'after `authflow` instead of a flow: the help of the program, or of a command'],
    ['`help=attributes`', 'this table; also `help=formats`'],
  ],
} as const satisfies Record<AttributeName, readonly (readonly [written: string, about: string])[]>;
