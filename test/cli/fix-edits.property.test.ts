/** What `--fix` changes, and what it leaves alone. */
import * as fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flow, tempWorld } from './temp-world.js';

const misspelt = `id: login
titel: Sign in
participants: { User: , Server: }
steps:
  - User -> Server: POST /login
`;
const right = misspelt.replace('titel', 'title');

describe('--fix keeps', () => {
  it.each([
    ['line breaks of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['a missing last line break', (text: string) => text.trimEnd()],
    ['comments and blanks', (text: string) => text.replace(':', ':   ').replace('steps:', '# ü\n\n\nsteps:  # 🙂')],
  ])('%s', async (_, change) => {
    const world = tempWorld();
    world.write('flows/login.yaml', change(misspelt));
    const { code } = await world.run('lint', '--fix');
    expect(code).toBe(0);
    expect(world.read('flows/login.yaml')).toBe(change(right));
  });

  it('permissions', async () => {
    const world = tempWorld();
    world.write('flows/login.yaml', misspelt);
    fs.chmodSync(world.path('flows/login.yaml'), 0o640);
    await world.run('lint', '--fix');
    expect(fs.statSync(world.path('flows/login.yaml')).mode & 0o777).toBe(0o640);
  });
});

it('--fix fixes flows that a mistake in the configuration hid', async () => {
  const world = tempWorld();
  world.write('authflow.config.yaml', 'chraset: ascii\n');
  world.write('flows/login.yaml', misspelt);
  const { code } = await world.run('lint', '--fix');
  expect(code).toBe(0);
  expect(world.read('authflow.config.yaml')).toBe('charset: ascii\n');
  expect(world.read('flows/login.yaml')).toBe(right);
});

describe('--fix changes nothing', () => {
  const unchanged = async (files: Readonly<Record<string, string>>, ...argv: string[]) => {
    const world = tempWorld();
    for (const [path, text] of Object.entries(files)) world.write(path, text);
    const ran = await world.run(...argv);
    for (const [path, text] of Object.entries(files)) expect(world.read(path)).toBe(text);
    return ran;
  };

  it('without the option, and says that it could', async () => {
    const { stderr, code } = await unchanged({ 'flows/login.yaml': misspelt }, 'lint');
    expect(stderr).toContain('1 mistake can be fixed by: authflow check --fix\n');
    expect(code).toBe(1);
  });

  it('where the fix would make another error', async () => {
    const text = misspelt.replace('titel', 'title: Sign in\ntitel');
    const { stderr } = await unchanged({ 'flows/login.yaml': text }, 'check', '--fix');
    expect(stderr).toContain('a flow has no key "titel"');
    expect(stderr).not.toMatch(/fixed|duplicate/);
  });

  it('in an installed package', async () => {
    const files = {
      'flows/login.yaml': right.replace('steps:', 'include: ../node_modules/parties/parties.yaml\nsteps:'),
      'node_modules/parties/parties.yaml': 'participants: { Admin: { knid: user } }\n',
    };
    const { stderr } = await unchanged(files, 'check', '--fix');
    expect(stderr).toContain('has no key "knid"');
  });

  it('outside of the project', async () => {
    const files = {
      'project/authflow.config.yaml': 'flows: a.yaml\n',
      'project/a.yaml': right.replace('steps:', 'include: ../parties.yaml\nsteps:'),
      'parties.yaml': 'participants: { Admin: { knid: user } }\n',
    };
    const { stderr } = await unchanged(files, 'check', '--fix', 'project/a.yaml');
    expect(stderr).toContain('has no key "knid"');
  });

  it('behind a link that leads out of the project', async () => {
    const world = tempWorld();
    world.write('elsewhere/login.yaml', misspelt);
    world.write('project/authflow.config.yaml', 'flows: flows\n');
    fs.mkdirSync(world.path('project/flows'));
    fs.symlinkSync(world.path('elsewhere/login.yaml'), world.path('project/flows/login.yaml'));
    const inside = { ...world, cwd: world.path('project') };
    const { cli } = await import('../../src/cli/cli.js');
    await cli(['check', '--fix'], inside);
    expect(world.read('elsewhere/login.yaml')).toBe(misspelt);
  });

  it('in flows that come with authflow', async () => {
    const world = tempWorld();
    const shipped = `${world.packageRoot}/flows/base.yaml`;
    fs.mkdirSync(`${world.packageRoot}/flows`, { recursive: true });
    fs.writeFileSync(shipped, misspelt);
    world.write('flows/ours.yaml', 'id: ours\nextends: base\n');
    const { stderr } = await world.run('check', '--fix');
    expect(stderr).toContain('has no key "titel"');
    expect(fs.readFileSync(shipped, 'utf8')).toBe(misspelt);
  });

  it('on standard input', async () => {
    const { code, stderr } = await unchanged({}, 'check', '--fix', '-');
    expect([code, stderr]).toEqual([2, "error: --fix can't change standard input: name files\n"]);
  });

  it('in the baseline while it tries', async () => {
    const world = tempWorld();
    world.write('flows/login.yaml', misspelt);
    let writes = 0;
    world.files.writeFileSync = (...given: Parameters<typeof fs.writeFileSync>) => {
      writes += 1;
      fs.writeFileSync(...given);
    };
    await world.run('lint', '--fix', '--baseline', 'base.txt', '--update-baseline');
    // The flow, and the baseline once.
    expect(writes).toBe(2);
  });

  it('of a file that can not be written, which is an error', async () => {
    const refuse = Object.assign(new Error('no'), { code: 'EACCES' });
    const world = tempWorld({
      files: {
        renameSync: () => {
          throw refuse;
        },
      },
    });
    world.write('flows/login.yaml', misspelt);
    const { code, stderr } = await world.run('check', '--fix');
    expect(code).toBe(3);
    expect(stderr).not.toContain('fixed:');
    expect(world.read('flows/login.yaml')).toBe(misspelt);
    expect(fs.readdirSync(world.path('flows'))).toEqual(['login.yaml']);
  }, 10_000);

  it('of a file that changes meanwhile', async () => {
    let reads = 0;
    const world = tempWorld({
      files: {
        readFileSync: ((file: string, ...rest: []) => {
          if (file.endsWith('login.yaml') && ++reads === 3) fs.writeFileSync(file, `${misspelt}# changed\n`);
          return fs.readFileSync(file, ...rest);
        }) as typeof fs.readFileSync,
      },
    });
    world.write('flows/login.yaml', misspelt);
    await world.run('check', '--fix');
    expect(world.read('flows/login.yaml')).toBe(`${misspelt}# changed\n`);
  });
});

describe('--fix', () => {
  it('mends what a fix brings to light, where that can be mended too', async () => {
    const world = tempWorld();
    world.write(
      'flows/login.yaml',
      misspelt.replace('POST /login\n', 'POST /login\n    requst: { hederas: {}, headres: {} }\n'),
    );
    const { stderr } = await world.run('check', '--fix');
    // Both inner keys become "headers", which is no way out: so the outer key stays as well.
    expect(world.read('flows/login.yaml')).toContain('requst: { hederas: {}, headres: {} }');
    world.write('flows/login.yaml', misspelt.replace('POST /login\n', 'POST /login\n    requst: { headres: {} }\n'));
    await world.run('check', '--fix');
    expect(world.read('flows/login.yaml')).toContain('request: { headers: {} }');
    expect(stderr).toContain('fixed: a flow has no key "titel" (write "title")');
  });

  it('mends the mistakes of a flow that breaks security rules, which remain', async () => {
    const world = tempWorld();
    world.write(
      'flows/login.yaml',
      misspelt.replace(
        'User -> Server: POST /login',
        'User -> Server: x\n    request: { url: "http://a.example/?access_token=1" }',
      ),
    );
    const { code, stderr } = await world.run('lint', '--fix');
    expect(world.read('flows/login.yaml')).toContain('title: Sign in');
    expect(stderr).toMatch(/\[SEC\d+\]/);
    expect(code).toBe(1);
  });

  it('mends markers in documents, themes and templates', async () => {
    const world = tempWorld();
    world.write('flows/login.yaml', flow('login').replace('id:', 'theme: ours\nid:'));
    world.write('authflow.config.yaml', 'templates: own\ndocs: page.md\n');
    world.write('own/themes/ours.yaml', 'page: any\nbox: red\nvariabels: {}\n');
    world.write('page.md', '<!-- authflow:begin flows/login.yaml fromat=txet -->\n<!-- authflow:end -->\n');
    const { stderr } = await world.run('check', '--fix');
    expect(world.read('own/themes/ours.yaml')).toContain('variables: {}');
    expect(world.read('page.md')).toContain('flows/login.yaml format=text -->');
    expect(stderr).toContain('page.md:1:38: fixed: unknown attribute "fromat" (write "format")');
  });

  it('tells programs what it mended', async () => {
    const world = tempWorld();
    world.write('flows/login.yaml', misspelt);
    const { stdout } = await world.run('lint', '--fix', '--reporter', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [],
      fixed: [
        {
          code: 'known-keys',
          title: 'write "title"',
          place: { path: 'flows/login.yaml', start: { line: 2, column: 1 } },
        },
      ],
    });
  });

  it('has nothing to do in the next run', async () => {
    const world = tempWorld();
    world.write('flows/login.yaml', misspelt);
    await world.run('lint', '--fix');
    const { stderr } = await world.run('lint', '--fix');
    expect(stderr).not.toContain('fixed');
  });
});
