/** Files that are no regular files, in the real command: never a wait, never a replaced device, never a stack trace. */
import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { allows, testWith } from '../needs.js';
import { flow, tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const cap = 60_000;

function run(world: TempWorld, ...argv: readonly string[]) {
  const options = { cwd: world.cwd, input: '', encoding: 'utf8', timeout: cap, killSignal: 'SIGKILL' } as const;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], options);
  const said = stdout + stderr;
  expect(signal, argv.join(' ')).toBeNull();
  expect(said).not.toMatch(/internal error|^ {4}at /m);
  return { status, said };
}

const makePipe = (path: string) => execFileSync('mkfifo', [path]);
/** Numbers as in Linux's devices.txt: a device of its own, so that no fault breaks the machine. */
const device = (minor: number) => (path: string) => execFileSync('mknod', [path, 'c', '1', String(minor)]);
const [nullDevice, zeroDevice, fullDevice] = [device(3), device(5), device(7)];

const kinds: Readonly<Record<string, (path: string) => unknown>> = {
  'a pipe': makePipe,
  'a folder': (path) => mkdirSync(path),
  'a circle of links': (path) => symlinkSync(path, path),
  'a huge file': (path) => {
    writeFileSync(path, '');
    truncateSync(path, 5 * 2 ** 30);
  },
};

const block = '[//]: # "authflow:begin ../flows/a.yaml format=text"\n\n[//]: # "authflow:end"\n';

interface Place {
  readonly path: string;
  readonly around: Readonly<Record<string, string>>;
  /** The commands that read it. */
  readonly commands: readonly string[];
}

const place = (path: string, around: Place['around'], ...commands: readonly string[]): Place => ({
  path,
  around,
  commands,
});

const places: readonly Place[] = [
  place('flows/b.yaml', {}, 'render', 'check flows/b.yaml'),
  place('flows/_shared.yaml', { 'flows/c.yaml': `include: [_shared.yaml]\n${flow('c')}` }, 'render'),
  place('flows/_base.yaml', { 'flows/c.yaml': 'id: c\nextends: _base.yaml\n' }, 'lint'),
  place('authflow.config.yaml', {}, 'render'),
  place('docs/b.md', { 'docs/a.md': block }, 'embed', 'embed docs/b.md', 'import docs/b.md'),
  place('out/.authflow-manifest', {}, 'check', 'render'),
  place('out/.authflow-manifest.lock', {}, 'render'),
  place('out/a.svg', {}, 'check --strict-tool'),
  place('t/mermaid/message.hbs', { 't/mermaid/note.hbs': '' }, 'render --templates t'),
  place('words.yaml', { 'authflow.config.yaml': 'words: [words.yaml]\n' }, 'check'),
  place('base.txt', {}, 'lint --baseline base.txt --update-baseline'),
  place('.gitattributes', {}, 'init --ci github'),
  place('package.json', { 'docs/a.md': block }, 'init --ci github', 'embed'),
];

const isLinux = allows(process.platform === 'linux' ? null : 'only Linux has these files');
const test = testWith('sh');

