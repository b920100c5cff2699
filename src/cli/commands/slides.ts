import type { Run } from '../grammar/index.js';
import { makeOutput } from './render.js';

/** Flow files to slides and decks, in the output folder. */
export const runSlides: Run = (world, request) => makeOutput(() => ['slides'], request, world);
