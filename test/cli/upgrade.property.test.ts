/** A release that renders otherwise is no mistake of the author: a project of an earlier one, frozen, is upgraded. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileFlow } from '../../src/index.js';
import { checksumOf } from '../../src/docs/markers/index.js';
import { fakeCanvas } from './fake-canvas.js';
import { fakeRasterizer } from './fake-rasterizer.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const frozen = new URL('../fixtures/project-0.1.0/', import.meta.url);
const files = readdirSync(frozen, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[a-z-]+$/.test(path));

function frozenProject(): TempWorld {
  const world = tempWorld({ openCanvas: fakeCanvas().openCanvas });
  for (const path of files) world.write(path, readFileSync(new URL(path, frozen)));
  world.write(
    'authflow.config.yaml',
    'gallery: { title: The flows that come with authflow, picture: client-credentials }\n',
  );
  return world;
}

interface Reported {
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

/** Rules of security that are newer than the flows are not counted. */
const errorsIn = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as Reported).diagnostics
    .filter(({ code, severity }) => severity === 'error' && !/^SEC\d/.test(code))
    .map(({ message }) => message);

it('compiles every flow of 0.1.0', () => {
  const flows = files.filter((path) => /^flows\/[^_/]+\.yaml$/.test(path));
  expect(flows).toHaveLength(33);
  for (const path of flows) {
    const readSource = (name: string) =>
      files.includes(name) ? { path: name, text: readFileSync(new URL(name, frozen), 'utf8') } : null;
    const source = { path, text: readFileSync(new URL(path, frozen), 'utf8') };
    const { diagnostics } = compileFlow(source, { readSource });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

it('passes check with one notice, which names the one command', async () => {
  const world = frozenProject();
  const checked = await world.runAs('0.9.0', 'check');
  expect(checked.stderr).toMatch(
    /^out\/\.authflow-manifest: notice: \d+ files differ only because authflow 0\.1\.0 made them, and this is 0\.9\.0 \[same-tool\]\n {8}update with: authflow render(?: && [^\n]*)?\n/m,
  );
  expect(checked.stderr.match(/same-tool/g)).toHaveLength(1);
  expect(checked.stdout).toBe('');
  expect(errorsIn((await world.runAs('0.9.0', 'check', '--reporter', 'json')).stdout)).toEqual([]);
  expect(await world.runAs('0.9.0', 'check', '--strict-tool')).toMatchObject({ code: 1 });
  const { stderr } = await world.runAs('0.9.0', 'render');
  expect(stderr).toMatch(/^\d+ files written, \d+ unchanged\n(\d+) files differ: \1 by authflow 0\.9\.0$/m);
  // Its Mermaid is another one since 0.1.0, so the pictures are drawn again too, as the notice says.
  const [, pictures = ''] = /update with: authflow render && authflow (.*)/.exec(checked.stderr) ?? [];
  expect(pictures).toBe('render flows/client-credentials.yaml --format svg,png');
  expect(await world.runAs('0.9.0', ...pictures.split(' '))).toMatchObject({ code: 0 });
  expect(await world.runAs('0.9.0', 'check')).toMatchObject({ code: 0 });
});

it('says that Mermaid drew the committed pictures where they are all that is checked', async () => {
  const world = frozenProject();
  const checked = await world.runAs('0.9.0', 'check', 'flows/client-credentials.yaml', '--format', 'svg,png');
  expect(checked).toEqual({
    code: 0,
    stdout: '',
    stderr: [
      'out/.authflow-manifest: notice: 4 pictures differ only because Mermaid drew them [same-tool]',
      '        update with: authflow render flows/client-credentials.yaml --format svg,png',
      '        or keep pictures by Mermaid with this line in authflow.config.yaml: renderer: mermaid',
      '1 notice in 1 file',
      '1 flow checked: out/ is current',
      '',
    ].join('\n'),
  });
});

it('finds its texts and pictures stale once their flow was edited', async () => {
  const world = frozenProject();
  const path = 'flows/client-credentials.yaml';
  world.write(path, world.read(path).replace('🖥️ Service', '🖥️ Worker'));
  const { code, stderr } = await world.runAs('0.9.0', 'check');
  expect(code).toBe(1);
  for (const file of ['svg', 'dark.svg', 'png', 'dark.png'])
    expect(stderr).toContain(`out/client-credentials.${file}: error: was drawn from a different version of ${path}`);
  expect(stderr).toContain(`error: differs from what ${path} renders to`);
  expect(stderr).toMatch(/notice: \d+ files differ only because authflow 0\.1\.0 made them/);
});

it.each([
  ['the manifest names no release', '0.9.0', (line: string) => line.replace(/ 0\.1\.0$/gm, '')],
  ['the running authflow names none', null, (line: string) => line],
])('stays a finding where %s', async (_why, release, change) => {
  const world = frozenProject();
  world.write('out/.authflow-manifest', change(world.read('out/.authflow-manifest')));
  const { code, stdout } = await world.runAs(release, 'check', '--reporter', 'json');
  expect(code).toBe(1);
  expect(errorsIn(stdout)).toContain('differs from what flows/dpop.yaml renders to');
});

/** A project as 1.0.0 left it, if that release had rendered something else of the same sources. */
async function olderProject(renderer = 'native'): Promise<TempWorld> {
  const world = tempWorld({ openRasterizer: fakeRasterizer().openRasterizer });
  world.write('authflow.config.yaml', `docs: docs\ngallery: { title: Flows }\nrenderer: ${renderer}\n`);
  for (const id of ['a', 'b']) world.write(`flows/${id}.yaml`, flow(id));
  world.write('docs/a.md', '<!-- authflow:begin ../flows/a.yaml -->\n\n<!-- authflow:end -->\n');
  world.write('docs/help.md', '<!-- authflow:begin authflow help=formats -->\n\n<!-- authflow:end -->\n');
  await world.runAs('1.0.0', 'render');
  await world.runAs('1.0.0', 'embed');
  const older = (text: string) => text.replaceAll('A->>B', 'A->>+B').replaceAll('Flows', 'All flows');
  for (const path of ['out/a.mmd', 'out/b.mmd', 'out/README.md']) {
    const text = older(world.read(path));
    const [before, after] = [world.read(path), text].map((content) =>
      createHash('sha256').update(content).digest('hex'),
    );
    world.write(path, text);
    const manifest = world.read('out/.authflow-manifest');
    world.write('out/.authflow-manifest', manifest.replace(before!.slice(0, 16), after!.slice(0, 16)));
  }
  for (const path of ['docs/a.md', 'docs/help.md']) {
    const text = world.read(path).replace('A->>B', 'A->>+B').replace('what it is', 'what it means');
    const block = /-->\n\n([^]*)\n\n<!--/.exec(text)?.[1] ?? '';
    world.write(path, text.replace(/checksum=\w+/, `checksum=${checksumOf(block)}`));
  }
  return world;
}

it('counts texts, the page of all flows and documents, and one command brings them up to date', async () => {
  const world = await olderProject();
  const { code, stdout, stderr } = await world.runAs('2.0.0', 'check');
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toBe(
    [
      'out/.authflow-manifest: notice: 5 files differ only because authflow 1.0.0 made them, and this is 2.0.0 [same-tool]',
      '        update with: authflow render && authflow embed',
      '1 notice in 1 file',
      '2 flows checked: out/ is current',
      '',
    ].join('\n'),
  );
  await world.runAs('2.0.0', 'render');
  await world.runAs('2.0.0', 'embed');
  expect((await world.runAs('2.0.0', 'check')).stderr).toBe(
    '2 flows checked: out/ is current\n2 blocks in documents: current\n',
  );
});

it('tells changes by the author from those by the release', async () => {
  const world = await olderProject();
  world.write('flows/b.yaml', flow('b', 'Goodbye'));
  const { code, stderr } = await world.runAs('2.0.0', 'check');
  expect(code).toBe(1);
  expect(stderr).toContain('notice: 4 files differ only because authflow 1.0.0 made them, and this is 2.0.0');
  expect(stderr).toContain('out/b.mmd:3:60: error: differs from what flows/b.yaml renders to');
  const rendered = await world.runAs('2.0.0', 'render');
  expect(rendered.stderr).toContain('4 files differ: 2 by authflow 2.0.0 and 2 by their flows');
});

it('takes an edit for an edit', async () => {
  const world = await olderProject();
  world.write('out/a.mmd', `${world.read('out/a.mmd')}%% mine\n`);
  expect((await world.runAs('2.0.0', 'check')).stderr).toContain('out/a.mmd:9:9: error: was edited by hand');
});

it('counts pictures that another version drew among those by the release', async () => {
  const world = await olderProject('mermaid');
  await world.runAs('1.0.0', 'render', '--format', 'svg');
  world.write('out/a.svg', world.read('out/a.svg').replace('authflow/0.0.0-test', 'authflow/0.0.1'));
  world.write('flows/b.yaml', flow('b', 'Goodbye'));
  const { stderr } = await world.runAs('2.0.0', 'render', '--format', 'svg');
  expect(stderr).toContain('files differ: 1 by authflow 2.0.0 and ');
  expect(stderr).toMatch(/^flows\/a\.yaml → out\/a\.svg$/m);
});

it('takes a picture of the same flow, drawn by another release, for no mistake', async () => {
  const world = await olderProject('mermaid');
  await world.runAs('1.0.0', 'render', '--format', 'svg');
  const svg = world.read('out/a.svg');
  const [, source = ''] = /source\/(\w+)/.exec(svg) ?? [];
  world.write('out/a.svg', svg.replaceAll(source, 'f'.repeat(source.length)));
  const { code, stderr } = await world.runAs('2.0.0', 'check');
  expect(code).toBe(0);
  expect(stderr).toContain('authflow render && authflow render flows/a.yaml --format svg && authflow embed');
  world.write('flows/a.yaml', flow('a', 'Goodbye'));
  expect((await world.runAs('2.0.0', 'check')).stderr).toContain(
    'out/a.svg: error: was drawn from a different version of flows/a.yaml',
  );
});
