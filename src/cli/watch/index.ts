export { watchRender } from './watch-render.js';
