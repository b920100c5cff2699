/** What is on each part of three flows on A4: read, and looked at. */
import { expect, test } from 'vitest';
import { packagedDesign } from '../../src/design.js';
import { papers } from '../../src/model/index.js';
import { drawParts } from '../../src/picture/index.js';
import type { Item, Scene } from '../../src/scene/index.js';
import { loadFlow } from '../flows/load.js';

const design = packagedDesign();

const textOf = (items: readonly Item[], ...roles: readonly string[]): string =>
  items
    .flatMap((item) => (item.kind === 'link' ? item.items : [item]))
    .filter((item) => item.kind === 'text')
    .filter(({ role }) => roles.includes(role))
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join(' ');

/** What stands around the steps, and a line for each step. */
const summaryOf = ({ width, height, steps, heads }: Scene): string =>
  [
    `${width} × ${height}: ${textOf(heads, 'heading', 'legend')}`,
    ...steps.map(
      ({ kind, title, items }) =>
        `  ${kind}: ${kind === 'branch' || kind === 'phase' ? textOf(items, 'operator', 'branch', 'phase') : title}`,
    ),
    ...(textOf(heads, 'branch') === '' ? [] : [`  ${textOf(heads, 'branch')}`]),
  ].join('\n');

test.each(['ciba-poll', 'kerberos', 'mcp-authorization'])('%s', async (id) => {
  const themes = { light: 'light', dark: 'dark' };
  const parts = drawParts(loadFlow(id), { design, themes, paper: papers.a4 }, () => undefined) ?? [];
  await expect(`${parts.map(summaryOf).join('\n\n')}\n`).toMatchFileSnapshot(`golden/parts/${id}.txt`);
});
