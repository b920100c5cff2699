/** A run of `render` that dies, or that shares its folder with another: nothing is lost, and nothing is told wrongly. */
import * as fs from 'node:fs';
import { expect, it } from 'vitest';
import type { Files } from '../../src/cli/world/world.js';
import { dyingFiles } from './dying-files.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const manifest = '.authflow-manifest';
const lock = `out/${manifest}.lock`;
const outputs = ['a.mmd', 'a.txt', 'b.mmd', 'b.txt'];
const textsOf = (world: TempWorld) => outputs.map((name) => world.read(`out/${name}`));

function writeFlows(world: TempWorld, word: string): void {
  for (const id of ['a', 'b']) world.write(`flows/${id}.yaml`, flow(id, word));
}

/** Over output that is there already. */
async function renderUntil(changes: number) {
  const { files, dieAfter, made } = dyingFiles();
  const world = tempWorld({ files });
  writeFlows(world, 'old');
  await world.run('render');
  const before = textsOf(world);
  writeFlows(world, 'new');
  dieAfter(changes);
  const { code } = await world.run('render');
  const count = made();
  dieAfter(Infinity);
  return { world, before, code, made: count };
}

it('leaves whole files, whenever it dies, and takes none of them for edited', async () => {
  const { world: whole, before, code, made } = await renderUntil(Infinity);
  const after = textsOf(whole);
  const settled = whole.read(`out/${manifest}`);
  expect(code).toBe(0);
  expect(made).toBeGreaterThan(3 * outputs.length);
  for (let changes = 0; changes < made; changes += 1) {
    const { world } = await renderUntil(changes);
    textsOf(world).forEach((text, index) => expect([before[index], after[index]]).toContain(text));
    expect(world.read(`out/${manifest}`)).toMatch(/^#.*\n(?:[ab]\.(?:mmd|txt) \w{16} \w{16}\n)+$/);

    writeFlows(world, 'newer');
    const { stderr } = await world.run('check');
    expect(stderr).toContain('differs from what flows/a.yaml renders to');
    expect(stderr).not.toContain('edited by hand');

    fs.rmSync(world.path(lock), { force: true });
    writeFlows(world, 'new');
    expect(await world.run('render')).toMatchObject({ code: 0 });
    expect(textsOf(world)).toEqual(after);
    expect(world.read(`out/${manifest}`)).toBe(settled);
  }
});

it('keeps the lines of another run that writes into the same folder', async () => {
  const refused = new Set<string>();
  const world = tempWorld({
    files: {
      renameSync: (from, to) => {
        // Long enough for the other run to come between the reading of the manifest and its writing.
        if (String(to).endsWith(manifest) && !refused.has(String(from))) {
          refused.add(String(from));
          throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        }
        fs.renameSync(from, to);
      },
    },
  });
  writeFlows(world, 'Hello');
  await Promise.all(['a', 'b'].map((id) => world.run('render', `flows/${id}.yaml`)));
  expect(refused.size).toBeGreaterThan(1);
  const named = [...world.read(`out/${manifest}`).matchAll(/^\w+\.\w+/gm)].map(([name]) => name);
  expect(named).toEqual(outputs);
  expect(fs.existsSync(world.path(lock))).toBe(false);
});

it('does not wait forever for a run that died while it wrote the manifest', async () => {
  const world = tempWorld();
  writeFlows(world, 'Hello');
  world.write(lock, 'of a run that died');
  expect(await world.run('render')).toMatchObject({ code: 0 });
  expect(fs.existsSync(world.path(lock))).toBe(false);
});

const failing = (code: string) => () => {
  throw Object.assign(new Error(`${code}: refused`), { code });
};

const failures: readonly (readonly [string, string, Partial<Files>])[] = [
  ['a full disk', 'no space is left on the disk', { writeFileSync: failing('ENOSPC') }],
  ['a file system for reading alone', 'the file system is read-only', { writeFileSync: failing('EROFS') }],
  [
    'a file for reading alone',
    'permission denied',
    // Root may write to anything, so the refusal is injected.
    { accessSync: (file) => (/\.\w+$/.test(String(file)) ? failing('EACCES')() : undefined) },
  ],
];

it.each(failures)('reports %s, and loses nothing', async (_, words, files) => {
  let isFailing = false;
  const guarded = Object.fromEntries(
    Object.entries(files).map(([name, fail]) => [
      name,
      (...given: unknown[]) =>
        ((isFailing ? fail : fs[name as keyof Files]) as (...all: unknown[]) => unknown)(...given),
    ]),
  );
  const world = tempWorld({ files: guarded });
  writeFlows(world, 'old');
  world.write('docs/page.md', '<!-- authflow:begin ../flows/a.yaml -->\n<!-- authflow:end -->\n');
  await world.run('render');
  const [before, listed, page] = [textsOf(world), fs.readdirSync(world.path('out')), world.read('docs/page.md')];
  writeFlows(world, 'new');
  isFailing = true;
  const rendered = await world.run('render');
  const embedded = await world.run('embed', 'docs');
  expect([rendered.code, embedded.code]).toEqual([3, 3]);
  for (const name of outputs) expect(rendered.stderr).toContain(`out/${name}: error: can't be written: ${words}`);
  expect(embedded.stderr).toContain(`docs/page.md: error: can't be written: ${words}`);
  expect(textsOf(world)).toEqual(before);
  expect(fs.readdirSync(world.path('out'))).toEqual(listed);
  expect([fs.readdirSync(world.path('docs')), world.read('docs/page.md')]).toEqual([['page.md'], page]);
});

/** An editor that saves a flow, at each of so many readings. */
function saving(times: number) {
  let left = times;
  return tempWorld({
    files: {
      readFileSync: ((path: string, ...rest: []) => {
        if (!path.endsWith('a.yaml') || left === 0) return fs.readFileSync(path, ...rest);
        left -= 1;
        fs.writeFileSync(path, flow('a', `state ${left}`));
        const half = fs.readFileSync(path).subarray(0, 30);
        fs.appendFileSync(path, '#\n');
        return half;
      }) as Files['readFileSync'],
    },
  });
}

it('reads a flow again that is saved meanwhile', async () => {
  const world = saving(2);
  world.write('flows/a.yaml', flow('a'));
  expect(await world.run('render')).toMatchObject({ code: 0 });
  expect(world.read('out/a.mmd')).toContain('state 0');
});

it('reports a flow that keeps changing, and leaves its output', async () => {
  const world = saving(100);
  world.write('flows/a.yaml', flow('a'));
  world.write('out/a.mmd', 'old\n');
  const { code, stderr } = await world.run('render');
  expect(stderr).toContain('flows/a.yaml: error: was changed while authflow was working on it, and was skipped');
  expect(code).toBe(3);
  expect(world.read('out/a.mmd')).toBe('old\n');
});

it('takes away what a run left that died, and nothing else', async () => {
  let asked = 0;
  const writeFileSync = ((...words: Parameters<typeof fs.writeFileSync>) => {
    if (String(words[0]).endsWith('.lock')) asked += 1;
    fs.writeFileSync(...words);
  }) as Files['writeFileSync'];
  const world = tempWorld({ files: { writeFileSync } });
  writeFlows(world, 'Hello');
  const left = ['.a.mmd.authflow-1-k2j9x.tmp', '.a.txt.authflow-2-k2j9x.tmp'];
  const others = [`.b.mmd.authflow-${process.pid}-k2j9x.tmp`, '.a.mmd.k2j9x.tmp', 'a.tmp'];
  for (const name of [...left, ...others]) world.write(`out/${name}`, '');
  world.write(lock, '1-k2j9x');
  expect(await world.run('render')).toMatchObject({ code: 0 });
  const there = fs.readdirSync(world.path('out')).filter((name) => name.endsWith('.tmp'));
  expect(there.sort()).toEqual(others.sort());
  // The manifest is written twice; a lock whose run has ended is not waited for.
  expect(asked).toBeLessThan(5);
});
