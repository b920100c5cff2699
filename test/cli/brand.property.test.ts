/** A brand in the configuration, by the commands. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fakeCanvas } from './fake-canvas.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

function project(config: string): TempWorld {
  const world = tempWorld({ openCanvas: fakeCanvas().openCanvas });
  world.write('authflow.config.yaml', config);
  world.write('flows/a.yaml', flow('a'));
  return world;
}

const brand = 'themes: { acme: { accent: "#b3005e" } }\n';
const pictures = ['a.svg', 'a.dark.svg', 'a.png', 'a.dark.png'];
const isThere = (world: TempWorld, name: string) => existsSync(world.path(`out/${name}`));

describe('a brand that is named alone', () => {
  it.each([
    ['by the configuration', 'theme: acme\n', []],
    ['by the command line', '', ['--theme', 'acme']],
  ])('%s is drawn for light and for dark pages, and a notice says what was derived', async (_who, theme, words) => {
    const world = project(`${theme}formats: [mermaid, svg, png]\n${brand}`);
    const { code, stderr } = await world.run('render', ...words);
    expect(code).toBe(0);
    for (const name of pictures) expect([name, isThere(world, name)]).toEqual([name, true]);
    expect(stderr.match(/\[brand-dark\]/g)).toHaveLength(1);
    expect(stderr).toMatch(/notice: acme-dark: the brand does not say all colours for dark pages.* accent "#/);
    expect(world.read('out/a.dark.svg')).toContain('#0d1117');
    expect(await world.run('check', ...words)).toMatchObject({ code: 0 });
  });

  it('by a flow, too; blocks show both pictures', async () => {
    const world = project(`docs: docs\nformats: [svg]\n${brand}`);
    world.write('flows/a.yaml', flow('a').replace('participants:', 'theme: acme\nparticipants:'));
    await world.run('render');
    for (const name of ['a.svg', 'a.dark.svg']) expect(isThere(world, name)).toBe(true);
    world.write('docs/a.md', '<!-- authflow:begin ../flows/a.yaml picture -->\n\n<!-- authflow:end -->\n');
    expect((await world.run('embed')).code).toBe(0);
    expect(world.read('docs/a.md')).toContain('a.dark.svg');
  });

  it('with both sides said needs no notice', async () => {
    const both = 'themes: { acme: { accent: { light: "#b3005e", dark: "#ff7ab8" } } }\n';
    const world = project(`theme: acme\nformats: [svg]\n${both}`);
    const { stderr } = await world.run('render');
    expect(stderr).not.toContain('notice');
    expect(isThere(world, 'a.dark.svg')).toBe(true);
  });

  it('is not one of a preset', async () => {
    const world = project(`theme: ours\nformats: [svg]\nthemes: { ours: { page: light, box: "#eeeeee" } }\n`);
    await world.run('render');
    expect(isThere(world, 'a.dark.svg')).toBe(false);
  });
});
