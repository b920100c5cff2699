/** What `authflow slides` does around the drawing; the drawing itself is tested in test/browser/. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cli } from '../../src/cli/cli.js';
import { flow, noBrowser, tempWorld } from './temp-world.js';
import type { Scene } from '../../src/scene/index.js';
import { RasterFailure } from '../../src/peers/failure.js';
import { quoteWord } from '../../src/cli/grammar/quote-word.js';
import { fakeCanvas } from './fake-canvas.js';

/** A note that fits on no slide. */
const tall = `${flow('a')}  - A -> B: Long
    note: |
${'      line\n'.repeat(50)}`;

/** What a slide says. */
const textsIn = ({ steps, heads }: Scene): readonly string[] =>
  [...steps.flatMap(({ items }) => items), ...heads].flatMap((item) =>
    item.kind === 'text' ? [item.runs.map(({ text }) => text).join('')] : [],
  );

const phases = `${flow('a')}  - B --> A: Back
  - A -> B: Second
    phase: Later
`;

async function slides(file: string, options: string) {
  const { log, openCanvas } = fakeCanvas();
  const world = tempWorld({ openCanvas, openRasterizer: noBrowser });
  world.write('flows/a.yaml', file);
  const { code, stderr } = await world.run('slides', ...options.split(' ').filter(Boolean));
  const files = [...stderr.matchAll(/→ out\/(\S+)/g)].map(([, name]) => name);
  return { code, stderr, files, painted: log.requests, world };
}

test('one for each phase, and a deck', async () => {
  const { code, files, painted, world } = await slides(phases, '');
  expect(code).toBe(0);
  expect(files).toEqual(['a.slide-01.png', 'a.slide-02.png', 'a.deck.md']);
  expect(painted.map(({ scale, width }) => [scale, width])).toEqual(Array(2).fill([2, 2560]));
  const [, second] = painted.map(({ pages: [{ scene }] }) => scene);
  expect([second?.title, second?.width, second?.height]).toEqual(['a: Later', 1280, 720]);
  expect(textsIn(second!)).toEqual(expect.arrayContaining(['a', 'Later', '2 / 2', 'Second']));
  expect(world.read('out/a.deck.md')).toContain('![bg contain](a.slide-02.png)');
});

test('one for each step', async () => {
  const { files, painted } = await slides(phases, '--by step --dim --fit 640x480');
  expect(files).toEqual(['a.slide-01.png', 'a.slide-02.png', 'a.slide-03.png', 'a.deck.md']);
  const scenes = painted.map(({ pages: [{ scene }] }) => scene);
  expect(scenes.map(({ colors }) => 'ink-faint' in colors)).toEqual([true, false, false]);
  expect(scenes.map((scene) => textsIn(scene).includes('Back'))).toEqual([true, true, false]);
  expect([painted[0]?.width, scenes[0]?.width]).toEqual([640, 960]);
});

test('a long flow is cut, and its titles say so', async () => {
  const steps = Array.from({ length: 30 }, (_, index) => `  - A -> B: m${index}\n`).join('');
  const { files, painted } = await slides(flow('a') + steps, '--format svg,marp --theme dark');
  expect(files.slice(0, -1).every((name) => name?.endsWith('.svg'))).toBe(true);
  expect(files.length).toBeGreaterThan(4);
  expect(painted).toEqual([]);
});

test('text that is too small to read is reported, with the way out', async () => {
  const { code, stderr } = await slides(tall, '');
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /warning: slide 2: its text is \d\.\d points, and less than 10 is hard to read \[slide-text\]/,
  );
  expect(stderr).toContain('break up or shorten its longest notes');
});

test('six participants have no room on 4:3, unless the author insists', async () => {
  const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
  const many = `id: a\ntitle: a\nparticipants: { ${ids.map((id) => `${id}: ${id}`).join(', ')} }\nsteps:\n  - A -> F: Far\n  - B -> E: Mid\n  - C -> D: Near\n`;
  const refused = await slides(many, '--fit 4:3');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('error: slide 1 shows 6 participants, and 4:3 is too narrow for their texts');
  expect(refused.files).toEqual([]);
  expect((await slides(many, '--fit 4:3 --force')).code).toBe(0);
  expect((await slides(many, '')).code).toBe(0);
});

