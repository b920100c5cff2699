import type { Run } from '../grammar/index.js';
import { makeOutput } from './render.js';

/** Renders flow files as slides and decks, into the output folder. */
export const runSlides: Run = (world, request) => makeOutput(() => ['slides'], request, world);
