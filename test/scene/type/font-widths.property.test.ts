/** Shapes every pair of letters, which takes some seconds: too long for a unit test. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fontWidths } from '../../../build/font-widths.js';

test('the table of widths is what the fonts say (npm run fonts)', async () => {
  const written = readFileSync(new URL('../../../src/scene/type/font-widths.ts', import.meta.url), 'utf8');
  expect(written.replaceAll('\r\n', '\n')).toBe(await fontWidths());
});
