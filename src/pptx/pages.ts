/** The slides of a deck, before they are written. */
import type { Base } from './base.js';
import type { PptxDeck, PptxSlide } from './deck.js';
import type { Palette } from '../scene/index.js';
import { diagramPage, listPages, tablePages, titlePage } from './slides/index.js';
import type { Page } from './slides/index.js';

export interface PlannedSection {
  readonly name: string;
  readonly pages: readonly Page[];
}

export function pagesOf(deck: PptxDeck, base: Base, colors: Palette): readonly PlannedSection[] {
  const titles = new Set<string>();
  return deck.sections.map(({ name, slides }) => ({
    name,
    pages: slides
      .flatMap((slide) => pagesOfSlide(slide, deck, base, colors))
      .map((page) => ({ ...page, title: uniqueTitle(page.title, titles) })),
  }));
}

function pagesOfSlide(slide: PptxSlide, { build, words }: PptxDeck, base: Base, colors: Palette): readonly Page[] {
  switch (slide.kind) {
    case 'title':
      return [titlePage(slide, base, colors)];
    case 'list':
      return listPages(slide, base, colors, words.continued);
    case 'diagram':
      return [diagramPage(slide, base, build, words.reply)];
    case 'table':
      return tablePages(slide, base, colors, words.continued);
  }
}

/** Readers who can't see slides find them by their titles. */
function uniqueTitle(title: string, taken: Set<string>): string {
  const plain = title.replaceAll(/\s+/g, ' ').trim() || '…';
  let found = plain;
  for (let number = 2; taken.has(found.toLowerCase()); number++) found = `${plain} (${number})`;
  taken.add(found.toLowerCase());
  return found;
}
