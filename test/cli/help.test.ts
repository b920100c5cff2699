/** Help fits a terminal of 80 columns and 40 rows. */
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { tempWorld } from './temp-world.js';

test.each([[], ...Object.keys(commands).map((name) => [name])].map((words) => [words.join(' '), words] as const))(
  'authflow %s --help',
  async (_name, words) => {
    const { stdout } = await tempWorld({ terminal: 80 }).run(...words, '--help');
    const rows = stdout.trimEnd().split('\n');
    expect(rows.reduce((sum, row) => sum + Math.max(1, Math.ceil(row.length / 80)), 0)).toBeLessThanOrEqual(40);
  },
);

test('the help of render names the paper', async () => {
  const { stdout } = await tempWorld({ terminal: 80 }).run('render', '--help');
  expect(stdout).toContain('--fit <paper>         cut pictures for a4, letter or 160x230mm, too');
});
