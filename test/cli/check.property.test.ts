import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStamp, stampPicture } from '../../src/stamp/stamp.js';
import { fakeRasterizer, mermaidWorld, samplePicture } from './fake-rasterizer.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

it('takes a checkout with CRLF for current', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a').replaceAll('\n', '\r\n'));
  await world.run('render');
  world.write('out/a.mmd', world.read('out/a.mmd').replaceAll('\n', '\r\n'));
  expect(await world.run('check')).toEqual({ code: 0, stdout: '', stderr: '1 flow checked: out/ is current\n' });
});

it('writes nothing', async () => {
  const world = tempWorld({
    files: {
      writeFileSync: () => {
        throw new Error('written');
      },
      mkdirSync: () => {
        throw new Error('made');
      },
    },
  });
  world.write('flows/a.yaml', flow('a'));
  expect(await world.run('check')).toMatchObject({ code: 1 });
});

it('takes nothing for an orphan that another project makes in the same folder', async () => {
  const world = tempWorld();
  for (const name of ['a', 'b']) {
    world.write(`${name}/authflow.config.yaml`, 'out: ../out\n');
    world.write(`${name}/flows/${name}.yaml`, flow(name));
  }
  world.write('b/flows/c.yaml', flow('c'));
  await world.run('render');
  expect(await world.run('check')).toMatchObject({ code: 0 });
  expect((await world.run('render', '--prune')).stderr).not.toContain('removed');
  rmSync(world.path('b/flows/b.yaml'));
  expect((await world.run('check')).stderr).toContain('out/b.mmd: error: is no longer produced by any flow');
  await world.run('render', '--prune');
  expect([existsSync(world.path('out/a.mmd')), existsSync(world.path('out/b.mmd'))]).toEqual([true, false]);
});

it('names the command that fixes it, with the options that count', async () => {
  const world = tempWorld();
  world.write('my flows/a.yaml', `variables: { host: { value: a } }\n${flow('a')}`);
  const options = ['--out', 'public docs', '--set', "host=it's", '--charset', 'ascii', '--width', '60'];
  const { stderr } = await world.run('check', 'my flows', ...options, '--format', 'ascii');
  expect(stderr).toContain(
    String.raw`authflow render 'my flows/a.yaml' --format text --out 'public docs' --set 'host=it'\''s' --charset ascii --width 60`,
  );
  await world.run('render', 'my flows', ...options, '--format', 'text');
  expect(await world.run('check', 'my flows', ...options, '--format', 'text')).toMatchObject({ code: 0 });
});

it('bounds the diff', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('out/a.mmd', 'line\n'.repeat(1000));
  world.write('out/a.txt', 'line\n'.repeat(50_000));
  const { code, stdout } = await world.run('check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/\n\(and 8\d\d lines more\)\n--- a\/out\/a\.txt\n/);
  expect(stdout).toMatch(/\nmore than 2000 lines differ\n$/);
});

/** As if another version of authflow had written the file. */
function writeAsAnotherVersion(world: TempWorld, file: string, text: string): void {
  world.write(`out/${file}`, text);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const line = new RegExp(`^(${file} \\w+) \\w+`, 'm');
  world.write('out/.authflow-manifest', world.read('out/.authflow-manifest').replace(line, `$1 ${hash}`));
}

it('tells a changed tool from a changed flow and from an edit', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  await world.runAs('1.0.0', 'render');
  writeAsAnotherVersion(world, 'a.mmd', 'sequenceDiagram\n');
  const check = (...words: string[]) => world.runAs('1.1.0', 'check', ...words);
  const lenient = await check();
  expect(lenient).toMatchObject({ code: 0 });
  expect(lenient.stderr).toContain('notice: this version of authflow renders flows/a.yaml differently [same-tool]');
  expect(await check('--strict-tool')).toMatchObject({ code: 1 });

  world.write('flows/a.yaml', flow('a', 'Goodbye'));
  expect((await check()).stderr).toContain('error: differs from what flows/a.yaml renders to');
  world.write('out/a.mmd', 'mine\n');
  expect((await check()).stderr).toContain('error: was edited by hand');
  expect(await world.runAs('1.1.0', 'render')).toMatchObject({ code: 0 });
  expect(await check('--strict-tool')).toMatchObject({ code: 0 });
});

