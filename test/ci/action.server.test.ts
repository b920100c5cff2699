/** The Action: valid by GitHub's own schema, and each of its scripts run in a repository of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { ciFile } from '../../src/cli/init/ci-files.js';
import { flow } from '../cli/temp-world.js';
import { needs } from '../needs.js';
import { loadWorkflowParser } from './workflow-parser.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const content = readFileSync(join(root, 'action.yml'), 'utf8');

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly shell?: string;
}
const { runs } = parse(content) as { readonly runs: { readonly steps: readonly Step[] } };

const mistakesOf = (result: { context: { errors: { getErrors(): readonly { message: string }[] } } }): string[] =>
  result.context.errors.getErrors().map(({ message }) => message);

const { NoOperationTraceWriter, parseAction, parseWorkflow } = await loadWorkflowParser();
const trace = new NoOperationTraceWriter();

describe("by GitHub's schema", () => {
  it('the Action is valid', () => {
    expect(mistakesOf(parseAction({ name: 'action.yml', content }, trace))).toEqual([]);
    const broken = content.replace('using: composite', 'using: compsite');
    expect(mistakesOf(parseAction({ name: 'action.yml', content: broken }, trace))).not.toEqual([]);
  });

  it.each([true, false])('the workflow of init is valid, with authflow in package.json: %s', (hasPackage) => {
    const file = ciFile('github', { hasPackage, out: 'out' }, '1.2.3');
    expect(mistakesOf(parseWorkflow({ name: file.path, content: file.content }, trace))).toEqual([]);
  });

  it.each(['ci.yml', 'release.yml'])('our own workflow %s is valid', (name) => {
    const text = readFileSync(join(root, '.github/workflows', name), 'utf8');
    expect(mistakesOf(parseWorkflow({ name, content: text }, trace))).toEqual([]);
  });
});

describe.runIf(needs('bash', 'git'))('its scripts', () => {
  let repository = '';
  const git = (...words: string[]): string => execFileSync('git', ['-C', repository, ...words], { encoding: 'utf8' });

  beforeEach(() => {
    const base = mkdtempSync(join(tmpdir(), 'authflow-action-'));
    onTestFinished(() => rmSync(base, { recursive: true, force: true }));
    repository = join(base, 'work');
    execFileSync('git', ['init', '--quiet', '--bare', join(base, 'remote')]);
    execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', repository]);
    git('remote', 'add', 'origin', join(base, 'remote'));
    write('flows/a.yaml', flow('a'));
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'Start');
    // As `npm ci` would lay it.
    const bin = join(repository, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(join(root, 'dist/main.js'), join(bin, 'authflow'));
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }

  /** As the runner runs it: `bash --noprofile --norc -eo pipefail`. */
  function run(
    name: string,
    env: Record<string, string> = {},
  ): { readonly status: number | null; readonly said: string } {
    const step = runs.steps.find((one) => one.name === name);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'],
      {
        cwd: repository,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: dirname(repository),
          RUNNER_TEMP: dirname(repository),
          npm_config_update_notifier: 'false',
          ...env,
        },
      },
    );
    return { status, said: stdout + stderr };
  }

  it('check fails until the output is there', () => {
    expect(run('Check', { ARGUMENTS: '' })).toMatchObject({ status: 1 });
    expect(run('Render', { ARGUMENTS: '' })).toMatchObject({ status: 0 });
    expect(run('Check', { ARGUMENTS: '' })).toMatchObject({ status: 0 });
    expect(run('Check', { ARGUMENTS: 'flows/a.yaml --format mermaid' })).toMatchObject({ status: 0 });
  });

  it('take arguments for words, never for commands', () => {
    const { status } = run('Check', { ARGUMENTS: '$(touch hacked) ; touch hacked' });
    expect(status).toBe(3);
    expect(git('status', '--porcelain')).not.toContain('hacked');
  });

  it('lint writes SARIF, and leaves its findings to code scanning', () => {
    expect(run('Lint')).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(join(dirname(repository), 'authflow.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
    rmSync(join(repository, 'flows'), { recursive: true });
    expect(run('Lint').status).toBe(3);
  });

  it('render, embed and commit what changed, once, without node_modules', () => {
    write('authflow.config.yaml', 'docs: page.md\n');
    write('page.md', '<!-- authflow:begin flows/a.yaml -->\n<!-- authflow:end -->\n');
    expect(run('Render', { ARGUMENTS: '--format text' })).toMatchObject({ status: 0 });
    const commit = { MESSAGE: `It's "current"; $(touch hacked)`, BRANCH: 'main' };
    expect(run('Commit', commit)).toMatchObject({ status: 0 });
    expect(git('show', '--name-only', '--format=%s%n%an', 'origin/main').trim().split('\n')).toEqual([
      `It's "current"; $(touch hacked)`,
      'github-actions[bot]',
      '',
      'authflow.config.yaml',
      'out/.authflow-manifest',
      'out/a.txt',
      'page.md',
    ]);
    expect(readFileSync(join(repository, 'page.md'), 'utf8')).toContain('sequenceDiagram');
    expect(run('Commit', commit)).toEqual({ status: 0, said: 'Everything is current.\n' });
  });

  it('install takes the lock file where package.json names authflow, else the version of the Action or the one asked for', () => {
    const bin = join(repository, 'shims');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\necho "npm $*"\n', { mode: 0o755 });
    const env = { PATH: `${bin}:${process.env.PATH ?? ''}`, VERSION: '', GITHUB_ACTION_PATH: root };
    const installed = (version: string) =>
      `npm install --no-save --no-package-lock --ignore-scripts authflow@${version}\n`;
    expect(run('Install', env).said).toBe(installed(manifest.version));
    expect(run('Install', { ...env, VERSION: '1.2.3' }).said).toBe(installed('1.2.3'));
    write('package.json', '{ "devDependencies": { "authflow": "^1.0.0" } }');
    expect(run('Install', env).said).toBe('npm ci --ignore-scripts\n');
  });
});
