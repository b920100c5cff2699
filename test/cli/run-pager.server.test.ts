import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { runPager } from '../../src/cli/world/run-pager.js';
import { testWith } from '../needs.js';
import { tempWorld } from './temp-world.js';

testWith('sh')('the pager reads the text, and what can’t be run is reported', async () => {
  const file = tempWorld().path('read.txt');
  expect(await runPager('diagram\n', `cat > '${file}'`)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('diagram\n');
  expect(await runPager('diagram\n', 'exit 127')).toBe(false);
  // Left before its end.
  expect(await runPager('x'.repeat(1_000_000), 'exit 0')).toBe(true);
});
