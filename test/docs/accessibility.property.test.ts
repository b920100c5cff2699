/** What docs/accessibility.md says about authflow's own pictures is what comes out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toSvg } from '../../src/picture/to-svg.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { Picture } from '../scene/checker/drawn.js';
import { contrastsIn } from '../scene/checker/check-colors.js';
import { sceneOfFlow } from '../scene/scenes.js';

const page = readFileSync(new URL('../../docs/accessibility.md', import.meta.url), 'utf8');
const themes = { host: { light: 'light', dark: 'dark' }, contrast: { light: 'contrast', dark: 'contrast' } };

/** Never rounded up. */
const shown = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);

test.each(Object.entries(themes))('the lowest contrasts of all shipped flows with the theme %s', (name, chosen) => {
  const all = flowIds.flatMap((id) => {
    const { scene } = sceneOfFlow(loadFlow(id), { themes: chosen });
    return contrastsIn(new Picture(scene));
  });
  const lowest = (needed: number, side: string): string =>
    shown(Math.min(...all.filter((one) => one.needed === needed && one.page === side).map(({ ratio }) => ratio)));
  const cells = [lowest(4.5, 'light'), lowest(3, 'light'), lowest(4.5, 'dark'), lowest(3, 'dark')];
  expect(page).toContain(`| \`${name}\` | ${cells.join(' | ')} |`);
});

test.each(flowIds)('%s says its name, its summary and what it is', (id) => {
  const svg = toSvg(loadFlow(id));
  const [, title, description] = /^<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
  expect(svg).toMatch(new RegExp(`<title id="${title}">[^<]+</title>\\n<desc id="${description}">[^<]+</desc>`));
});
