/** `render --watch`, with a watcher that tells what a test says. */
import { existsSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { World } from '../../src/cli/world/world.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld, TempWorldOptions } from './temp-world.js';

interface Change {
  /** What an editor does. */
  readonly edit: (world: TempWorld) => void;
  /** Relative to the working folder. */
  readonly files: readonly string[];
}

const save = (path: string, content: string): Change => ({
  edit: (world) => world.write(path, content),
  files: [path],
});

/** Makes each change when the one before is done with, then ends the run. */
async function watching(
  prepare: (world: TempWorld) => void,
  changes: readonly Change[],
  argv: readonly string[] = [],
  options: TempWorldOptions = {},
) {
  const watched = new Set<string>();
  const end = new AbortController();
  const queue = [...changes];
  const log = { closed: 0 };
  const watch: World['watch'] = () =>
    Promise.resolve({
      ended: end.signal,
      add: ({ files, folders }) => {
        const added = [...files, ...folders].filter((path) => !watched.has(path));
        for (const path of added) watched.add(path);
        return Promise.resolve(added.length > 0);
      },
      next: () => {
        const change = queue.shift();
        change?.edit(world);
        if (!change) end.abort();
        return Promise.resolve(change ? change.files.map((file) => world.path(file)) : null);
      },
      close: () => Promise.resolve(void (log.closed += 1)),
    });
  const world = tempWorld({ ...options, watch });
  prepare(world);
  const result = await world.run('render', '--watch', ...argv);
  const renders = result.stderr.split('\nchanged: ').slice(1);
  return { ...result, world, watched, renders, closed: log.closed };
}

const two = (world: TempWorld) => {
  world.write('flows/a.yaml', flow('a'));
  world.write('flows/b.yaml', flow('b'));
};

it('renders what changes, and no more', async () => {
  const { code, world, renders, closed } = await watching(two, [
    save('flows/a.yaml', flow('a', 'Again')),
    save('flows/a.yaml', flow('a', 'Again')),
  ]);
  expect(code).toBe(0);
  expect(closed).toBe(1);
  // Saved without a change, it is not worth a word.
  expect(renders).toEqual([
    'flows/a.yaml\nflows/a.yaml → out/a.mmd\nflows/a.yaml → out/a.txt\n2 files written, 0 unchanged\n',
  ]);
  expect(world.read('out/a.mmd')).toContain('Again');
});

const parts = (text: string) => `participants: { A: Anna, B: Ben }\nsteps:\n  - A -> B: ${text}\n`;
const including = 'id: a\ntitle: a\ninclude: [shared/parts.yaml]\nsteps:\n  - include: shared/parts.yaml\n';

it('renders the flows that include or extend what changes, theirs alone', async () => {
  const prepare = (world: TempWorld) => {
    world.write('flows/shared/parts.yaml', parts('Hello'));
    world.write('flows/a.yaml', including);
    world.write('flows/b.yaml', flow('b'));
    world.write('flows/c.yaml', 'id: c\ntitle: c\nextends: b.yaml\n');
  };
  const { renders, world } = await watching(prepare, [
    save('flows/shared/parts.yaml', parts('Included')),
    save('flows/b.yaml', flow('b', 'Base')),
  ]);
  const sources = renders.map((text) => [...new Set(text.match(/^\S+(?= →)/gm))]);
  expect(sources).toEqual([['flows/a.yaml'], ['flows/b.yaml', 'flows/c.yaml']]);
  expect(world.read('out/a.mmd')).toContain('Included');
  expect(world.read('out/c.mmd')).toContain('Base');
});

it('renders again when words change, and says what is wrong with them', async () => {
  const prepare = (world: TempWorld) => {
    world.write('authflow.config.yaml', 'words: words.en.yaml\nformats: [alt]\n');
    world.write('words.en.yaml', 'steps: "What happens:"\n');
    world.write('flows/a.yaml', flow('a'));
  };
  const { renders, watched, world } = await watching(prepare, [
    save('words.en.yaml', 'steps: "What goes on:"\n'),
    save('words.en.yaml', 'stpes: "What goes on:"\n'),
  ]);
  expect(watched).toContain(world.path('words.en.yaml'));
  expect(renders[0]).toBe('words.en.yaml\nflows/a.yaml → out/a.alt.txt\n1 file written, 0 unchanged\n');
  expect(renders[1]).toContain('authflow has no word "stpes"');
  expect(world.read('out/a.alt.txt')).toContain('What goes on:');
});

it('watches what a broken flow needs, keeps its last output, and tells what is wrong each time', async () => {
  const broken = 'participants: { A: Anna, B: Ben }\nsteps:\n  - A -> X: Oops\n';
  const prepare = (world: TempWorld) => {
    world.write('flows/shared/parts.yaml', broken);
    world.write('flows/a.yaml', including);
  };
  const { code, renders, watched, world } = await watching(prepare, [
    save('flows/shared/parts.yaml', parts('Fine')),
    save('flows/shared/parts.yaml', broken),
    save('flows/b.yaml', flow('b')),
  ]);
  expect(code).toBe(0);
  expect(watched).toContain(world.path('flows/shared/parts.yaml'));
  expect(renders[0]).toContain('2 files written');
  for (const later of renders.slice(1)) {
    expect(later).toContain('unknown participant "X"');
    expect(later).toContain('the output of flows with errors was left unchanged\n');
  }
  expect(renders[2]).toContain('flows/b.yaml → out/b.mmd');
  expect(world.read('out/a.mmd')).toContain('Fine');
});

it('renders anew with a theme, a template and a configuration', async () => {
  const prepare = (world: TempWorld) => {
    two(world);
    world.write('authflow.config.yaml', 'templates: ours\n');
    world.write('ours/mermaid/note.hbs', '{{! none }}\n');
  };
  const { renders, world } = await watching(prepare, [
    save('authflow.config.yaml', 'templates: ours\nformats: [text]\nout: texts\n'),
    save('ours/mermaid/note.hbs', '{{#if}}\n'),
    { edit: (world) => rmSync(world.path('ours'), { recursive: true }), files: ['ours/mermaid/note.hbs'] },
    save('ours/mermaid/note.hbs', '{{! other }}\n'),
  ]);
  expect(renders[0]).toContain('flows/b.yaml → texts/b.txt\n2 files written');
  expect(renders[1]).toMatch(/^ours\/mermaid\/note\.hbs\nours\/mermaid\/note\.hbs:\d+:\d+: error/);
  expect(renders[2]).toContain("error: templates: ours can't be read");
  expect(renders[3]).toContain('0 files written, 2 unchanged');
  expect(existsSync(world.path('texts/a.txt'))).toBe(true);
});

it('draws all pictures with one browser, and ends it', async () => {
  const log = { opened: 0, closed: 0, drawn: [] as string[] };
  const openRasterizer: World['openRasterizer'] = () => {
    log.opened += 1;
    return Promise.resolve({
      render: ({ id }) => Promise.resolve((log.drawn.push(id), Buffer.from(`<svg><text>${id}</text></svg>\n`))),
      close: () => Promise.resolve(void (log.closed += 1)),
    });
  };
  const changes = [save('flows/a.yaml', flow('a', 'One')), save('flows/a.yaml', flow('a', 'Two'))];
  const { code } = await watching(two, changes, ['--format', 'svg', '--renderer', 'mermaid'], { openRasterizer });
  expect(code).toBe(0);
  expect(log.opened).toBe(1);
  expect(log.closed).toBeGreaterThan(0);
  expect([...new Set(log.drawn.slice(-2))]).toEqual(['a']);
});

it.each([
  [['--stdout'], '--watch renders to a folder'],
  [['-o', 'a.mmd'], '--watch renders to a folder'],
  [['-'], '--watch needs files'],
  [['--reporter', 'json'], '--watch does not end, so there is no report'],
])('refuses %j', async (argv, message) => {
  const { code, stderr } = await watching(two, [], argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

it('renders again when a configuration changes that the one here extends, also after a mistake in it', async () => {
  const base = 'node_modules/@acme/authflow-config/authflow.config.yaml';
  const prepare = (world: TempWorld) => {
    two(world);
    world.write('authflow.config.yaml', 'extends: "@acme/authflow-config"\nformats: text\n');
    world.write(base, 'charset: unicode\n');
  };
  const { renders, world, watched } = await watching(prepare, [
    save(base, 'charset: latin\n'),
    save(base, 'charset: ascii\n'),
  ]);
  expect(watched).toContain(world.path(base));
  expect(renders.map((render) => render.split('\n')[0])).toEqual([base, base]);
  expect(renders[0]).toContain(`${base}:1:10: error: "charset" can't be "latin"`);
  expect(renders[1]).toContain('2 files written');
  expect(world.read('out/a.txt')).toContain('| Anna |');
});