describe.runIf(isLinux)('where a file is read, no command waits for', () => {
  const cases = Object.keys(kinds).flatMap((kind) => places.map((place) => ({ kind, place, path: place.path })));
  test.each(cases)('$kind as $path', { timeout: 4 * cap }, ({ kind, place: { path, around, commands } }) => {
    for (const command of kind === 'a pipe' ? commands : commands.slice(0, 1)) {
      const world = tempWorld();
      for (const [name, text] of Object.entries({ 'flows/a.yaml': flow('a'), ...around })) world.write(name, text);
      mkdirSync(dirname(world.path(path)), { recursive: true });
      kinds[kind]?.(world.path(path));
      run(world, ...command.split(' '));
    }
  });

  test.each(Object.keys(kinds))('%s as a configuration, which is no absent one', { timeout: cap }, (kind) => {
    const world = tempWorld();
    world.write('flows/a.yaml', flow('a'));
    kinds[kind]?.(world.path('authflow.config.yaml'));
    const { status, said } = run(world, 'render');
    expect(status).not.toBe(0);
    expect(said).toMatch(/authflow\.config\.yaml: error: can't be read: (?:it is|its)/);
  });

  const targets = {
    'a pipe': [makePipe, 'it is a pipe \\(FIFO\\), not a folder'],
    'a file': [(path: string) => writeFileSync(path, ''), 'it is a file, not a folder'],
    'a broken link': [(path: string) => symlinkSync('nowhere', path), 'it is a link to a file that does not exist'],
    'a circle of links': [(path: string) => symlinkSync(path, path), 'its symbolic links form a circle'],
  } as const;
  test.each(Object.entries(targets))('%s, which is named as what it is', { timeout: 4 * cap }, (_, [make, reason]) => {
    const world = tempWorld();
    world.write('flows/a.yaml', flow('a'));
    make(world.path('odd'));
    expect(run(world, 'render', '--out', 'odd').said).toMatch(
      new RegExp(`^odd: error: can't be written to: ${reason}`),
    );
    expect(run(world, 'render', '--templates', 'odd').said).toMatch(
      new RegExp(`templates: odd can't be read: ${reason}`),
    );
    expect(run(world, 'lint', '--baseline', 'odd').said).not.toContain('the baseline odd does not exist');
  });

  test('a folder as standard input, which is no empty file', { timeout: cap }, () => {
    const world = tempWorld();
    const shell = `"${process.execPath}" "${main}" lint - < . ; "${process.execPath}" "${main}" lint - <&-`;
    const { stderr } = spawnSync('sh', ['-c', shell], { cwd: world.cwd, encoding: 'utf8', timeout: cap });
    expect(stderr).toMatch(/<stdin>: error: can't be read: it is a folder [^]*<stdin>: error: the file is empty/);
  });

  test('a pipe in the place of .gitignore, for which git waits', { timeout: cap }, () => {
    const world = tempWorld();
    world.write('flows/a.yaml', flow('a'));
    world.write('docs/a.md', block);
    execFileSync('git', ['init', '-q'], { cwd: world.cwd });
    makePipe(world.path('.gitignore'));
    expect(run(world, 'embed')).toMatchObject({ status: 0 });
  });
});

describe.runIf(isLinux)('what is no regular file gets the bytes', () => {
  test('of a pipe with a reader', { timeout: cap }, () => {
    const world = tempWorld();
    // More than fits into a pipe at once.
    world.write('flows/a.yaml', flow('a') + `  - A -> B: ${'word '.repeat(40)}last\n`.repeat(500));
    makePipe(world.path('a.mmd'));
    const command = `cat a.mmd > read & "${process.execPath}" "${main}" render flows/a.yaml -o a.mmd && wait`;
    expect(spawnSync('sh', ['-c', command], { cwd: world.cwd, timeout: cap })).toMatchObject({ status: 0 });
    expect(world.read('read')).toMatch(/^sequenceDiagram\n[^]*last\n$/);
    expect(lstatSync(world.path('a.mmd')).isFIFO()).toBe(true);
  });

  test('and without a reader, an error', { timeout: cap }, () => {
    const world = tempWorld();
    world.write('flows/a.yaml', flow('a'));
    makePipe(world.path('a.mmd'));
    const { status, said } = run(world, 'render', 'flows/a.yaml', '-o', 'a.mmd');
    expect(status).toBe(3);
    expect(said).toContain(
      "a.mmd: error: can't be written: it is a pipe from which no program reads [writable-output]",
    );
  });

  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('of %s', (path) => {
    const world = tempWorld();
    world.write('flows/a.yaml', flow('a'));
    const command = `"${process.execPath}" "${main}" render flows/a.yaml --format mermaid -o ${path}`;
    const shell = `echo before > all; ${command} >> all; ${command} | cat >> all`;
    expect(spawnSync('sh', ['-c', shell], { cwd: world.cwd, encoding: 'utf8' }).status).toBe(0);
    expect(readFileSync(world.path('all'), 'utf8')).toMatch(/^before\nsequenceDiagram\n[^]*\nsequenceDiagram\n/);
  });
});

const isRoot = allows(process.getuid?.() === 0 ? null : 'only root makes devices');

describe.runIf(isLinux && isRoot)('a device stays what it is', () => {
  const world = () => {
    const made = tempWorld();
    made.write('flows/a.yaml', flow('a'));
    mkdirSync(made.path('out'));
    return made;
  };
  const isDevice = (made: TempWorld, path: string) => lstatSync(made.path(path)).isCharacterDevice();

  test('where a result is written', { timeout: cap }, () => {
    const made = world();
    nullDevice(made.path('null.mmd'));
    nullDevice(made.path('out/a.txt'));
    expect(run(made, 'render', 'flows/a.yaml', '-o', 'null.mmd').status).toBe(0);
    expect(run(made, 'render').status).toBe(0);
    expect([isDevice(made, 'null.mmd'), isDevice(made, 'out/a.txt')]).toEqual([true, true]);
  });

  test('where a full one refuses it', { timeout: cap }, () => {
    const made = world();
    fullDevice(made.path('full.mmd'));
    const { status, said } = run(made, 'render', 'flows/a.yaml', '-o', 'full.mmd');
    expect(status).toBe(3);
    expect(said).toContain("full.mmd: error: can't be written: no space is left on the disk");
    expect(isDevice(made, 'full.mmd')).toBe(true);
  });

  test('where it has no end', { timeout: 4 * cap }, () => {
    const made = world();
    zeroDevice(made.path('flows/zero.yaml'));
    zeroDevice(made.path('zero.md'));
    symlinkSync('../flows/zero.yaml', made.path('out/.authflow-manifest'));
    for (const command of [['render'], ['check'], ['lint'], ['embed', 'zero.md'], ['import', 'zero.md']]) {
      const { status, said } = run(made, ...command);
      expect(status).not.toBe(0);
      expect(said).toMatch(/zero\.(?:yaml|md): error: can't be read: it is a device/);
    }
    expect([isDevice(made, 'flows/zero.yaml'), isDevice(made, 'zero.md')]).toEqual([true, true]);
  });

  test('standard output, where it is full', { timeout: cap }, () => {
    const made = world();
    fullDevice(made.path('full'));
    const command = `"${process.execPath}" "${main}"`;
    for (const argv of ['--version', 'schema', 'render --stdout', 'render --format mermaid -o /dev/stdout']) {
      const { status, stderr } = spawnSync('sh', ['-c', `${command} ${argv} > full`], {
        cwd: made.cwd,
        encoding: 'utf8',
      });
      expect(status, argv).toBe(3);
      expect(stderr).toContain("error: standard output can't be written: no space is left on the disk\n");
      expect(stderr).not.toMatch(/^ {4}at /m);
    }
    expect(spawnSync('sh', ['-c', `${command} list 2> full`], { cwd: made.cwd, encoding: 'utf8' }).status).toBe(0);
  });
});
