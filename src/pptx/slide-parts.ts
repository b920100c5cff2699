/** Writes slides and their notes as parts of the package. */
import type { Base } from './base.js';
import { inksOf } from './colors/index.js';
import type { PptxDeck } from './deck.js';
import { contentTypes, relationTypes, within } from './package/index.js';
import type { Part, Relationship } from './package/index.js';
import type { PlannedSection } from './pages.js';
import { fitType, notesFile, printParagraphs, printPlaceholder, slideFile, TITLE_ID } from './slides/index.js';
import type { Page } from './slides/index.js';

export interface SlideParts {
  readonly parts: readonly (readonly [string, Part])[];
  /** Of the slides, in their order: the names of their parts, and their ids in the presentation. */
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

const slideName = (number: number): string => `ppt/slides/slide${number}.xml`;
const notesName = (number: number): string => `ppt/notesSlides/notesSlide${number}.xml`;

export function partsOf(sections: readonly PlannedSection[], deck: PptxDeck, base: Base): SlideParts {
  const pages = sections.flatMap((section) => section.pages);
  const firsts = sections.map(({ pages: [first] }) => (first ? pages.indexOf(first) + 1 : null));
  return {
    parts: pages.flatMap((page, index) => partsOfPage(page, index + 1, { deck, base, firsts })),
    names: pages.map((_, index) => slideName(index + 1)),
    ids: pages.map((_, index) => `rIdSlide${index + 1}`),
  };
}

interface Around {
  readonly deck: PptxDeck;
  readonly base: Base;
  /** The numbers of the first slides of sections. */
  readonly firsts: readonly (number | null)[];
}

/** Hundredths of points: smaller titles can't be read. */
const LEAST_TITLE = 1400;

function partsOfPage(page: Page, number: number, { deck, base, firsts }: Around): readonly (readonly [string, Part])[] {
  const { lang } = deck;
  const relationships: Relationship[] = [within('rId1', relationTypes.layout, page.layout.part)];
  if (page.notes.length > 0) relationships.push(within('rId2', relationTypes.notesSlide, notesName(number)));
  const relate = (type: string, target: string, isExternal: boolean): string => {
    const known = relationships.find((one) => one.target === target && one.isExternal === isExternal);
    if (known) return known.id;
    const id = `rId${relationships.length + 3}`;
    relationships.push({ id, type, target, isExternal });
    return id;
  };
  const { title } = page.layout;
  const size = fitType([page.title], title.box, { size: title.size, least: LEAST_TITLE, isBold: true });
  const { shapes, timing } = page.draw({
    base,
    lang,
    scale: base.size.cy / deck.size.height,
    ink: inksOf({
      ...{ palette: page.colors, page: base.page },
      ...{ scheme: base.scheme, isOwn: base.isOwn, names: base.slotNames },
    }),
    relate: (href) => relate(relationTypes.hyperlink, href, true),
    relateSection: (section) => {
      const first = firsts[section];
      return first === undefined || first === null ? null : relate(relationTypes.slide, slideName(first), false);
    },
  });
  const said = printParagraphs({ paragraphs: [page.title], size: size === title.size ? null : size, lang });
  const written = slideFile(printPlaceholder(title, TITLE_ID, 'Title', said) + shapes, timing);
  const slide: Part = { content: written, type: contentTypes.slide, relationships };
  const notes: Part = {
    content: notesFile(page.notes, lang),
    type: contentTypes.notesSlide,
    relationships: [
      within('rId1', relationTypes.notesMaster, base.notesMaster),
      within('rId2', relationTypes.slide, slideName(number)),
    ],
  };
  return [[slideName(number), slide], ...(page.notes.length > 0 ? [[notesName(number), notes] as const] : [])];
}
