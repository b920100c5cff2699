/** What the container promises: every command works in it, or says in words what is missing. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allows, needs } from '../needs.js';
import { USER } from './container-user.js';
import { containerHindrance, openContainer } from './container.js';
import type { Container } from './container.js';

const isHere = needs('setpriv', 'unshare') && allows(containerHindrance());

/** Without HOME the system is asked, which knows no such user. */
const homes = ['absent', 'unreadable'] as const;
const homeOf = (home: (typeof homes)[number], { path }: Container): Record<string, string> =>
  home === 'absent' ? {} : { HOME: path('secret') };

const inWords = ({ stderr }: { readonly stderr: string }) => {
  expect(stderr).not.toMatch(/^\s+at |Error:|report this|Node\.js v/m);
};

describe.runIf(isHere)('in the container', () => {
  it('there is no such user, no network, and nothing to be written but the working folder', () => {
    const program = `
      const { accessSync, writeFileSync } = require('node:fs');
      const fails = (act) => { try { act(); return null; } catch ({ code, info }) { return info?.code ?? code; } };
      const socket = require('node:net').connect(53, '192.0.2.1');
      socket.on('connect', () => console.log('connected'));
      socket.on('error', ({ code }) => console.log(JSON.stringify({
        ids: [process.getuid(), process.getgid(), ...process.getgroups()],
        user: fails(() => require('node:os').userInfo()),
        home: fails(() => require('node:os').homedir()),
        root: fails(() => writeFileSync('/probe', '')),
        temporary: fails(() => writeFileSync(process.env.TMPDIR + '/probe', '')),
        work: fails(() => writeFileSync('probe', '')),
        secret: fails(() => accessSync('../secret/x')),
        connection: code,
      })));`;
    const { stdout, stderr } = openContainer().run([], { program });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      ids: [USER, USER, USER],
      user: 'ENOENT',
      home: 'ENOENT',
      root: 'EROFS',
      temporary: 'EROFS',
      work: null,
      secret: 'EACCES',
      connection: 'ENETUNREACH',
    });
  });

  it.each(homes)('with HOME %s, texts are rendered, checked, linted and embedded', (home) => {
    const container = openContainer();
    const run = (...argv: string[]) => container.run(argv, { env: homeOf(home, container) });
    expect(run('render')).toMatchObject({ status: 0, stderr: expect.stringContaining('2 files written') as string });
    expect(run('check')).toMatchObject({ status: 0 });
    expect(run('lint')).toMatchObject({ status: 0 });
    expect(run('embed', '--new', 'flows/a.yaml', 'empty.md')).toMatchObject({ status: 0 });
    expect(run('show', 'client-credentials')).toMatchObject({ status: 0, stderr: '' });
    expect(run('init')).toMatchObject({ status: 0 });
    expect(existsSync(container.path('work/out/a.txt'))).toBe(true);
  });

  it.each(homes)('with HOME %s, what needs packages that it does not hold names them', (home) => {
    const container = openContainer();
    const run = (...argv: string[]) => container.run(argv, { env: homeOf(home, container) });
    expect(run('import', 'page.md')).toMatchObject({
      status: 3,
      stderr:
        'page.md: error: Mermaid diagrams are read by the package mermaid, which is not installed [mermaid-parser]\n' +
        '        run: npm install -D mermaid\n' +
        '1 error in 1 file\n',
    });
    const pictures = run('render', '--format', 'svg', '--renderer', 'mermaid');
    expect(pictures).toMatchObject({ status: 4, stderr: expect.stringContaining('slides need') as string });
    inWords(pictures);
    const doctor = run('doctor');
    expect(doctor).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("can't be drawn: not installed:") as string,
    });
    inWords(doctor);
  });

  it('a working folder that can’t be written is named, and the rest works', () => {
    const container = openContainer();
    const run = (...argv: string[]) => container.run(argv, { writable: [] });
    const readOnly = /^out: error: can't be written to: the file system is read-only \[writable-output\]\n/;
    expect(run('render')).toMatchObject({ status: 3, stderr: expect.stringMatching(readOnly) as string });
    expect(run('render', '--stdout', '--format', 'text')).toMatchObject({ status: 0 });
    expect(run('lint')).toMatchObject({ status: 0 });
    expect(run('check')).toMatchObject({ status: 1 });
    for (const command of [['embed', '--new', 'flows/a.yaml', 'empty.md'], ['init']]) {
      const { status, stderr } = run(...command);
      expect(status).toBe(3);
      expect(stderr).toContain("can't be written: the file system is read-only");
    }
  });
});

describe.runIf(isHere)('under the same conditions, with the packages for pictures', () => {
  const installation = 'repository';

  it('pictures are drawn and diagrams imported, whatever HOME is', () => {
    const container = openContainer();
    const run = (argv: readonly string[], env = {}) =>
      container.run(argv, { installation, env, writable: ['work', 'tmp'] });
    for (const env of [{}, homeOf('unreadable', container), { HOME: '/dev/null' }]) {
      const doctor = run(['doctor'], env);
      expect(doctor).toMatchObject({ status: 0, stdout: expect.stringContaining('ok     browser: ') as string });
      inWords(doctor);
    }
    expect(run(['render', '--format', 'svg', '--renderer', 'mermaid'])).toMatchObject({ status: 0 });
    expect(existsSync(container.path('work/out/a.svg'))).toBe(true);
    expect(run(['import', 'page.md'])).toMatchObject({ status: 0 });
  });

  it('a folder that the browser’s library may not read is named', () => {
    const container = openContainer();
    const doctor = container.run(['doctor'], { installation, env: { XDG_CONFIG_HOME: container.path('secret') } });
    expect(doctor).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /note {3}.*puppeteer can't be loaded: .*secret.*: permission denied\n {7}set XDG_CONFIG_HOME to a folder/,
      ) as string,
    });
    expect(doctor.stdout).not.toMatch(/^\s+$/m);
    inWords(doctor);
  });

  it('a browser that finds no place for its files is reported', () => {
    const container = openContainer();
    const doctor = container.run(['doctor'], { installation });
    expect(doctor).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('the browser needs a folder') as string,
    });
    inWords(doctor);
    const pictures = container.run(['render', '--format', 'svg,text', '--renderer', 'mermaid'], { installation });
    expect(pictures).toMatchObject({ status: 4, stderr: expect.stringContaining('set TMPDIR to') as string });
    inWords(pictures);
    expect(existsSync(container.path('work/out/a.txt'))).toBe(true);
  });
});
