/** Our workflows, the Action, the workflow that init writes, and the container: pinned, and with no more rights than they need. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ciFile } from '../../src/cli/init/ci-files.js';
import { USER } from '../cli/container-user.js';
import { published, root } from './files.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly runs?: Job;
}

const project = { hasPackage: true, out: 'out' };
const own = readdirSync(`${root}.github/workflows`).map((name) => `.github/workflows/${name}`);
const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...own, 'action.yml'].map((path) => [path, readFileSync(root + path, 'utf8')])),
  'init --ci github': ciFile('github', project, '1.2.3').content,
};
const all = Object.entries(texts).map(([path, text]) => [path, text, parse(text) as Workflow] as const);
const jobsOf = ({ jobs, runs }: Workflow): readonly Job[] => [...Object.values(jobs ?? {}), ...(runs ? [runs] : [])];

/** `uses: actions/checkout@<commit> # v7.0.1` */
const PINNED = /^\s*-? *uses: (?<action>[\w./-]+)@[\da-f]{40} # v\d+\.\d+\.\d+$/;

describe('workflows', () => {
  it.each(all)('%s: actions of others are pinned by commit', (_, text, workflow) => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line) && !line.includes('uses: ./'));
    expect(lines.filter((line) => !PINNED.test(line))).toEqual([]);
    const used = jobsOf(workflow).flatMap(({ steps = [] }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(lines).toHaveLength(used.length);
  });

  it('an action has one version, wherever it is used', () => {
    const all = [...Object.values(texts), published.get('docs/ci.md') ?? ''];
    const lines = all.flatMap((text) => text.split('\n').filter((line) => PINNED.test(line)));
    const pins = new Set(lines.map((line) => line.replace(/^.*uses: /, '')));
    const actions = new Set([...pins].map((pin) => pin.replace(/@.*/, '')));
    expect(actions.size).toBeGreaterThan(3);
    expect([...pins]).toHaveLength(actions.size);
  });

  it.each(all)('%s: no checkout leaves its token behind', (_, __, workflow) => {
    const checkouts = jobsOf(workflow)
      .flatMap(({ steps = [] }) => steps)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('each job may write one thing, or nothing', () => {
    const rights = all.flatMap(([path, , { permissions = {}, jobs = {} }]) => [
      ...Object.entries(permissions).map(([what, right]) => `${path}: ${what} ${right}`),
      ...Object.entries(jobs).flatMap(([name, job]) =>
        Object.entries(job.permissions ?? {}).map(([what, right]) => `${path} ${name}: ${what} ${right}`),
      ),
    ]);
    expect(rights.filter((right) => !right.endsWith(': contents read')).sort()).toEqual([
      '.github/workflows/release.yml container: packages write',
      '.github/workflows/release.yml npm: id-token write',
      '.github/workflows/release.yml release: contents write',
    ]);
    for (const [path, , workflow] of all) if (workflow.jobs) expect(workflow.permissions, path).toBeDefined();
  });

  it('no script holds an expression, which would become code in it', () => {
    const scripts = all.flatMap(([, , workflow]) => jobsOf(workflow).flatMap(({ steps = [] }) => steps));
    expect(scripts.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

describe('the container', () => {
  const dockerfile = readFileSync(`${root}Dockerfile`, 'utf8');
  const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]/.test(line));

  it('is a Node of one version and digest, the package, and a user without rights', () => {
    expect(instructions).toEqual([
      expect.stringMatching(/^FROM node:\d+\.\d+\.\d+-[a-z]+-slim@sha256:[\da-f]{64}$/),
      'ADD authflow-*.tgz /opt/',
      'WORKDIR /work',
      `USER ${USER}:${USER}`,
      'ENTRYPOINT ["node", "/opt/package/dist/main.js"]',
      'CMD ["--help"]',
    ]);
  });
});
