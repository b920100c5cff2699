/** For files whose every test needs a browser. */
import { testWith } from './needs.js';

export const test: ReturnType<typeof testWith> = testWith('browser');
