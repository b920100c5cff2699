export { fitScript } from './fit.js';
