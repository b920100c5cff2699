export { embedTexts } from './embed-texts.js';
export { fontFace, fontOrder, isOurs } from './font-files.js';
export type { Face, FontName } from './font-files.js';
export { emojiVersion, openFontSet } from './font-set.js';
export type { ChosenFonts, FontFile, FontSet } from './font-set.js';
export { openOwnFont } from './own-font.js';
export type { OwnFont } from './own-font.js';
export { loadSubsetFont } from './subset.js';
export type { SubsetFont } from './subset.js';
