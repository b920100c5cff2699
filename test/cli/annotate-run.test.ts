import { expect, it } from 'vitest';
import { flow, tempWorld } from './temp-world.js';

const actions = (env: Record<string, string> = {}) => tempWorld({ env: { GITHUB_ACTIONS: 'true', ...env } });

it('annotates in GitHub Actions beside the text report, ten of a kind', async () => {
  const world = actions();
  for (let index = 0; index < 12; index += 1) world.write(`flows/f${index}.yaml`, flow(`f${index}`));
  const { stderr } = await world.run('check');
  expect(stderr.match(/^::error /gm)).toHaveLength(10);
  expect(stderr).toMatch(/^flows\/f11\.yaml.*: error: /m);
  expect(stderr).toContain('24 errors');
});

it('adds all of them to the summary of the step, after what is there, as text', async () => {
  const world = tempWorld();
  world.write('summary.md', 'before\n');
  const inside = actions({ GITHUB_STEP_SUMMARY: world.path('summary.md') });
  inside.write('flows/a.yaml', `${flow('a')}  - { from: A, to: "<b>|x", text: Hello }\n`);
  expect(await inside.run('lint')).toMatchObject({ code: 1, stdout: '' });
  expect(world.read('summary.md')).toMatchInlineSnapshot(`
    "before
    ### authflow

    | | where | what | rule |
    | --- | --- | --- | --- |
    | error | flows/a.yaml\\:6 | unknown participant "\\<b\\>\\|x"<br>participants are\\: A, B | known-participants |

    "
  `);
});

it('adds the security rules that were skipped', async () => {
  const world = tempWorld();
  world.write('summary.md', '');
  const inside = actions({ GITHUB_STEP_SUMMARY: world.path('summary.md') });
  inside.write('flows/a.yaml', flow('a'));
  expect(await inside.run('lint', '--rule', 'SEC004,SEC006,SEC007,SEC008')).toMatchObject({ code: 0, stdout: '' });
  expect(world.read('summary.md')).toMatchInlineSnapshot(`
    "### authflow

    <details><summary>Security rules that were skipped, because the flow shows nothing for them</summary>

    - flows/a.yaml: SEC004, SEC006-SEC008

    </details>

    "
  `);
});

it('does not fail for a summary that can not be written, and reports it', async () => {
  const world = actions({ GITHUB_STEP_SUMMARY: '/no/such/folder/summary.md' });
  world.write('flows/a.yaml', flow('a'));
  const { code, stderr } = await world.run('check');
  expect(code).toBe(1);
  expect(stderr).toContain("/no/such/folder/summary.md: the step summary can't be written: no such file or folder");
});

it.each([
  ['a reporter is asked for', { GITHUB_ACTIONS: 'true' }, ['--reporter', 'text']],
  ['it runs elsewhere', { CI: 'true' }, []],
])('annotates nothing where %s', async (_, env, argv) => {
  const world = tempWorld({ env });
  world.write('flows/a.yaml', flow('a'));
  expect((await world.run('check', ...argv)).stderr).not.toContain('::error');
});
