/** A check that takes the manifest's word for what a release made: it must find all that one finds that renders again. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { cli } from '../../src/cli/cli.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

async function run(world: TempWorld, release: string | null, ...argv: string[]) {
  const told: string[] = [];
  const write = (text: string | Uint8Array) => told.push(String(text));
  const code = await cli(argv, { ...world, release, stdout: { write }, stderr: { write } });
  return { code, told: told.join('') };
}

const current = { code: 0, told: '1 flow checked: out/ is current\n' };

/** As if the same release had made other texts of the same flow: only who renders again can tell. */
function swapTexts(world: TempWorld): void {
  const text = 'sequenceDiagram\n';
  world.write('out/a.mmd', text);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const manifest = world.read('out/.authflow-manifest').replace(/^(a\.mmd \w+) \w+/m, `$1 ${hash}`);
  world.write('out/.authflow-manifest', manifest);
}

it('renders nothing again that the same release made of the same flow', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  await run(world, '1.0.0', 'render');
  expect(world.read('out/.authflow-manifest')).toMatch(
    /^a\.mmd \w{16} \w{16} 1\.0\.0\+\w{16}\na\.txt \w{16} \w{16} 1\.0\.0\+\w{16}$/m,
  );
  swapTexts(world);
  expect(await run(world, '1.0.0', 'check')).toEqual(current);
});

it('believes no other release', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  await run(world, '1.0.0', 'render');
  expect(await run(world, '1.1.0', 'check')).toEqual(current);
  swapTexts(world);
  const { told } = await run(world, '1.1.0', 'check');
  expect(told).toContain('notice: this version of authflow renders flows/a.yaml differently [same-tool]');
});

it('believes nothing as a working copy', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  await run(world, '1.0.0', 'render');
  expect(await run(world, null, 'check')).toEqual(current);
  swapTexts(world);
  expect((await run(world, null, 'check')).told).toContain('error: differs from what flows/a.yaml renders to');
});

it('promises nothing as a working copy', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  await run(world, null, 'render');
  swapTexts(world);
  expect((await run(world, '1.0.0', 'check')).told).toContain('[current-output]');
});

it('goes on telling what rendering has to say', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a').concat('theme: light\n'));
  const { told } = await run(world, '1.0.0', 'render');
  const [notice = ''] = /.*notice.*/.exec(told) ?? [];
  expect(notice).not.toBe('');
  expect((await run(world, '1.0.0', 'check')).told).toContain(notice);
});

it.each([
  ['the flow', ['flows/a.yaml', flow('a', 'Bye')]],
  ['an include', ['flows/_shared.yaml', 'variables: { host: { value: b.example } }\n']],
  ['a template', ['design/mermaid/message.hbs', 'A->>B: ours\n']],
  ['the names of templates', ['design/mermaid/note.hbs', 'A->>B: theirs\n'], ['design/mermaid/message.hbs', '']],
  ['a theme', ['design/themes/ours.yaml', 'page: light\nbox: "#eeeeee"\nvariables: { actorBkg: "#ff0000" }\n']],
  ['the configuration', ['authflow.config.yaml', 'templates: design\ntheme: dark\n']],
  ['a text', ['out/a.mmd', 'mine\n']],
  ['the manifest', ['out/.authflow-manifest', '']],
])('finds a change of %s', async (_, ...changes) => {
  const world = tempWorld();
  world.write('flows/_shared.yaml', 'variables: { host: { value: a.example } }\n');
  world.write('design/mermaid/note.hbs', '');
  world.write('design/mermaid/message.hbs', 'A->>B: theirs\n');
  world.write('design/themes/ours.yaml', 'page: light\nbox: "#eeeeee"\n');
  world.write('authflow.config.yaml', 'templates: design\ntheme: ours\n');
  world.write('flows/a.yaml', `include: _shared.yaml\n${flow('a', '${host}')}`);
  await run(world, '1.0.0', 'render');
  expect(await run(world, '1.0.0', 'check')).toEqual(current);
  for (const [file = '', text = ''] of changes) world.write(file, text);
  const seen = await run(world, '1.0.0', 'check');
  expect(await run(world, null, 'check')).toEqual(seen);
  if (_ !== 'the manifest') expect(seen.code).toBe(1);
});

it.each([['--redact'], ['--threats'], ['--width', '40'], ['--theme', 'dark'], ['--set', 'host=c.example']])(
  'takes %s for another text',
  async (...words) => {
    const world = tempWorld();
    world.write('flows/a.yaml', `variables: { host: { value: a.example } }\n${flow('a', '${host}')}`);
    await run(world, '1.0.0', 'render', ...words);
    const input = (text: string) => /^a\.mmd (\w+)/m.exec(text)?.[1];
    const before = input(world.read('out/.authflow-manifest'));
    await run(world, '1.0.0', 'render');
    expect(input(world.read('out/.authflow-manifest'))).not.toBe(before);
  },
);
