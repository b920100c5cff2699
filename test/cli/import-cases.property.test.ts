/** What users see of imports, which load Mermaid's parser. */
import { describe } from 'vitest';
import { testCases } from './run-cases.js';

describe('the command line says', () => {
  testCases(new URL('./import-cases/', import.meta.url));
});
