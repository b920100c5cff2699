export { Passage } from './passage.js';
export type { PassageKind, TextLine, Wrapped } from './passage.js';
export { startingEmoji } from './starting-emoji.js';
export { baselineOf, styles } from './styles.js';
export type { TextStyle } from './styles.js';