test.each([
  ['--stdout', "error: unknown option '--stdout'"],
  [
    '--format gif',
    "error: option '--format <names>' argument 'gif' is invalid. Formats are: png, svg, marp, pdf, pptx.",
  ],
  [
    '--fit 16x9',
    "error: option '--fit <size>' argument '16x9' is invalid. It must be a whole number from 320 to 8192.",
  ],
  [
    '--fit wide',
    "error: option '--fit <size>' argument 'wide' is invalid. Write 16:9, 4:3 or pixels, as in 1920x1080.",
  ],
])('%s is refused', async (options, message) => {
  const { code, stderr } = await slides(flow('a'), options);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('one flow that can’t be drawn leaves the others alone', async () => {
  const { openCanvas } = fakeCanvas();
  const broken: typeof openCanvas = async (options) => {
    const canvas = await openCanvas(options);
    return {
      ...canvas,
      paintScenes: (request) =>
        request.id === 'broken'
          ? Promise.reject(new RasterFailure('render-failed', 'broken: no'))
          : canvas.paintScenes(request),
    };
  };
  const world = tempWorld({ openCanvas: broken });
  world.write('flows/a.yaml', flow('broken'));
  world.write('flows/b.yaml', flow('b'));
  const { code, stderr } = await world.run('slides');
  expect(code).toBe(3);
  expect(stderr).toContain('out/b.deck.md');
  expect(stderr).toContain('flows/a.yaml:1:5: error: broken: no [drawable-pictures]');
});

test('without a canvas, SVG is still made', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  expect((await world.run('slides')).code).toBe(4);
  expect((await world.run('slides', '--format', 'svg,marp')).code).toBe(0);
  expect(world.read('out/a.slide-01.svg')).toContain('>Hello</text>');
  expect(world.read('out/a.deck.md')).toContain('(a.slide-01.svg)');
});

test('check reports a deck that is stale, and the command that it names makes it current', async () => {
  const { world } = await slides(phases, '--fit 640x480 --by step');
  expect((await world.run('check')).code).toBe(1); // The texts were never rendered.
  await world.run('render');
  expect((await world.run('check')).code).toBe(0);

  world.write('flows/a.yaml', phases.replace('Second', 'Other'));
  await world.run('render');
  const stale = await world.run('check');
  expect(stale.code).toBe(1);
  expect(stale.stderr).toContain(
    'out/a.deck.md: error: was made from a different version of flows/a.yaml [current-output]',
  );
  const [, command = ''] = /fix with:\n\n {2}authflow (.*)\n/.exec(stale.stderr) ?? [];
  expect(command).toBe('slides flows/a.yaml --fit 640x480 --by step');
  await world.run(...command.split(' '));
  expect(await world.run('check')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('out/ is current') as string,
  });
});

test('check with options of texts leaves slides alone, and names a command that slides takes', async () => {
  const { world } = await slides(phases, '--format svg,marp');
  world.write('authflow.config.yaml', 'formats: [text, alt]\n');
  await world.run('slides', '--format', 'svg,marp');
  const text = ['--charset', 'ascii', '--width', '60'];
  await world.run('render', ...text);
  expect((await world.run('check', ...text)).code).toBe(0);

  world.write('flows/a.yaml', phases.replace('Second', 'Other'));
  await world.run('render', ...text);
  const { stderr } = await world.run('check', ...text);
  const [, command = ''] = /with:\n\n {2}authflow (.*)\n/.exec(stderr) ?? [];
  expect(command).toBe('slides flows/a.yaml --format svg,marp');
  await world.run(...command.split(' '));
  expect((await world.run('check', ...text)).code).toBe(0);
});

test('a manifest puts no command of its own in a report', async () => {
  const { world } = await slides(phases, '--by step');
  await world.run('render');
  const manifest = world.read('out/.authflow-manifest');
  world.write('out/.authflow-manifest', manifest.replaceAll('--by step', '--by step; touch mine'));
  world.write('flows/a.yaml', phases.replace('Second', 'Other'));
  const { code, stderr } = await world.run('check');
  expect(manifest).toContain(' --by step');
  expect(code).toBe(1);
  expect(stderr).not.toContain('touch mine');
});

test.each(["it's", 'Company (2026) für alle', 'a/b.c'])(
  'a deck in the look of %j is proven, and made again in it',
  async (name) => {
    const world = tempWorld();
    world.write('flows/a.yaml', phases);
    const template = `${name}.potx`;
    world.write(template, readFileSync(new URL('../fixtures/pptx/libreoffice.pptx', import.meta.url)));
    expect((await world.run('slides', '--format', 'pptx', '--template', template)).code).toBe(0);
    await world.run('render');
    expect((await world.run('check')).code).toBe(0);
    world.write('flows/a.yaml', phases.replace('Second', 'Other'));
    await world.run('render');
    const { code, stderr } = await world.run('check');
    expect(code).toBe(1);
    expect(stderr).toContain('out/a.pptx: error: was made from a different version of flows/a.yaml');
    // A name that no manifest can hold is left out.
    const words = name.includes("'") ? 'pptx\n' : `pptx --template ${quoteWord(template)}\n`;
    expect(stderr).toContain(`authflow slides flows/a.yaml --format ${words}`);
  },
);

