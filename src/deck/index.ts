export { deckView } from './deck.js';
export type { Deck, DeckSlide } from './deck.js';
export { blocksOf, cutPart, excerptOf, partsByPhase } from './parts.js';
export type { Part } from './parts.js';
export { highestDiagram, slideSvg, textPoints } from './slide.js';
export type { SlideRequest } from './slide.js';
export { deckShapes } from './deck-view.js';
