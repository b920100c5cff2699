export { planSlides } from './plan-slides.js';