test('check reports slides that are missing or edited, and slides deletes those of a longer deck', async () => {
  const { world } = await slides(phases, '');
  await world.run('render');
  rmSync(world.path('out/a.slide-02.png'));
  expect((await world.run('check')).stderr).toContain('out/a.slide-02.png is missing');
  await world.run('slides');

  world.write('out/a.deck.md', 'mine\n');
  expect((await world.run('check')).stderr).toContain('out/a.deck.md: error: was edited by hand [unedited-output]');
  await world.run('slides');
  expect((await world.run('check')).code).toBe(0);

  world.write('flows/a.yaml', flow('a'));
  await world.run('render');
  expect((await world.run('slides')).stderr).toContain('deleted out/a.slide-02.png\n');
  expect(existsSync(world.path('out/a.slide-02.png'))).toBe(false);
  expect(existsSync(world.path('out/a.slide-01.png'))).toBe(true);
  expect((await world.run('check')).code).toBe(0);
});

test('slides keeps an edited slide of a longer deck, which check reports', async () => {
  const { world } = await slides(phases, '');
  await world.run('render');
  world.write('out/a.slide-02.png', 'mine');
  world.write('flows/a.yaml', flow('a'));
  await world.run('render');
  await world.run('slides');
  const { code, stderr } = await world.run('check');
  expect(code).toBe(1);
  expect(stderr).toContain('out/a.slide-02.png: error: is no longer produced by any flow [no-orphans]');
  expect(stderr).toContain('it was edited by hand: delete or rename it');
});

test('check notices slides that another release made', async () => {
  const world = tempWorld({ openCanvas: fakeCanvas().openCanvas });
  const run = async (release: string, ...argv: string[]) => {
    const said: string[] = [];
    const write = (text: string | Uint8Array) => said.push(String(text));
    const code = await cli(argv, { ...world, release, stdout: { write }, stderr: { write } });
    return { code, said: said.join('') };
  };
  world.write('flows/a.yaml', flow('a'));
  await run('1.0.0', 'render');
  await run('1.0.0', 'slides');
  expect((await run('1.0.0', 'check')).said).toBe('1 flow checked: out/ is current\n');
  const later = await run('1.1.0', 'check');
  expect(later.code).toBe(0);
  expect(later.said).toContain('2 files differ only because authflow 1.0.0 made them, and this is 1.1.0 [same-tool]');
});

test('two themes make two decks, which are proven and pruned alike', async () => {
  const { code, files, painted, world } = await slides(`theme: light,dark\n${phases}`, '');
  expect(code).toBe(0);
  const light = ['a.slide-01.png', 'a.slide-02.png', 'a.deck.md'];
  const dark = light.map((name) => name.replace('a.', 'a.dark.'));
  expect(files).toEqual([...light, ...dark]);
  expect(painted.map(({ page }) => page).sort()).toEqual(['dark', 'dark', 'light', 'light']);
  expect(world.read('out/a.dark.deck.md')).toBe(world.read('out/a.deck.md').replaceAll('(a.slide', '(a.dark.slide'));
  await world.run('render');
  expect((await world.run('check')).code).toBe(0);

  world.write('out/a.dark.deck.md', 'mine\n');
  expect((await world.run('check')).stderr).toContain('out/a.dark.deck.md: error: was edited by hand');
  await world.run('slides');

  world.write('flows/a.yaml', `theme: light\n${phases}`);
  await world.run('render');
  const { stderr } = await world.run('slides');
  for (const name of dark) expect(stderr).toContain(`deleted out/${name}\n`);
  expect(existsSync(world.path('out/a.dark.deck.md'))).toBe(false);
  expect((await world.run('check')).code).toBe(0);
});

test.each([
  ['', phases, 2],
  ['--theme host', phases, 2],
  ['--theme lavender', `theme: light,dark\n${phases}`, 2],
  ['--theme print,contrast', `theme: light,dark\n${phases}`, 4],
])('the themes are those of the command line, then those of the flow: %s', async (options, file, count) => {
  expect((await slides(file, options)).painted).toHaveLength(count);
});

test('text that is too small is reported once for both themes', async () => {
  const { stderr } = await slides(tall, '--theme light,dark');
  expect(stderr.match(/hard to read/g)).toHaveLength(1);
});

test('a deck says its size', async () => {
  const { world } = await slides(phases, '--fit 4:3');
  expect(world.read('out/a.deck.md')).toMatch(/^---\nmarp: true\ntitle: .*\nsize: 4:3\n---\n/);
});