it.each([
  ['an include', 'flows/_parties.yaml', 'participants: { A: Anna, B: Bob }\n'],
  ['a template', 'design/mermaid/message.hbs', 'A->>B: ours\n'],
])('takes a change of %s for one of the author', async (_, file, text) => {
  const world = tempWorld();
  world.write('flows/_parties.yaml', 'participants: { A: Anna, B: Ben }\n');
  world.write('design/themes/ours.yaml', 'page: light\nbox: "#eeeeee"\n');
  world.write('authflow.config.yaml', 'templates: design\n');
  world.write('flows/a.yaml', 'id: a\ntitle: a\ninclude: _parties.yaml\nsteps: [{ A -> B: Hello }]\n');
  await world.run('render');
  world.write(file, text);
  expect((await world.run('check')).stderr).toContain('error: differs from what flows/a.yaml renders to');
});

it('reads a manifest with the marks of a merge conflict, and of two lines for a file the last', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  await world.run('render');
  const manifest = world.read('out/.authflow-manifest');
  world.write(
    'out/.authflow-manifest',
    manifest.replace('a.mmd', '<<<<<<< HEAD\na.mmd 0 0\n=======\na.mmd').concat('>>>>>>> b\n'),
  );
  const { code, stderr } = await world.run('check');
  expect(code).toBe(1);
  expect(stderr.match(/^\S+: error: .*/gm)).toEqual([
    'out/.authflow-manifest:2:1: error: a merge conflict is not resolved here [merge-conflict]',
  ]);
  await world.run('render');
  expect(world.read('out/.authflow-manifest')).toBe(manifest);
});

it('follows no manifest out of its folder', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('precious.txt', '');
  await world.run('render');
  const empty = createHash('sha256').update('').digest('hex').slice(0, 16);
  world.write('out/.authflow-manifest', `../precious.txt ${empty} ${empty}\n`);
  expect(await world.run('check')).toMatchObject({ code: 0 });
  await world.run('render', '--prune');
  expect(world.read('precious.txt')).toBe('');
});

it('keeps the lines of flows that were not rendered this time', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('flows/b.yaml', flow('b'));
  await world.run('render');
  const manifest = world.read('out/.authflow-manifest');
  world.write('flows/b.yaml', flow('b'));
  await world.run('render', 'flows/b.yaml', '--format', 'text');
  expect(world.read('out/.authflow-manifest')).toBe(manifest);
  expect(manifest).toMatch(/^#.*\na\.mmd \w{16} \w{16}\na\.txt .*\nb\.mmd .*\nb\.txt .*\n$/);
});

it('compares the page that lists all flows', async () => {
  const world = tempWorld();
  world.write('authflow.config.yaml', 'gallery: { title: Our flows }\n');
  world.write('flows/a.yaml', flow('a'));
  await world.run('render');
  expect(await world.run('check')).toMatchObject({ code: 0 });
  world.write('authflow.config.yaml', 'gallery: { title: Old flows }\n');
  await world.run('render');
  world.write('authflow.config.yaml', 'gallery: { title: Our flows }\n');
  const stale = await world.run('check');
  expect(stale.code).toBe(1);
  expect(stale.stdout).toContain('-# Old flows\n+# Our flows\n');
  expect(stale.stderr).toContain('out/README.md: error: is not current [current-output]');
  world.write('out/README.md', 'mine\n');
  expect((await world.run('check')).stderr).toContain('out/README.md: error: was edited by hand [unedited-output]');
  await world.run('render');
  world.write('authflow.config.yaml', 'theme: host\n');
  expect((await world.run('check')).stderr).toContain('out/README.md: error: is no longer produced by any flow');
  world.write('authflow.config.yaml', 'gallery: { title: Our flows }\n');
  // Of some flows the page can't be known.
  expect(await world.run('check', 'flows/a.yaml')).toMatchObject({ code: 0 });
});

