export { translateHabits } from './translate.js';
