export { checkRules } from './rules.js';
