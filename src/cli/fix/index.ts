export { withFixes } from './with-fixes.js';