describe('of pictures it', () => {
  const formats = ['svg', 'png', 'pdf'] as const;

  async function rendered(): Promise<TempWorld> {
    const world = mermaidWorld({ openRasterizer: fakeRasterizer().openRasterizer });
    world.write('flows/a.yaml', `theme: lavender\n${flow('a')}`);
    await world.run('render', '--format', ['mermaid', 'text', ...formats].join(','));
    return world;
  }

  it('says nothing that are current, and needs no browser', async () => {
    const world = await rendered();
    const { code, stderr } = await world.run('check');
    expect(code).toBe(0);
    expect(stderr).toMatch(/out\/ is current\n$/);
  });

  it.each(formats)('finds a stale %s', async (format) => {
    const world = await rendered();
    world.write('flows/a.yaml', `theme: lavender\n${flow('a', 'Bye')}`);
    await world.run('render');
    const { code, stderr } = await world.run('check');
    expect(code).toBe(1);
    expect(stderr).toContain(
      `out/a.${format}: error: was drawn from a different version of flows/a.yaml [current-output]\n`,
    );
    expect(stderr).toContain(`fix with: authflow render flows/a.yaml --format ${format} --renderer mermaid\n`);
  });

  it.each(formats)('finds a missing %s where it is expected', async (format) => {
    const world = await rendered();
    rmSync(world.path(`out/a.${format}`));
    expect(await world.run('check')).toMatchObject({ code: 0 });
    world.write('authflow.config.yaml', `formats: [mermaid, text, ${formats.join(', ')}]\n`);
    const { code, stderr } = await world.run('check');
    expect(code).toBe(1);
    expect(stderr).toContain(`error: out/a.${format} is missing [current-output]`);
  });

  it.each(formats)('finds an orphaned %s', async (format) => {
    const world = await rendered();
    world.write('flows/a.yaml', `theme: lavender\n${flow('b')}`);
    await world.run('render');
    const { code, stderr } = await world.run('check');
    expect(code).toBe(1);
    expect(stderr).toContain(`out/a.${format}: error: is no longer produced by any flow [no-orphans]\n`);
    expect(stderr).toContain('authflow render --prune\n');
    await world.run('render', '--prune');
    expect(existsSync(world.path(`out/a.${format}`))).toBe(false);
  });

  it.each(formats)('notes that another version drew a %s', async (format) => {
    const world = await rendered();
    const file = world.path(`out/a.${format}`);
    const stamp = readStamp(format, readFileSync(file))!;
    const bare = samplePicture({ id: 'a', format, mermaid: '' });
    writeFileSync(file, stampPicture(format, bare, { ...stamp, authflow: '0.0.1' }));
    const lenient = await world.run('check');
    expect(lenient).toMatchObject({ code: 0 });
    expect(lenient.stderr).toContain(
      `out/a.${format}: notice: was drawn by another version of authflow or Mermaid [same-tool]\n`,
    );
    expect(await world.run('check', '--strict-tool')).toMatchObject({ code: 1 });
  });

  it.each(formats)("leaves other people's %s alone", async (format) => {
    const world = tempWorld();
    world.write('flows/a.yaml', flow('a'));
    await world.run('render');
    for (const name of ['a', 'theirs'])
      world.write(`out/${name}.${format}`, samplePicture({ id: name, format, mermaid: '' }));
    expect(await world.run('check')).toMatchObject({ code: 0 });
    await world.run('render', '--prune');
    expect(existsSync(world.path(`out/theirs.${format}`))).toBe(true);
  });
});
