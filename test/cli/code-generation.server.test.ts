/** The built command makes no code from strings: the packaged templates are compiled by the build. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function project() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'authflow-no-code-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'flows'), join(folder, 'flows'), { recursive: true });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--disallow-code-generation-from-strings', join(root, 'dist/main.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  return { folder, run };
}

it('renders all flows in all text formats, and draws them', () => {
  const { folder, run } = project();
  const { status, stderr } = run('render', '--format', 'mermaid,text,page,alt,steps,svg', '--renderer', 'native');
  expect(stderr).not.toMatch(/error/);
  expect(status).toBe(0);
  const flows = readdirSync(join(folder, 'flows')).filter((name) => name.endsWith('.yaml'));
  const written = readdirSync(join(folder, 'out'));
  expect(written.filter((name) => name.endsWith('.mmd'))).toHaveLength(flows.length);
  expect(written.filter((name) => name.endsWith('.dark.svg'))).toHaveLength(flows.length);
});

it('says why it can’t use templates of the user', () => {
  const { folder, run } = project();
  mkdirSync(join(folder, 'mine/mermaid'), { recursive: true });
  writeFileSync(join(folder, 'mine/mermaid/acc-title.hbs'), '%% ours\n');
  const { status, stderr } = run('render', 'flows/bff.yaml', '--templates', 'mine');
  expect(stderr).toContain('this process may not compile templates, because Node runs without code generation');
  expect(status).toBe(1);
});
