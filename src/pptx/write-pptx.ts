/** Writes a deck as a PPTX file: native shapes on masters of our own, or of a template. */
import type { Base } from './base.js';
import { usualColors } from './colors/index.js';
import type { PptxDeck } from './deck.js';
import { ownBase } from './own/index.js';
import { contentTypes, filesOf, relationTypes, within, zip } from './package/index.js';
import type { Part } from './package/index.js';
import { partsOf } from './slide-parts.js';
import { presentationFile } from './presentation.js';
import { pagesOf } from './pages.js';
import { propertyParts } from './properties.js';

/** The same bytes for the same deck, on every machine and in every time zone. */
export function writePptx(deck: PptxDeck): Uint8Array {
  const colors = { ...usualColors, ...sceneColors(deck) };
  const base: Base = deck.template?.base ?? ownBase({ ...deck, colors });
  const sections = pagesOf(deck, base, colors);
  const slides = partsOf(sections, deck, base);
  const main = 'ppt/presentation.xml';
  const parts = new Map<string, Part>([
    ...base.parts,
    ...slides.parts,
    ...propertyParts(deck),
    [
      main,
      {
        content: presentationFile(base, sections, slides.ids),
        type: contentTypes.presentation,
        relationships: [
          ...base.presentation.relationships,
          ...slides.names.map((name, index) => within(slides.ids[index] ?? '', relationTypes.slide, name)),
        ],
      },
    ],
  ]);
  return zip(
    filesOf(parts, [
      within('rId1', relationTypes.presentation, main),
      within('rId2', relationTypes.core, 'docProps/core.xml'),
      within('rId3', relationTypes.app, 'docProps/app.xml'),
    ]),
  );
}

/** A deck has one theme: that of its first diagram. */
const sceneColors = ({ sections }: PptxDeck) =>
  sections.flatMap(({ slides }) => slides).find((slide) => slide.kind === 'diagram')?.scene.colors ?? {};
