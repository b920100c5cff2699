/** `--since`, and files that were deleted: asked of git itself. */
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runGit } from '../../src/cli/world/git.js';
import { needs } from '../needs.js';
import { repository } from './repository.js';
import type { Repository } from './repository.js';
import { flow, tempWorld } from './temp-world.js';

const including = (id: string): string => `id: ${id}
title: ${id}
include: _parties.yaml
steps:
  - A -> B: Hello
`;

const project = {
  'authflow.config.yaml': 'docs: docs\ntemplates: design\n',
  'flows/_parties.yaml': 'participants: { A: Anna, B: Ben }\n',
  'flows/a.yaml': including('a'),
  'flows/b.yaml': flow('b'),
  'flows/base.yaml': flow('base'),
  'flows/heir.yaml': 'id: heir\nextends: base.yaml\n',
  'design/themes/ours.yaml': 'page: light\nbox: "#eeeeee"\n',
  'docs/a.md': '<!-- authflow:begin ../flows/a.yaml format=alt -->\n<!-- authflow:end -->\n',
  'docs/b.md': '<!-- authflow:begin ../flows/b.yaml format=alt -->\n<!-- authflow:end -->\n',
};

/** A project with current output, on a branch of its own. */
async function branch(files: Readonly<Record<string, string>> = project): Promise<Repository> {
  const world = repository(files);
  await world.run('render');
  await world.run('embed');
  world.commit();
  world.do('switch --quiet --create work');
  return world;
}

const flowsOf = async (world: Repository, ...argv: string[]): Promise<string> =>
  (await world.run('lint', ...argv, '--since', 'main', '--verbose')).stderr.replace(/:[^]*?(?=\nflows|$)/g, '');

