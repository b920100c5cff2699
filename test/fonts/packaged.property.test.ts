import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packagedFonts } from '../../build/fonts.js';

const folder = new URL('../../fonts/', import.meta.url);

it('is what `npm run fonts` makes of the fonts from npm', async () => {
  const wanted = await packagedFonts();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, content] of Object.entries(wanted))
    expect(readFileSync(new URL(name, folder)).equals(content), name).toBe(true);
});

it('is small, and comes with its licence', () => {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + readFileSync(new URL(name, folder)).length, 0);
  expect(bytes).toBeLessThan(600 * 1024);
  expect(readFileSync(new URL('OFL.txt', folder), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
});
