/** Pictures that are cut for paper: what the commands make of their parts. */
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf, readSvg } from '../svg/read-svg.js';
import { fakeCanvas } from './fake-canvas.js';
import { fakeRasterizer } from './fake-rasterizer.js';
import { tempWorld } from './temp-world.js';
import type { TempWorld, TempWorldOptions } from './temp-world.js';

const settings = 'formats: [svg]\nfit: 100x100mm\n';

const flowOf = (steps: number): string => `id: a
title: A flow
participants: { A: Client, B: Server }
steps:
${Array.from({ length: steps }, (_, index) => `  - A -> B: Message ${index + 1}\n`).join('')}`;

/** Ten messages need two parts. */
function project(config = settings, steps = 10, options: TempWorldOptions = {}): TempWorld {
  const world = tempWorld({ openRasterizer: fakeRasterizer().openRasterizer, ...options });
  world.write('authflow.config.yaml', config);
  world.write('flows/a.yaml', flowOf(steps));
  return world;
}

const filesIn = (world: TempWorld) =>
  readdirSync(world.path('out'))
    .filter((name) => !name.startsWith('.'))
    .toSorted();

const parts = ['a.dark.p1.svg', 'a.dark.p2.svg', 'a.dark.svg', 'a.p1.svg', 'a.p2.svg', 'a.svg'];

