/** A brand in the configuration, by the commands. */
import { existsSync, readFileSync } from 'node:fs';
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

describe('the font of a brand', () => {
  const font = (name: string) => readFileSync(new URL(`../../fonts/${name}.woff2`, import.meta.url));
  const config = 'theme: acme\nformats: [svg]\nthemes: { acme: { accent: "#b3005e", fontFamily: Noto Sans Mono } }\n';

  it('is told not to be measured, with the way to it', async () => {
    const { code, stderr } = await project(config).run('render');
    expect(code).toBe(0);
    expect(stderr.match(/measured-fonts/g)).toHaveLength(1);
    expect(stderr).toMatch(/naming its files: fonts: in\s+authflow\.config\.yaml/);
  });

  it.each([null, '1.0.0'])('is measured by its file, which check knows (release %s)', async (release) => {
    const world = project(config);
    world.write('flows/a.yaml', flow('a', 'Illicit filling of little tills, which is narrow in most fonts'));
    await world.runAs(release, 'render');
    const noto = world.read('out/a.svg');
    world.write('authflow.config.yaml', `${config}fonts: [own.woff2]\n`);
    world.write('own.woff2', font('NotoSansMono-Regular'));
    const { stderr } = await world.runAs(release, 'render');
    expect(stderr).not.toContain('measured-fonts');
    expect(widthOf(world.read('out/a.svg'))).toBeGreaterThan(widthOf(noto));
    expect((await world.runAs(release, 'check')).code).toBe(0);
    expect((await world.runAs(release, 'render')).stderr).toContain('0 files written');
    // The file of another family.
    world.write('own.woff2', font('NotoSans-Regular'));
    expect(await world.runAs(release, 'check')).toMatchObject({ code: 1 });
  });

  it('is told where its file has no widths', async () => {
    const world = project(`${config}fonts: [own.woff2]\n`);
    const { stderr } = await world.run('render');
    expect(stderr).toContain("can't read the font own.woff2");
  });
});

const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1]);

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