describe.runIf(needs('git'))('--since', () => {
  it('checks nothing where nothing changed', async () => {
    const world = await branch();
    world.write('notes.txt', 'mine');
    expect(await world.run('check', '--since', 'main')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'nothing to check: no flow, output or document with a block changed since main\n',
    });
    expect((await world.run('render', '--since', 'main')).stderr).toBe(
      'nothing to render: no flow changed since main\n',
    );
    expect((await world.run('embed', '--since', 'main')).stderr).toBe(
      'nothing to embed: no document with a block, and no flow that one shows, changed since main\n',
    );
    expect((await world.run('lint', '--since', 'main')).stderr).toBe('nothing to lint: no flow changed since main\n');
  });

  it.each([
    ['a flow', 'flows/b.yaml', flow('b', 'Goodbye'), ['b']],
    ['an include', 'flows/_parties.yaml', 'participants: { A: Anna, B: Bob }\n', ['a']],
    ['a base', 'flows/base.yaml', flow('base', 'Goodbye'), ['base', 'heir']],
    ['a theme', 'design/themes/ours.yaml', 'page: light\nbox: "#eeeeef"\n', ['a', 'b', 'base', 'heir']],
    ['the configuration', 'authflow.config.yaml', 'docs: docs\nwidth: 90\n', ['a', 'b', 'base', 'heir']],
    ['the installed packages', 'package-lock.json', '{}', ['a', 'b', 'base', 'heir']],
    [
      'the workflow, which names the version',
      '.github/workflows/authflow.yml',
      'name: authflow\n',
      ['a', 'b', 'base', 'heir'],
    ],
    ['an output', 'out/b.txt', 'edited\n', ['b']],
    ['a new flow', 'flows/c.yaml', flow('c'), ['c']],
  ])('takes the flows to which %s belongs, committed or not', async (_what, path, content, ids) => {
    const world = await branch();
    world.write(path, content);
    const expected = ids.map((id) => `flows/${id}.yaml`).join('\n');
    expect(await flowsOf(world)).toBe(expected);
    world.commit();
    expect(await flowsOf(world)).toBe(expected);
  });

  it('counts no change of the other branch', async () => {
    const world = await branch();
    world.write('flows/a.yaml', including('a').replace('Hello', 'Goodbye'));
    world.commit();
    world.do('switch --quiet main');
    world.write('flows/b.yaml', flow('b', 'Goodbye'));
    world.commit();
    world.do('switch --quiet work');
    expect(await flowsOf(world)).toBe('flows/a.yaml');
  });

  it('follows the link of a flow', async () => {
    const world = repository({ 'elsewhere/real.yaml': flow('a'), 'flows/b.yaml': flow('b') });
    symlinkSync('../elsewhere/real.yaml', world.path('flows/a.yaml'));
    world.commit();
    world.write('elsewhere/real.yaml', flow('a', 'Goodbye'));
    expect(await flowsOf(world)).toBe('flows/a.yaml');
  });

  it('finds every flow of a project whose words changed', async () => {
    const world = await branch({ ...project, 'authflow.config.yaml': 'words: w.de.yaml\n', 'w.de.yaml': 'steps: A\n' });
    world.write('w.de.yaml', 'steps: B\n');
    expect(await flowsOf(world)).toContain('flows/b.yaml');
  });

  it('narrows named flows', async () => {
    const world = await branch();
    world.write('flows/a.yaml', including('a').replace('Hello', 'Goodbye'));
    world.write('flows/b.yaml', flow('b', 'Goodbye'));
    expect(await flowsOf(world, 'flows/a.yaml', 'flows/heir.yaml')).toBe('flows/a.yaml');
  });

  it('renders and embeds what changed, so that check is green', async () => {
    const world = await branch({ ...project, 'authflow.config.yaml': 'docs: docs\ngallery: { title: Flows }\n' });
    world.write('flows/_parties.yaml', 'participants: { A: Anna, B: Bob }\n');
    world.write('flows/b.yaml', flow('b').replace('title: b', 'title: Better'));
    expect(await world.run('check', '--since', 'main')).toMatchObject({ code: 1 });
    const rendered = await world.run('render', '--since', 'main');
    expect(rendered.stderr).toBe(
      [
        'flows/a.yaml → out/a.mmd',
        'flows/a.yaml → out/a.txt',
        'flows/b.yaml → out/b.mmd',
        'authflow.config.yaml → out/README.md',
        '4 files written, 1 unchanged',
        '',
      ].join('\n'),
    );
    expect((await world.run('embed', '--since', 'main')).stderr).toBe(
      'docs/a.md: 1 block written\ndocs/b.md: 1 block written\n2 blocks in 2 documents: 2 written\n',
    );
    expect(await world.run('check', '--since', 'main')).toMatchObject({ code: 0 });
    expect(await world.run('check')).toMatchObject({ code: 0 });
  });

  it('reports a flow whose include was deleted, and a document whose flow was', async () => {
    const world = await branch();
    rmSync(world.path('flows/_parties.yaml'));
    rmSync(world.path('flows/b.yaml'));
    const { code, stderr } = await world.run('check', '--since', 'main');
    expect(code).toBe(1);
    expect(stderr).toContain('flows/a.yaml:3:10: error: ');
    expect(stderr).toContain('docs/b.md:1:21: error: there is no flow "../flows/b.yaml"');
    const whole = await world.run('check');
    expect(stderr.match(/^\S+: error: .*$/gm)).toEqual(whole.stderr.match(/^\S+: error: .*$/gm));
  });

  it('reports the output of a deleted and of a renamed flow', async () => {
    const world = await branch({ 'flows/a.yaml': flow('a'), 'flows/b.yaml': flow('b'), 'flows/c.yaml': flow('c') });
    rmSync(world.path('flows/a.yaml'));
    renameSync(world.path('flows/b.yaml'), world.path('flows/d.yaml'));
    world.write('flows/d.yaml', flow('d'));
    world.commit();
    const { stderr } = await world.run('check', '--since', 'main');
    for (const path of ['out/a.mmd', 'out/b.mmd'])
      expect(stderr).toContain(`${path}: error: is no longer produced by any flow`);
    expect(stderr).toContain('out/d.mmd is missing');
    await world.run('render', '--since', 'main', '--prune');
    expect(await world.run('check', '--since', 'main')).toMatchObject({ code: 0 });
    expect(await world.run('check')).toMatchObject({ code: 0 });
  });

  it('finds an id that an unchanged flow has', async () => {
    const world = await branch();
    world.write('flows/z.yaml', flow('b'));
    expect((await world.run('check', '--since', 'main')).stderr).toContain('another flow already has the id "b"');
  });
});

