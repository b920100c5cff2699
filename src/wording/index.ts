export { ENGLISH, makeWordings, placeholdersIn } from './wordings.js';
export { readWords } from './read-words.js';
export type { Word, Wordings, Words, WordsByLang } from './wordings.js';
