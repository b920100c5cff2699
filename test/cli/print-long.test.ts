import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runPager } from '../../src/cli/world/run-pager.js';
import type { World } from '../../src/cli/world/world.js';
import { flow, tempWorld } from './temp-world.js';

interface Case {
  readonly rows?: number;
  readonly terminal?: number;
  readonly env?: World['env'];
  readonly pagerFails?: boolean;
}

/** Which pager got the diagram of a flow; `stdout` where it was printed. */
async function shownBy({ pagerFails = false, ...options }: Case, ...more: string[]): Promise<string> {
  const pages: string[] = [];
  const page: World['page'] = (text, pager) => {
    if (pagerFails) return Promise.resolve(false);
    pages.push(`${pager}${text.includes('Hello') ? '' : ': no diagram'}`);
    return Promise.resolve(true);
  };
  const world = tempWorld({ ...options, page });
  world.write('a.yaml', flow('a'));
  const { stdout, code } = await world.run('show', 'a.yaml', ...more);
  expect(code).toBe(0);
  return [...pages, ...(stdout.includes('Hello') ? ['stdout'] : [])].join(' ');
}

describe('a diagram longer than the screen goes through', () => {
  const long = { terminal: 80, rows: 5 };
  test.each<[string, Case, string]>([
    ['less', long, 'less'],
    ['the user’s pager', { ...long, env: { PAGER: 'more -d' } }, 'more -d'],
    ['authflow’s own', { ...long, env: { AUTHFLOW_PAGER: 'most', PAGER: 'more' } }, 'most'],
    ['none, as cat means', { ...long, env: { PAGER: 'cat' } }, 'stdout'],
    ['none, as empty means', { ...long, env: { PAGER: '' } }, 'stdout'],
    ['none on a dumb terminal', { ...long, env: { TERM: 'dumb' } }, 'stdout'],
    ['none where it can’t be run', { ...long, pagerFails: true }, 'stdout'],
    ['none where it fits', { terminal: 80, rows: 50 }, 'stdout'],
    ['none in a pipe', { rows: 5 }, 'stdout'],
  ])('%s', async (_what, given, pager) => {
    expect(await shownBy(given)).toBe(pager);
  });

  test('none with --no-pager', async () => {
    expect(await shownBy(long, '--no-pager')).toBe('stdout');
  });
});

test('the pager reads the text, and what can’t be run is reported', async () => {
  const file = tempWorld().path('read.txt');
  expect(await runPager('diagram\n', `cat > '${file}'`)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('diagram\n');
  expect(await runPager('diagram\n', 'exit 127')).toBe(false);
  // Left before its end.
  expect(await runPager('x'.repeat(1_000_000), 'exit 0')).toBe(true);
});
