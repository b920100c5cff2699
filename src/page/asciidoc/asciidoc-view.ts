/** The views that templates/asciidoc/ receives: those of the page, in AsciiDoc, with the marks of headings. */
import { text } from '../../model/index.js';
import type { ViewOf, ViewShapes } from '../../model/index.js';
import { pageShapes } from '../page-view.js';

const headed = {
  marks: text('One `=` per level of the heading; empty where the document has its own heading for it.'),
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
    references: { ...headed, ...types.references },
    fence: {
      ...types.fence,
      open: text('The style, such as `[source,bash]`, if there is one, and the delimiter on its own line.'),
      close: text('The delimiter; no line of the text equals it.'),
    },
  },
} as const satisfies ViewShapes;

type AsciidocType = keyof typeof asciidocShapes.types;

/** A view in a list of several types. */
export type AsciidocViewOf<Type extends AsciidocType> = Type extends AsciidocType
  ? ViewOf<typeof asciidocShapes, Type> & { readonly kind: Type }
  : never;
