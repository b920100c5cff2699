/** The reference pages in docs/ are filled as the README is, which may run commands. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillDocs, reference } from '../../build/docs.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test.each(Object.entries(reference))('docs/%s is what "npm run docs" writes', (name, schema) => {
  const text = read(`docs/${name}`);
  expect(fillDocs(text, JSON.parse(read(`schema/${schema}`)) as object)).toBe(text);
});
