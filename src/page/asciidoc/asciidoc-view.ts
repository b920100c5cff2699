/** What the templates of templates/asciidoc/ may read: what those of the page may, in AsciiDoc, and the marks of headings. */
import { text } from '../../model/index.js';
import type { ViewOf, ViewShapes } from '../../model/index.js';
import { pageShapes } from '../page-view.js';

const headed = {
  marks: text('As many `=` as the heading is deep; empty where the document has a heading of its own for it.'),
};

const { gallery: _gallery, family: _family, entry: _entry, ...types } = pageShapes.types;

export const asciidocShapes = {
  folder: 'asciidoc',
  types: {
    ...types,
    page: { ...headed, ...types.page },
    'when-to-use': { ...headed, ...types['when-to-use'] },
    'when-not-to-use': { ...headed, ...types['when-not-to-use'] },
    prerequisites: { ...headed, ...types.prerequisites },
    mermaid: { ...headed, ...types.mermaid },
    picture: { ...headed, ...types.picture },
    diagram: { ...headed, ...types.diagram },
    sample: { ...headed, ...types.sample },
    response: { ...headed, ...types.response },
    programs: { ...headed, ...types.programs },
    program: { ...headed, ...types.program },
    section: { ...types.section, ...headed },
    security: { ...headed, ...types.security },
    threats: { ...headed, ...types.threats },
    findings: { ...headed, ...types.findings },
    limitations: { ...headed, ...types.limitations },
    customization: { ...headed, ...types.customization },
    fence: {
      ...types.fence,
      open: text('The style, such as `[source,bash]`, if there is one, and the delimiter on a line of its own.'),
      close: text('The delimiter, which no line of the text is.'),
    },
  },
} as const satisfies ViewShapes;

type AsciidocType = keyof typeof asciidocShapes.types;

/** A view that a list of several types can hold. */
export type AsciidocViewOf<Type extends AsciidocType> = Type extends AsciidocType
  ? ViewOf<typeof asciidocShapes, Type> & { readonly kind: Type }
  : never;
