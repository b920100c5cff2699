/** The scripts of the release workflow that decide whether there is a release, each run as the runner does. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { needs } from '../needs.js';
import manifest from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../', import.meta.url));
const { jobs } = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')) as {
  readonly jobs: { readonly build: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] } };
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'authflow-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'build'));
  copyFileSync(join(root, 'build/address.js'), join(folder, 'build/address.js'));
  describePackage('acme/authflow', '1.2.3');
});

function describePackage(address: string, version: string): void {
  const url = `git+https://github.com/${address}.git`;
  const text = JSON.stringify({ ...manifest, version, repository: { ...manifest.repository, url } });
  writeFileSync(join(folder, 'package.json'), text);
}

function run(name: string, env: Readonly<Record<string, string>> = {}) {
  const script = jobs.build.steps.find((step) => step.name === name)?.run ?? 'exit 99';
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: folder,
      GITHUB_REPOSITORY: 'acme/authflow',
      GITHUB_REF_NAME: 'v1.2.3',
      ...env,
    },
  });
  return { status, said: stdout + stderr };
}

const REFUSE = 'Refuse a placeholder, another repository and another version';

describe.runIf(needs('bash'))('a release', () => {
  it('is refused while the address is a placeholder', () => {
    describePackage('OWNER/authflow', '1.2.3');
    const { status, said } = run(REFUSE, { GITHUB_REPOSITORY: 'OWNER/authflow' });
    expect(status).toBe(1);
    expect(said).toContain('this is a placeholder');
  });

  it('is refused for another repository, and for another version than the tag', () => {
    expect(run(REFUSE)).toEqual({ status: 0, said: '' });
    expect(run(REFUSE, { GITHUB_REPOSITORY: 'fork/authflow' })).toEqual({
      status: 1,
      said: 'package.json names the repository acme/authflow, and this is fork/authflow\n',
    });
    expect(run(REFUSE, { GITHUB_REF_NAME: 'v1.2.4' })).toEqual({
      status: 1,
      said: 'package.json has the version 1.2.3, and the tag is v1.2.4\n',
    });
  });

  it('has the section of its version as its notes, and is refused without', () => {
    const text = '# Changelog\n\n## 1.2.3\n\n### Output changes\n\nNone.\n\n## 1.2.2\n\nOlder.\n';
    writeFileSync(join(folder, 'CHANGELOG.md'), text);
    const cut = (tag: string) => {
      rmSync(join(folder, 'release'), { recursive: true, force: true });
      return run('Cut the notes from CHANGELOG.md', { GITHUB_REF_NAME: tag });
    };
    expect(cut('v1.2.3')).toEqual({ status: 0, said: '' });
    expect(readFileSync(join(folder, 'release/notes.md'), 'utf8')).toBe('\n### Output changes\n\nNone.\n\n');
    expect(cut('v1.2.4')).toEqual({ status: 1, said: 'CHANGELOG.md has no section ## 1.2.4\n' });
  });

  it('is refused where two builds differ', () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const shim = (name: string, script: string) =>
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    shim('git', 'mkdir -p "$4"');
    copyFileSync(join(root, 'Dockerfile'), join(folder, 'Dockerfile'));
    const build = (bytes: string) => {
      for (const made of ['one', 'other', 'release']) rmSync(join(folder, made), { recursive: true, force: true });
      mkdirSync(join(folder, 'release'));
      shim('npm', `[ "$1" = ci ] || echo ${bytes} > authflow-1.2.3.tgz`);
      return run('Build twice to the same bytes', { PATH: `${bin}:${process.env.PATH ?? ''}` });
    };
    expect(build('the-same')).toEqual({ status: 0, said: '' });
    expect(readFileSync(join(folder, 'release/authflow-1.2.3.tgz'), 'utf8')).toBe('the-same\n');
    expect(build('"$PWD"')).toMatchObject({ status: 1, said: expect.stringContaining('differ') as string });
  });
});
