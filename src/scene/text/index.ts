export { Passage } from './passage.js';
export type { PassageKind, TextLine, Wrapped } from './passage.js';
export { baselineOf, styles } from './styles.js';
export type { TextStyle } from './styles.js';
