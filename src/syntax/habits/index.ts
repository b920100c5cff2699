export { flowKeys } from './keys.js';
export { translateHabits } from './translate.js';
