/** A run of `embed` that dies: every document is the old one or the new one, whole, and the next run mends the rest. */
import * as fs from 'node:fs';
import { expect, it } from 'vitest';
import type { Files } from '../../src/cli/world/world.js';
import { dyingFiles } from './dying-files.js';
import { flow, tempWorld } from './temp-world.js';

const documents = ['one', 'two', 'three'].map((name) => `docs/${name}.md`);
const before = '# Page\n\n<!-- authflow:begin ../flows/a.yaml format=text -->\n<!-- authflow:end -->\n';

async function embedUntil(changes: number) {
  const { files, dieAfter, made } = dyingFiles();
  const world = tempWorld({ files });
  world.write('flows/a.yaml', flow('a'));
  for (const path of documents) world.write(path, before);
  dieAfter(changes);
  const { code } = await world.run('embed', 'docs');
  return { world, code, made: made() };
}

it('leaves whole documents, whenever it dies', async () => {
  const { world: whole, code, made } = await embedUntil(Infinity);
  const after = whole.read('docs/one.md');
  expect(code).toBe(0);
  expect(after).not.toBe(before);
  expect(made).toBeGreaterThan(documents.length);
  for (let changes = 0; changes < made; changes += 1) {
    const { world, code: died } = await embedUntil(changes);
    expect(died).toBe(3);
    for (const path of documents) expect([before, after]).toContain(world.read(path));
  }
});

it('does not write over what was saved meanwhile', async () => {
  let reads = 0;
  const world = tempWorld({
    files: {
      readFileSync: ((path: string, ...rest: []) => {
        // Between the reading of the document and its writing.
        if (path.endsWith('page.md') && (reads += 1) === 2) fs.appendFileSync(path, 'Saved by an editor.\n');
        return fs.readFileSync(path, ...rest);
      }) as Files['readFileSync'],
    },
  });
  world.write('flows/a.yaml', flow('a'));
  world.write('docs/page.md', before);
  const { code, stderr } = await world.run('embed', 'docs');
  expect(stderr).toContain('docs/page.md: error: was changed while authflow was working on it, and was not written');
  expect(code).toBe(3);
  expect(world.read('docs/page.md')).toBe(`${before}Saved by an editor.\n`);
  expect(await world.run('embed', 'docs')).toMatchObject({ code: 0 });
});

it('keeps a byte-order mark, permissions, and the link that leads to a document', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('there/real.md', `\ufeff${before}`);
  fs.chmodSync(world.path('there/real.md'), 0o640);
  fs.mkdirSync(world.path('docs'));
  fs.symlinkSync('../there/real.md', world.path('docs/link.md'));
  expect(await world.run('embed', 'docs/link.md')).toMatchObject({ code: 0 });
  expect(fs.lstatSync(world.path('docs/link.md')).isSymbolicLink()).toBe(true);
  expect(world.read('there/real.md').startsWith('\ufeff# Page')).toBe(true);
  expect(world.read('there/real.md')).toContain('checksum=');
  expect(fs.statSync(world.path('there/real.md')).mode & 0o777).toBe(0o640);
});