describe.runIf(needs('git'))('history', () => {
  it('is enough with the one commit before', async () => {
    const origin = await branch();
    origin.write('flows/b.yaml', flow('b', 'Goodbye'));
    origin.commit();
    const world = tempWorld({ git: runGit });
    runGit(['clone', '--quiet', '--depth', '2', `file://${origin.cwd}`, '.'], world.cwd);
    const { stderr } = await world.run('lint', '--since', 'HEAD^1', '--verbose');
    expect(stderr).toMatch(/^flows\/b.yaml: [^]*$/);
    expect(stderr.match(/^flows/gm)).toHaveLength(1);
  });

  it('is asked for where it is missing', async () => {
    const origin = await branch();
    const world = tempWorld({ git: runGit });
    runGit(['clone', '--quiet', '--depth', '1', '--branch', 'work', `file://${origin.cwd}`, '.'], world.cwd);
    const deepen =
      'get the history with: git fetch --unshallow (in GitHub Actions: "fetch-depth: 0" for actions/checkout; in GitLab CI: GIT_DEPTH: "0")';
    expect(await world.run('check', '--since', 'main')).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: --since main: git knows no such commit, branch or tag, and this clone does not have the whole history; ${deepen}\n`,
    });
    origin.write('flows/b.yaml', flow('b', 'Goodbye'));
    origin.commit();
    runGit(['fetch', '--quiet', '--depth', '1', 'origin', 'main:refs/remotes/origin/main'], world.cwd);
    runGit(['fetch', '--quiet', '--depth', '1', 'origin', 'work'], world.cwd);
    runGit(['reset', '--quiet', '--hard', 'FETCH_HEAD'], world.cwd);
    expect((await world.run('check', '--since', 'origin/main')).stderr).toBe(
      `error: --since origin/main: this clone does not reach back to it; ${deepen}\n`,
    );
    expect((await world.run('check', '--since', 'main')).stderr).toBe(
      'error: --since main: there is no such branch here; did you mean origin/main?\n',
    );
  });

  it.each([
    ['typo', 'error: --since typo: git knows no such commit, branch or tag\n'],
    ['--output=x', 'error: --since --output=x: git knows no such commit, branch or tag\n'],
  ])('has no commit %s', async (ref, message) => {
    const world = await branch();
    expect(await world.run('check', `--since=${ref}`)).toEqual({ code: 2, stdout: '', stderr: message });
  });

  it('needs a repository', async () => {
    const { stderr } = await tempWorld({ git: runGit }).run('lint', '--since', 'main');
    expect(stderr).toBe('error: --since main: this folder is in no git repository\n');
  });

  it('needs git', async () => {
    const world = tempWorld();
    expect((await world.run('check', '--since', 'main')).stderr).toBe(
      'error: --since main asks git, which is not installed\n',
    );
  });
});

describe.runIf(needs('git'))('a deleted file that is named', () => {
  it('is checked as what it was', async () => {
    const world = await branch();
    rmSync(world.path('flows/_parties.yaml'));
    world.write('flows/a.yaml', flow('a'));
    rmSync(world.path('docs/b.md'));
    await world.run('render');
    await world.run('embed');
    world.commit();
    const changed = world.do('diff --name-only main').split('\n');
    expect(changed).toContain('flows/_parties.yaml');
    expect(await world.run('check', ...changed)).toMatchObject({ code: 0 });
    rmSync(world.path('flows/b.yaml'));
    expect((await world.run('check', 'flows/b.yaml')).stderr).toContain(
      'out/b.mmd: error: is no longer produced by any flow',
    );
  });

  it('is the last of a folder that the configuration names', async () => {
    const world = await branch({ 'authflow.config.yaml': 'flows: [docs/*.yaml]\n', 'docs/a.yaml': flow('a') });
    rmSync(world.path('docs'), { recursive: true });
    expect((await world.run('check')).stderr).toContain('out/a.mmd: error: is no longer produced by any flow');
    expect(await world.run('render', '--prune')).toMatchObject({ code: 0 });
    expect(await world.run('check', '--since', 'main')).toMatchObject({ code: 0 });
    expect(await world.run('check')).toMatchObject({ code: 0 });
  });

  it('is an error if git does not know it', async () => {
    const world = await branch();
    expect((await world.run('check', 'flows/typo.yaml')).stderr).toContain('flows/typo.yaml: error: no such file');
  });
});