describe('render', () => {
  it('writes the parts beside the whole picture, no larger than the paper', async () => {
    const world = project();
    expect((await world.run('render')).code).toBe(0);
    expect(filesIn(world)).toEqual(parts);
    for (const name of parts) expect(faultsOf(world.read(`out/${name}`))).toEqual([]);
    for (const name of parts.filter((one) => one.includes('.p'))) {
      const { width, height } = readSvg(world.read(`out/${name}`)).attributes;
      expect(Number(width)).toBeLessThanOrEqual(378);
      expect(Number(height)).toBeLessThanOrEqual(378);
    }
    expect(readSvg(world.read('out/a.dark.p2.svg')).attributes.id).toBe('a_dark_p2_svg-picture');
    expect((await world.run('render')).stderr).toContain('0 files written, 6 unchanged');
  });

  it('draws parts as PNG, and has them as pages of a PDF', async () => {
    const { log, openCanvas } = fakeCanvas();
    const world = project(settings.replace('svg', 'png, pdf'), 10, { openCanvas });
    expect((await world.run('render', '--theme', 'light')).code).toBe(0);
    expect(filesIn(world)).toEqual(['a.p1.png', 'a.p2.png', 'a.pdf', 'a.png']);
    const [pdf] = log.requests.filter(({ format }) => format === 'pdf');
    expect(pdf?.pages.map(({ scene }) => scene.title)).toEqual(['A flow', 'A flow, 2 of 2']);
    for (const { scene, scale } of pdf?.pages ?? []) expect(scene.height * scale).toBeLessThanOrEqual(378);
    expect((await world.run('check', '--theme', 'light')).code).toBe(0);
    world.write('authflow.config.yaml', settings.replace('svg', 'png, pdf').replace('100x100mm', '100x80mm'));
    expect((await world.run('check', '--theme', 'light')).stderr).toContain('out/a.pdf');
  });

  it('has one part of what fits', async () => {
    const world = project(settings, 2);
    await world.run('render');
    expect(filesIn(world)).toEqual(['a.dark.p1.svg', 'a.dark.svg', 'a.p1.svg', 'a.svg']);
    expect(world.read('out/a.p1.svg')).not.toContain('1 of 1');
  });

  it('deletes the parts that a shorter flow no longer has, but for edited ones', async () => {
    const world = project();
    await world.run('render');
    world.write('out/a.dark.p2.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    world.write('flows/a.yaml', flowOf(2));
    const { stderr } = await world.run('render');
    expect(stderr).toContain('deleted out/a.p2.svg');
    expect(stderr).toContain('out/a.dark.p2.svg');
    expect(filesIn(world)).toEqual(['a.dark.p1.svg', 'a.dark.p2.svg', 'a.dark.svg', 'a.p1.svg', 'a.svg']);
  });

  it('takes the paper from the command line, too, and says what paper there is', async () => {
    const world = project('formats: [svg]\n');
    expect((await world.run('render', '--fit', '100x100mm')).code).toBe(0);
    expect(filesIn(world)).toEqual(parts);
    expect((await world.run('render', '--fit', 'a3')).stderr).toContain('Write a4, letter or');
    const single = await world.run('render', '--fit', 'a4', '-o', 'x.svg');
    expect(single.code).toBe(2);
    expect(single.stderr).toContain('makes several files');
  });

  it('refuses to cut what Mermaid draws, and says the way out', async () => {
    const world = project('renderer: mermaid\nformats: [svg]\nfit: a4\n');
    const { code, stderr } = await world.run('render');
    expect(code).toBe(1);
    expect(stderr).toContain('[picture-paper]');
    expect(stderr).toContain('leave out --renderer mermaid');
  });

  it('has pages of the size of A4 and Letter in a PDF, and of the parts where only the area is known', async () => {
    const { log, openCanvas } = fakeCanvas();
    const world = project('formats: [pdf]\n', 10, { openCanvas });
    const sheets = async (fit: string) => {
      log.requests.length = 0;
      expect((await world.run('render', '--theme', 'light', '--fit', fit)).code).toBe(0);
      return log.requests.map(({ sheet }) => sheet && [sheet.width, sheet.height, sheet.top].map(Math.round));
    };
    expect(await sheets('a4')).toEqual([[794, 1123, 79]]);
    expect(await sheets('letter')).toEqual([[816, 1056, 80]]);
    expect(await sheets('100x100mm')).toEqual([undefined]);
  });

  it('warns of words that are wider than the paper, once', async () => {
    const world = project('formats: [svg]\nfit: 50x50mm\n');
    const participants = ['A', 'B', 'C'].map((id) => `${id}: Participant${id}WithALongName`).join(', ');
    world.write('flows/a.yaml', flowOf(10).replace(/participants: .*/, `participants: { ${participants} }`));
    const { code, stderr } = await world.run('render', '--theme', 'light');
    expect(code).toBe(0);
    expect(stderr.match(/warning: .*/g)).toEqual([
      expect.stringMatching(
        /^warning: the picture: its text is \d\.\d points on paper, and less than 7\.5 is hard to read/,
      ),
    ]);
  });

  it('warns of a step that is higher than the paper', async () => {
    const world = project();
    const lines = Array.from({ length: 40 }, (_, index) => `      line ${index}`).join('\n');
    world.write('flows/a.yaml', `${flowOf(3)}  - note: |\n${lines}\n    over: A\n`);
    const { code, stderr } = await world.run('render');
    expect(code).toBe(0);
    expect(stderr).toMatch(/flows\/a\.yaml:8:\d+: warning: part 2 of the picture: its text is \d\.\d points/);
  });
});

describe('check', () => {
  it('says that all is current, and reports what is missing, stale or superfluous', async () => {
    const world = project();
    await world.run('render');
    expect((await world.run('check')).code).toBe(0);
    world.write('flows/a.yaml', flowOf(11));
    expect((await world.run('check')).stderr).toContain('out/a.p2.svg');
    world.write('flows/a.yaml', flowOf(2));
    const { code, stderr } = await world.run('check');
    expect(code).toBe(1);
    expect(stderr).toMatch(/out\/a\.p2\.svg: error: is no longer produced by any flow/);
    world.write('flows/a.yaml', flowOf(30));
    expect((await world.run('check')).stderr).toContain('out/a.p3.svg is missing');
  });

  it('finds all parts superfluous where the configuration has no paper', async () => {
    const world = project();
    await world.run('render');
    world.write('authflow.config.yaml', settings.replace(/fit: .*\n/, ''));
    expect((await world.run('check')).stderr).toMatch(/out\/a\.p1\.svg: error: is no longer produced by any flow/);
    expect((await world.run('render', '--prune')).code).toBe(0);
    expect(filesIn(world)).toEqual(['a.dark.svg', 'a.svg']);
    expect((await world.run('check')).code).toBe(0);
  });
});

describe('embed', () => {
  const blocks = {
    'a.md': ['<!-- authflow:begin flows/a.yaml picture fit=100x100mm -->', '<!-- authflow:end -->'],
    'b.mdx': ['{/* authflow:begin flows/a.yaml picture=markdown fit=100x100mm */}', '{/* authflow:end */}'],
    'c.adoc': ['// authflow:begin flows/a.yaml picture fit=100x100mm', '// authflow:end'],
  };

  it('shows each part with a caption', async () => {
    const world = project();
    await world.run('render');
    for (const [name, lines] of Object.entries(blocks)) world.write(name, `${lines.join('\n')}\n`);
    expect((await world.run('embed', ...Object.keys(blocks))).code).toBe(0);
    expect(world.read('a.md')).toContain(
      '<img alt="A flow, 2 of 2" src="out/a.p2.svg" />\n</picture>\n\n_A flow, 2 of 2_',
    );
    expect(world.read('a.md')).toContain('srcset="out/a.dark.p1.svg"');
    expect(world.read('b.mdx')).toContain('![A flow, 1 of 2](out/a.p1.svg)\n\n_A flow, 1 of 2_\n\n![A flow, 2 of 2]');
    expect(world.read('c.adoc')).toContain('.A flow, 2 of 2\nimage::out/a.p2.svg["A flow, 2 of 2"]');
    expect((await world.run('check')).code).toBe(0);
  });

  it('says how to make parts that are not there, and which paper the project has', async () => {
    const world = project('formats: [svg]\n');
    await world.run('render');
    world.write('a.md', `${blocks['a.md'].join('\n')}\n`);
    expect((await world.run('embed', 'a.md')).stderr).toContain('fit: 100x100mm');
    expect(existsSync(world.path('out/a.p1.svg'))).toBe(false);
    world.write('authflow.config.yaml', settings.replace('100x100mm', 'a4'));
    const { code, stderr } = await world.run('embed', 'a.md');
    expect(code).toBe(1);
    expect(stderr).toContain('the pictures of this project are cut for a4');
  });

  it('has no paper for anything but pictures', async () => {
    const world = project();
    world.write('a.md', '<!-- authflow:begin flows/a.yaml fit=a4 -->\n<!-- authflow:end -->\n');
    expect((await world.run('embed', 'a.md')).stderr).toContain('"fit" is for pictures');
  });
});
