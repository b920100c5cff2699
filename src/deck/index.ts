export { deckView } from './deck.js';
export type { Deck, DeckSlide } from './deck.js';
export { deckShapes } from './deck-view.js';
