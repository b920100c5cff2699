export { fillStepNumbers } from './step-numbers.js';
export { anchorMarks } from './anchor-marks.js';
export { transliterateScript } from './transliterate-script.js';
export { wordsShapes } from './words-view.js';
export { putIntoWords } from './words.js';
