/** What users see, case by case. */
import { describe } from 'vitest';
import { testCases } from './run-cases.js';

describe('the command line says', () => {
  testCases(new URL('./cases/', import.meta.url));
});
