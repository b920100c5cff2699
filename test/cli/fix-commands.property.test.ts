/** Every command that `check` prints is run here as printed, and makes check pass. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fakeCanvas } from './fake-canvas.js';
import { fakeRasterizer } from './fake-rasterizer.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

interface Broken {
  /** What is wrong. */
  readonly what: string;
  /** Files before the first run. */
  readonly files?: Readonly<Record<string, string>>;
  /** Command lines that make the project current. */
  readonly made?: readonly string[];
  /** Breaks it. */
  readonly then: (world: TempWorld) => unknown;
  /** The options and paths of check. */
  readonly check?: string;
  /** The releases that make and check it. */
  readonly releases?: readonly [string, string];
}

const withPage = (id: string, page = '{ whenToUse: [Always] }') => `${flow(id)}page: ${page}\n`;
const change = (file: string, from: string | RegExp, to: string) => (world: TempWorld) =>
  world.write(file, world.read(file).replace(from, to));
const remove = (file: string) => (world: TempWorld) => rmSync(world.path(file), { recursive: true });
const greet = change('flows/a.yaml', 'Hello', 'Goodbye');
const phases = `${flow('a')}    phase: One\n  - B --> A: Hello too\n    phase: Two\n`;
const block = (words: string) => `<!-- authflow:begin ${words} -->\n\n<!-- authflow:end -->\n`;
const conflict = (text: string) => text.replace(/^.*$/m, '<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> theirs');

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const findings: readonly Broken[] = [
  { what: 'a stale text', then: greet },
  { what: 'a missing text', then: remove('out/a.txt') },
  { what: 'an edited text', then: change('out/a.txt', 'Hello', 'Mine') },
  {
    what: 'a text with a merge conflict',
    then: (world) => world.write('out/a.mmd', conflict(world.read('out/a.mmd'))),
  },
  {
    what: 'a manifest with a merge conflict',
    then: (world) => world.write('out/.authflow-manifest', conflict(world.read('out/.authflow-manifest'))),
  },
  { what: 'no output at all', then: remove('out') },
  {
    what: 'more flows than are named',
    then: remove('out'),
    files: Object.fromEntries(Array.from('bcdefgh').map((id) => [`flows/${id}.yaml`, flow(id)])),
  },
  { what: 'a page that was asked for once', made: ['render', 'render --format page'], then: greet },
  {
    what: 'only the page that was asked for once',
    made: ['render', 'render --format page'],
    then: change('out/a.md', 'Hello', 'Mine'),
  },
  {
    what: 'a page that was asked for once, of a flow that has one',
    files: { 'flows/a.yaml': withPage('a'), 'authflow.config.yaml': 'formats: [mermaid]\n' },
    made: ['render', 'render --format page'],
    then: greet,
  },
  {
    what: 'a page that the configuration does not name, made before it did not',
    files: { 'flows/a.yaml': withPage('a') },
    then: (world) => world.write('authflow.config.yaml', 'formats: [mermaid]\n'),
  },
  { what: 'sentences and steps that were asked for once', made: ['render', 'render --format alt,steps'], then: greet },
  {
    what: 'formats of the configuration',
    files: { 'authflow.config.yaml': 'formats: [page, svg, png]\n' },
    then: greet,
  },
  {
    what: 'pictures of the configuration that are missing',
    files: { 'authflow.config.yaml': 'formats: [page, svg, png]\n' },
    made: ['render --format page'],
    then: () => undefined,
  },
  { what: 'a stale picture', made: ['render', 'render --format svg'], then: greet },
  {
    what: 'pictures for both pages',
    made: ['render', 'render --format png --theme light,dark'],
    then: greet,
    check: '--theme light,dark',
  },
  {
    what: 'a picture by somebody else',
    made: ['render'],
    then: (world) => world.write('out/a.svg', '<svg/>'),
    check: '--format svg',
  },
  {
    what: 'a picture that a page shows',
    files: { 'flows/a.yaml': withPage('a', '{ picture: svg }') },
    made: ['render', 'render --format svg'],
    then: remove('out/a.svg'),
    check: '--format page',
  },
  {
    what: 'an SVG with a merge conflict',
    made: ['render', 'render --format svg'],
    then: (world) => world.write('out/a.svg', conflict(world.read('out/a.svg'))),
  },
  {
    what: 'stale slides',
    files: { 'flows/a.yaml': phases },
    made: ['render', 'slides --by step --fit 4:3'],
    then: greet,
  },
  {
    what: 'a missing slide',
    files: { 'flows/a.yaml': phases },
    made: ['render', 'slides --dim --by step'],
    then: remove('out/a.slide-02.png'),
  },
  {
    what: 'an edited deck',
    files: { 'flows/a.yaml': phases },
    made: ['render', 'slides'],
    then: change('out/a.deck.md', 'a', 'b'),
  },
  {
    what: 'fewer slides',
    files: { 'flows/a.yaml': phases },
    made: ['render', 'slides'],
    then: change('flows/a.yaml', '    phase: Two\n', ''),
  },
  {
    what: 'slides for both pages',
    files: { 'flows/a.yaml': `${phases}theme: light,dark\n` },
    made: ['render', 'slides'],
    then: greet,
  },
  {
    what: 'a deleted flow',
    files: { 'flows/b.yaml': flow('b') },
    made: ['render', 'render --format svg,page', 'slides'],
    then: remove('flows/b.yaml'),
  },
  { what: 'the last flow deleted', made: ['render', 'render --format svg', 'slides'], then: remove('flows/a.yaml') },
  { what: 'the folder of flows deleted', then: remove('flows') },
  {
    what: 'a deleted and a changed flow',
    files: { 'flows/b.yaml': flow('b') },
    made: ['render', 'render --format page'],
    then: (world) => {
      remove('flows/b.yaml')(world);
      greet(world);
    },
  },
  {
    what: 'a renamed flow with pictures',
    made: ['render', 'render --format svg', 'slides'],
    then: (world) => {
      remove('flows/a.yaml')(world);
      world.write('flows/b.yaml', flow('b'));
    },
  },
  {
    what: 'a stale page of all flows',
    files: { 'authflow.config.yaml': 'gallery: { title: Flows }\n' },
    then: change('authflow.config.yaml', 'Flows', 'Ours'),
  },
  {
    what: 'a missing page of all flows',
    files: { 'authflow.config.yaml': 'gallery: { title: Flows }\n' },
    then: remove('out/README.md'),
  },
  {
    what: 'an edited page of all flows',
    files: { 'authflow.config.yaml': 'gallery: { title: Flows }\n' },
    then: change('out/README.md', 'Flows', 'Mine'),
  },
  {
    what: 'a page of all flows that is no longer asked for',
    files: { 'authflow.config.yaml': 'gallery: { title: Flows }\n' },
    then: (world) => world.write('authflow.config.yaml', 'theme: host\n'),
  },
  {
    what: 'a page of all flows, after one of them was made once',
    files: { 'authflow.config.yaml': 'gallery: { title: Flows }\n' },
    made: ['render', 'render --format page'],
    then: greet,
  },
  {
    what: 'a page of all flows with pictures only',
    files: { 'authflow.config.yaml': 'formats: [svg]\ngallery: { title: Flows }\n' },
    then: greet,
  },
  {
    what: 'options',
    made: ['render --theme dark --width 60 --threats --charset ascii'],
    then: greet,
    check: '--theme dark --width 60 --threats --charset ascii',
  },
  {
    what: 'variables and words that need quotes',
    files: { 'flows/my flow.yaml': `variables: { who: { value: Ada } }\n${flow('b', '${who}')}` },
    made: [String.raw`render --set 'who=it'\''s'`],
    then: change('flows/my flow.yaml', 'title: b', 'title: B'),
    check: String.raw`--set 'who=it'\''s'`,
  },
  { what: 'another folder', made: ['render --out public'], then: greet, check: '--out public' },
  { what: 'a named flow', files: { 'flows/b.yaml': flow('b') }, then: greet, check: 'flows/a.yaml' },
  { what: 'a named folder', then: remove('out'), check: 'flows' },
  {
    what: 'two projects',
    files: {
      'flows/a.yaml': '',
      'one/flows/a.yaml': flow('a'),
      'one/authflow.config.yaml': 'formats: [page]\n',
      'two/flows/b.yaml': flow('b'),
      'two/authflow.config.yaml': 'out: public\n',
    },
    then: (world) => {
      change('one/flows/a.yaml', 'Hello', 'Goodbye')(world);
      remove('two/public/b.txt')(world);
    },
  },
  {
    what: 'a stale block',
    files: { 'docs/a.md': block('../flows/a.yaml format=alt'), 'authflow.config.yaml': 'docs: docs\n' },
    made: ['render', 'embed'],
    then: greet,
  },
  {
    what: 'an empty block',
    files: { 'docs/a.md': block('../flows/a.yaml'), 'authflow.config.yaml': 'docs: docs\n' },
    then: () => undefined,
  },
  {
    what: 'a block where no documents are named',
    files: { 'my docs/a.md': block('../flows/a.yaml') },
    made: ['render', 'embed'],
    then: greet,
  },
  {
    what: 'an edited block',
    files: { 'docs/a.md': block('../flows/a.yaml format=alt'), 'authflow.config.yaml': 'docs: docs\n' },
    made: ['render', 'embed'],
    then: change('docs/a.md', 'Hello', 'Mine'),
  },
  {
    what: 'an edited and a stale block',
    files: {
      'docs/a.md': block('../flows/a.yaml format=alt'),
      'docs/b.md': block('../flows/a.yaml'),
      'authflow.config.yaml': 'docs: docs\n',
    },
    made: ['render', 'embed'],
    then: (world) => {
      change('docs/a.md', 'Hello', 'Mine')(world);
      greet(world);
    },
  },
  {
    what: 'a block with a merge conflict',
    files: { 'docs/a.md': block('../flows/a.yaml format=alt'), 'authflow.config.yaml': 'docs: docs\n' },
    made: ['render', 'embed'],
    then: change('docs/a.md', /^Steps:$/m, '<<<<<<< HEAD\nSteps:\n=======\nSteps.\n>>>>>>> theirs'),
  },
  {
    what: 'a picture that a block shows',
    files: { 'docs/a.md': block('../flows/a.yaml picture'), 'authflow.config.yaml': 'docs: docs\n' },
    made: ['render', 'render --format svg', 'embed'],
    then: remove('out/a.svg'),
  },
  {
    what: 'another release',
    releases: ['1.0.0', '2.0.0'],
    made: ['render', 'render --format svg', 'slides'],
    then: (world) => {
      const [before, after] = [world.read('out/a.mmd'), 'sequenceDiagram\n'].map(hashOf);
      world.write('out/a.mmd', 'sequenceDiagram\n');
      change('out/.authflow-manifest', before ?? '', after ?? '')(world);
    },
    check: '--strict-tool',
  },
];

