export { deckView } from './deck.js';
export type { Deck, DeckSlide } from './deck.js';
export { blocksOf, cutPart, excerptOf, partsByPhase } from './parts.js';
export type { Part } from './parts.js';
export { deckShapes } from './deck-view.js';
