/** What `render` does around the drawing of pictures; the drawing itself is tested in test/browser/. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RasterFailure } from '../../src/peers/failure.js';
import { makeStamp, readStamp } from '../../src/stamp/stamp.js';
import { fakeRasterizer, mermaidWorld, samplePicture } from './fake-rasterizer.js';
import { flow } from './temp-world.js';

const lavender = (id: string) => `theme: lavender\n${flow(id)}`;

it("draws each format from the flow's own Mermaid", async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', lavender('a'));
  const { code, stderr } = await world.run('render', '--format', 'mermaid,svg,png,pdf');
  expect(code).toBe(0);
  expect(stderr).toContain('flows/a.yaml → out/a.png\n');
  const formats = ['svg', 'png', 'pdf'] as const;
  const stamps = formats.map((format) => readStamp(format, readFileSync(world.path(`out/a.${format}`))));
  const { mermaid } = stamps[0]!;
  expect(stamps).toEqual(log.requests.map((request) => makeStamp(request, { authflow: AUTHFLOW_VERSION, mermaid })));
  expect(log.requests.map(({ mermaid }) => mermaid)).toEqual(Array(3).fill(world.read('out/a.mmd')));
  expect(log).toMatchObject({ opened: 1, closed: 1 });
});

it('draws what the Mermaid for hosts leaves out, and tells of no loss', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  const shaped = lavender('a').replace('B: Ben', 'B: { label: Store, shape: database }');
  world.write('flows/a.yaml', `${shaped}  - { from: A, to: B, text: Both, head: both }\n`);
  const { code, stderr } = await world.run('render', '--format', 'svg');
  expect(code).toBe(0);
  expect(stderr).not.toContain('info');
  expect(log.requests[0]?.mermaid).toContain('participant B@{ "type": "database", "alias": "Store" }');
  expect(log.requests[0]?.mermaid).toContain('A<<->>B: ');
  const { stderr: hosts } = await world.run('render', '--format', 'mermaid');
  expect(hosts).toContain('draws participant "B" as a plain box');
  expect(world.read('out/a.mmd')).toContain('A->>B: Both');
});

it('hands the options of pictures on', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', lavender('a'));
  const options = [
    '--embed-fonts',
    '--scale',
    '1.5',
    '--image-width',
    '800',
    '--background',
    'transparent',
    '--browser',
    '/opt/chrome',
  ];
  await world.run('render', '--format', 'png', ...options);
  expect(log.requests).toMatchObject([{ embedFonts: true, scale: 1.5, width: 800, background: 'transparent' }]);
  expect(log.options).toEqual(['/opt/chrome']);
});

it('draws a flow without colours of its own for light and for dark pages', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', flow('a'));
  await world.run('render', '--format', 'svg');
  expect(existsSync(world.path('out/a.svg')) && existsSync(world.path('out/a.dark.svg'))).toBe(true);
  const [light, dark] = log.requests.map(({ mermaid }) => mermaid);
  expect(light).not.toBe(dark);
  expect(log.requests.map(({ svgId }) => svgId)).toEqual(['a_svg', 'a_dark_svg']);
  await world.run('render', '--format', 'svg', '--theme', 'lavender', '--out', 'other');
  expect(existsSync(world.path('other/a.dark.svg'))).toBe(false);
  await world.run('render', '-o', 'one.svg');
  expect(log.requests.at(-1)?.mermaid).toBe(light);
});

it('draws two themes, from the command line or the flow: the second for dark pages', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', flow('a'));
  await world.run('render', '--format', 'mermaid,svg,png', '--theme', 'lavender,contrast');
  expect(['a.svg', 'a.dark.svg', 'a.png', 'a.dark.png'].map((name) => existsSync(world.path(`out/${name}`)))).toEqual(
    Array(4).fill(true),
  );
  const [first, , second] = log.requests.map(({ mermaid }) => mermaid);
  expect(first).toBe(world.read('out/a.mmd'));
  expect(second).not.toBe(first);

  world.write('flows/a.yaml', `theme: lavender, contrast\n${flow('a')}`);
  const { stderr } = await world.run('render', '--format', 'svg,png');
  expect(stderr).toContain('0 files written, 4 unchanged');
});

it.each([
  ['light,darkk', 'there is no theme "darkk"; did you mean "dark"?'],
  ['light,dark,print', 'name one theme, or two'],
  ['light,', 'name one theme, or two'],
])('refuses --theme %s', async (theme, message) => {
  const world = mermaidWorld();
  world.write('flows/a.yaml', flow('a'));
  const { code, stderr } = await world.run('render', '--theme', theme);
  expect(code).toBe(2);
  expect(stderr).toContain(`--theme ${theme}: ${message}`);
});

it.each([
  ['light,darkk', 'there is no theme "darkk"'],
  ['light,dark,print', 'one theme, or two separated by a comma'],
])('refuses theme: %s', async (theme, message) => {
  const world = mermaidWorld();
  world.write('flows/a.yaml', `theme: ${theme}\n${flow('a')}`);
  const { code, stderr } = await world.run('render');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^flows\/a\.yaml:1:8: error: /m);
  expect(stderr).toContain(message);
});

it('goes on after a picture that fails, and closes the browser', async () => {
  const { log, openRasterizer } = fakeRasterizer((request) => {
    if (request.id === 'a') throw new RasterFailure('render-failed', 'a: Mermaid refuses it\nsee the diagram');
    return samplePicture(request);
  });
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', lavender('a'));
  world.write('flows/b.yaml', lavender('b'));
  const { code, stderr } = await world.run('render', '--format', 'png');
  expect(code).toBe(3);
  expect(stderr).toContain(
    'flows/a.yaml:2:5: error: a: Mermaid refuses it [drawable-pictures]\n    2 | id: a\n      |     ^ see the diagram\n',
  );
  expect(existsSync(world.path('out/b.png'))).toBe(true);
  expect(log.closed).toBe(1);
});

it('starts as many browsers as asked, and says once that there is none', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  for (const id of ['a', 'b', 'c']) world.write(`flows/${id}.yaml`, lavender(id));
  await world.run('render', '--format', 'svg', '--jobs', '2');
  expect(log).toMatchObject({ opened: 2, closed: 2 });
  expect(log.requests).toHaveLength(3);

  const bare = mermaidWorld();
  for (const id of ['a', 'b', 'c']) bare.write(`flows/${id}.yaml`, lavender(id));
  const { code, stderr } = await bare.run('render', '--format', 'text,svg', '--jobs', '2');
  expect(code).toBe(4);
  expect(stderr.match(/none was found/g)).toHaveLength(1);
  expect(existsSync(bare.path('out/c.txt'))).toBe(true);
});

it('starts no browser when nothing is to be drawn', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', flow('a').replace('B:', 'C:'));
  await world.run('render', '--format', 'svg');
  await world.run('render', 'gone.yaml', '--format', 'svg');
  expect(log.opened).toBe(0);
});

it('draws again only what would come out otherwise', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  for (const id of ['a', 'b']) world.write(`flows/${id}.yaml`, lavender(id));
  const render = async (...options: string[]) => {
    const before = log.requests.length;
    const { stderr } = await world.run('render', '--format', 'svg,png', ...options);
    return [log.requests.slice(before).map(({ id, format }) => `${id}.${format}`), stderr.trim().split('\n').at(-1)];
  };
  await render();
  expect(log.opened).toBe(1);
  expect(await render()).toEqual([[], '0 files written, 4 unchanged']);
  world.write('flows/a.yaml', `# a comment\n${lavender('a')}`);
  expect(await render('--scale', '2')).toEqual([[], '0 files written, 4 unchanged']);
  expect(log.opened).toBe(1);
  world.write('flows/a.yaml', lavender('a').replace('Hello', 'Bye'));
  expect(await render()).toEqual([['a.svg', 'a.png'], '2 files written, 2 unchanged']);
  expect(await render('--scale', '3')).toEqual([['a.png', 'b.png'], '2 files written, 2 unchanged']);
  writeFileSync(world.path('out/b.svg'), '<svg/>');
  expect((await render('--scale', '3'))[0]).toEqual(['b.svg']);
});

it('prints one picture to a pipe', async () => {
  const { openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', lavender('a'));
  expect(await world.run('render', 'flows/a.yaml', '--format', 'svg', '--stdout')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('<text>a</text><metadata>') as string,
  });
});

it('fills the ground that the colours are made for', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', flow('a'));
  await world.run('render', '--format', 'svg');
  await world.run('render', '--format', 'svg', '--background', 'transparent');
  expect(log.requests.map(({ background }) => background)).toEqual([
    '#ffffff',
    '#0d1117',
    'transparent',
    'transparent',
  ]);
});

it('examines the machine: the exit code tells whether authflow can run', async () => {
  const found = { state: 'fails', what: 'no browser', remedy: 'run: get one\nor: another' } as const;
  const bad = mermaidWorld({ examineMachine: () => Promise.resolve([found]) });
  const { code, stdout } = await bad.run('doctor');
  expect(code).toBe(3);
  expect(stdout).toContain('fails  no browser\n       run: get one\n       or: another\n');
  const fine = mermaidWorld({ examineMachine: () => Promise.resolve([{ ...found, state: 'note' }]) });
  expect((await fine.run('doctor')).code).toBe(0);
});

it('starts one browser for a batch, and none where nothing comes of it', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  const ids = ['a', 'b', 'c', 'd', 'e'];
  for (const id of ids) world.write(`flows/${id}.yaml`, lavender(id));
  await world.run('render', '--format', 'svg');
  expect(log).toMatchObject({ opened: 1, closed: 1 });
  expect(log.requests.map(({ id }) => id)).toEqual(ids);

  await world.run('render', '--format', 'svg');
  expect(log).toMatchObject({ opened: 1, closed: 1 });

  for (const id of ids) world.write(`flows/${id}.yaml`, lavender(id).replace('B:', 'C:'));
  await world.run('render', '--format', 'png');
  expect(log).toMatchObject({ opened: 1, closed: 1 });
  expect(log.requests).toHaveLength(ids.length);
});

it('reports once that no browser starts', async () => {
  const world = mermaidWorld({
    openRasterizer: () => Promise.reject(new RasterFailure('no-browser', 'none was found')),
  });
  for (const id of ['a', 'b', 'c', 'd', 'e']) world.write(`flows/${id}.yaml`, lavender(id));
  const { code, stderr } = await world.run('render', '--format', 'text,svg');
  expect(code).toBe(4);
  expect(stderr.match(/none was found/g)).toHaveLength(1);
  expect(existsSync(world.path('out/e.txt'))).toBe(true);
});

it('takes the options of pictures from the configuration, and check expects them', async () => {
  const { log, openRasterizer } = fakeRasterizer();
  const world = mermaidWorld({ openRasterizer });
  world.write('flows/a.yaml', lavender('a'));
  const config = 'formats: png\nembedFonts: true\nscale: 3\nimageWidth: 900\nbackground: transparent\n';
  world.write('authflow.config.yaml', config);
  expect((await world.run('render')).code).toBe(0);
  expect(log.requests).toMatchObject([{ embedFonts: true, scale: 3, width: 900, background: 'transparent' }]);
  expect((await world.run('check')).code).toBe(0);
  expect((await world.run('check', '--scale', '2')).code).toBe(1);

  const { stdout } = await world.run('render', '--print-config', '--scale', '2');
  expect(stdout).toContain('scale: 2 # --scale\n');
  expect(stdout).toContain('embedFonts: true # authflow.config.yaml\n');
  world.write('authflow.config.yaml', config.replace('true', 'false'));
  await world.run('render', '--scale', '2');
  expect(log.requests.at(-1)).toMatchObject({ embedFonts: undefined, scale: 2 });
});

it('reports once what every browser would report', async () => {
  const { openRasterizer } = fakeRasterizer();
  const telling: typeof openRasterizer = (options) => {
    options.report?.('it runs without its sandbox');
    return openRasterizer(options);
  };
  for (const ids of [
    ['a', 'b'],
    ['a', 'b', 'c', 'd', 'e'],
  ]) {
    const world = mermaidWorld({ openRasterizer: telling });
    for (const id of ids) world.write(`flows/${id}.yaml`, lavender(id));
    const { stderr } = await world.run('render', '--format', 'svg', '--jobs', '2');
    expect(stderr.match(/without its sandbox/g)).toHaveLength(1);
  }
});