async function broken({ files = {}, made = ['render'], then, releases = ['', ''] }: Broken): Promise<TempWorld> {
  const world = tempWorld({ openRasterizer: fakeRasterizer().openRasterizer, openCanvas: fakeCanvas().openCanvas });
  for (const [path, text] of Object.entries({ 'flows/a.yaml': flow('a'), ...files })) {
    if (text === '') rmSync(world.path(path), { force: true });
    else world.write(path, text);
  }
  for (const command of made) await world.runAs(releases[0] || null, ...words(command));
  then(world);
  return world;
}

/** As a POSIX shell splits them. */
const words = (command: string): readonly string[] =>
  (command.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? []).map((word) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );

async function runPrinted(world: TempWorld, commands: readonly string[], release: string | null): Promise<void> {
  for (const command of commands.flatMap((line) => line.split(' && '))) {
    const [program, ...argv] = words(command);
    expect(program).toBe('authflow');
    expect(await world.runAs(release, ...argv)).toMatchObject({ code: 0 });
  }
}

it.each(findings)('$what', async (found) => {
  const release = found.releases?.[1] ?? null;
  const check = ['check', ...words(found.check ?? '')];
  const world = await broken(found);
  const { code, stderr } = await world.runAs(release, ...check);
  expect(stderr).toMatch(
    /(?:fix|delete it|lose the edit|discard it|discard both sides) with:\s+authflow|make it with:\s+authflow|run once:\s+authflow/,
  );
  expect(code).toBe(1);
  const [, summary] = /fix with:\n\n {2}(.*)\n/.exec(stderr) ?? [];
  if (summary !== undefined) {
    await runPrinted(world, [summary], release);
    const after = await world.runAs(release, ...check);
    if (!/edited (?:block|and)|block with a merge/.test(found.what)) expect(after).toMatchObject({ code: 0 });
  }

  const again = await broken(found);
  const hints = [...stderr.matchAll(/(?: with|run once):(?: |\n +)(authflow [^\n]*)$/gm)].map(
    ([, command = '']) => command,
  );
  await runPrinted(again, [...new Set(hints)], release);
  expect((await again.runAs(release, ...check)).stderr).not.toContain('error:');
});

it('prints none where no command helps', async () => {
  const world = await broken({
    what: '',
    files: { 'flows/b.yaml': flow('b') },
    then: (made) => {
      change('out/b.txt', 'Hello', 'Mine')(made);
      remove('flows/b.yaml')(made);
      remove('out/b.mmd')(made);
    },
  });
  const { stderr } = await world.run('check');
  expect(stderr).toContain('out/b.txt: error: is no longer produced by any flow');
  expect(stderr).toContain('it was edited by hand: delete or rename it');
  expect(stderr).not.toContain('authflow render');
});
