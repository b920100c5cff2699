import { expect, it } from 'vitest';
import { flow, tempWorld } from './temp-world.js';

it('takes a checkout with CRLF for current', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a').replaceAll('\n', '\r\n'));
  await world.run('render');
  world.write('out/a.mmd', world.read('out/a.mmd').replaceAll('\n', '\r\n'));
  expect(await world.run('check')).toEqual({ code: 0, stdout: '', stderr: '1 flow checked: out/ is current\n' });
});

it('writes nothing', async () => {
  const world = tempWorld({
    files: {
      writeFileSync: () => {
        throw new Error('written');
      },
      mkdirSync: () => {
        throw new Error('made');
      },
    },
  });
  world.write('flows/a.yaml', flow('a'));
  expect(await world.run('check')).toMatchObject({ code: 1 });
});

it('names the command that mends it, with the options that count', async () => {
  const world = tempWorld();
  world.write('my flows/a.yaml', `variables: { host: { value: a } }\n${flow('a')}`);
  const options = ['--out', 'public docs', '--set', "host=it's", '--charset', 'ascii', '--width', '60'];
  const { stderr } = await world.run('check', 'my flows', ...options, '--format', 'ascii');
  expect(stderr).toContain(
    String.raw`authflow render 'my flows/a.yaml' --format text --out 'public docs' --set 'host=it'\''s' --charset ascii --width 60`,
  );
  await world.run('render', 'my flows', ...options, '--format', 'text');
  expect(await world.run('check', 'my flows', ...options, '--format', 'text')).toMatchObject({ code: 0 });
});

it('bounds the diff', async () => {
  const world = tempWorld();
  world.write('flows/a.yaml', flow('a'));
  world.write('out/a.mmd', 'line\n'.repeat(1000));
  world.write('out/a.txt', 'line\n'.repeat(50_000));
  const { code, stdout } = await world.run('check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/\n\(and 8\d\d lines more\)\n--- a\/out\/a\.txt\n/);
  expect(stdout).toMatch(/\nmore than 2000 lines differ\n$/);
});
