/** A baseline accepts the findings of many flows, whatever moves, and nothing else. */
import { examples } from 'packaged:lint-examples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printBaseline, parseBaseline } from '../../src/cli/baseline/baseline-file.js';
import { countEntries, keyOf } from '../../src/cli/baseline/entries.js';
import { readFileSync } from 'node:fs';
import { runs } from '../runs.js';
import { tempWorld } from './temp-world.js';
import type { TempWorld } from './temp-world.js';

const shared = readFileSync(new URL('../../src/lint/shared.yaml', import.meta.url), 'utf8');
// The first one, which is changed, is a flow of C and AS.
const bad = Object.values({ 'secret-in-url': examples['secret-in-url'], ...examples }).map((example) => example!.bad);
const FLOWS = 300;

/** The bad example of each rule, again and again, under ids of their own. */
function writeFlows(world: TempWorld): void {
  world.write('shared.yaml', shared);
  for (let index = 0; index < FLOWS; index += 1) {
    const text = bad[index % bad.length]!.replace(/^id: (\S+)/m, `id: $1-${index}`);
    world.write(`flows/${index}.yaml`, text);
  }
}

const lint = (world: TempWorld, ...words: string[]) =>
  world.run('lint', '--strict', '--baseline', 'accepted.txt', ...words);

const insecure = `  - C -> C: A new step
    request: { method: POST, url: "http://elsewhere.example/token" }
`;

it(`accepts the findings of ${FLOWS} flows, and tells one new flaw and one that is gone`, async () => {
  const world = tempWorld();
  writeFlows(world);
  expect(await lint(world, '--update-baseline')).toMatchObject({ code: 0 });
  const listed = world.read('accepted.txt');
  const { code, stderr } = await lint(world);
  expect([code, stderr.split('\n').filter((line) => /error|warning|notice/.test(line))]).toEqual([0, []]);

  // A line above moves all findings; a flaw below is new.
  const before = world.read('flows/0.yaml');
  world.write('flows/0.yaml', `# All lines move\n\n${before}`);
  expect(await lint(world)).toMatchObject({ code: 0 });
  world.write('flows/0.yaml', `${before.trimEnd()}\n${insecure}`);
  const flawed = await lint(world);
  expect(flawed.code).toBe(1);
  expect(flawed.stderr).toContain('error: http://elsewhere.example/token uses http');
  expect(flawed.stderr).toContain('1 error in 1 file');

  world.write('flows/0.yaml', before.replace(/^steps:[^]*/m, 'steps: [{ C -> C: Nothing }]\n'));
  const [own, others] = [true, false].map((isOwn) =>
    listed.split('\n').filter((line) => /^\S*-0 /.test(line) === isOwn),
  );
  const gone = await lint(world);
  expect(gone.code).toBe(1);
  expect(gone.stderr.match(/is gone \[unused-baseline\]/g)).toHaveLength(own!.length);
  expect(await lint(world, '--update-baseline')).toMatchObject({ code: 0 });
  expect(world.read('accepted.txt')).toBe(others!.join('\n'));
  expect(await lint(world)).toMatchObject({ code: 0 });
}, 60_000);

const stepOf = (path: string): string => `  - C -> AS: POST ${path}
    request: { url: "${path}?client_secret=\${CLIENT_SECRET}", form: { grant_type: client_credentials } }
`;

const flowOf = (paths: readonly string[]): string => `id: many
title: Many
include: ../shared.yaml
participants:
  C: { label: Client, kind: confidential-client }
  AS: { label: Authorization server, kind: authorization-server, url: "https://as.example.com" }
steps:
${paths.map(stepOf).join('')}`;

it('is indifferent to the order of steps, and counts equal ones', async () => {
  const some = fc.array(fc.constantFrom('/token', '/a/token', '/b/token', '/c/token'), { minLength: 1, maxLength: 6 });
  const property = fc.asyncProperty(some, some, async (paths, others) => {
    const world = tempWorld();
    world.write('shared.yaml', shared);
    world.write('flows/many.yaml', flowOf(paths));
    await lint(world, '--rule', 'SEC002', '--update-baseline');
    world.write('flows/many.yaml', flowOf(others));
    const { stderr } = await lint(world, '--rule', 'SEC002');
    const surplus = (one: readonly string[], other: readonly string[]): number =>
      [...new Set(one)].reduce((sum, path) => sum + Math.max(0, timesIn(one, path) - timesIn(other, path)), 0);
    expect(stderr.match(/error: /g)?.length ?? 0).toBe(surplus(others, paths));
    const gone = [...stderr.matchAll(/warning: (\w+)/g)].map(([, said]) => (said === 'this' ? 1 : Number(said)));
    expect(gone.reduce((sum, number) => sum + number, 0)).toBe(surplus(paths, others));
  });
  await fc.assert(property, { numRuns: runs(40) });
}, 60_000);

const timesIn = (list: readonly string[], wanted: string): number => list.filter((one) => one === wanted).length;

describe('the file', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  const entries = fc.array(
    fc.record({
      flow: fc.constantFrom('login', 'a-1'),
      rule: fc.constantFrom('SEC001', 'SEC040'),
      severity: fc.constantFrom('error', 'warning', 'notice'),
      step: text,
      message: text,
    }),
    { maxLength: 8 },
  );

  it('is read as it was written, with one line per entry, in any order of findings', () => {
    const property = fc.property(entries, (some) => {
      const counts = countEntries([...some, ...some.slice(0, 1)]);
      const written = printBaseline(counts);
      expect(written.split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(counts.size + 2);
      expect(printBaseline(countEntries([...some.slice(0, 1), ...some].reverse()))).toBe(written);
      for (const text of [written, written.replaceAll('\n', '\r\n')]) {
        const { listed, diagnostics } = parseBaseline({ path: 'accepted.txt', text });
        expect(diagnostics).toEqual([]);
        const numbers = [...counts].map(([key, { number }]) => [key, number] as const);
        expect(new Map([...listed].map(([key, { number }]) => [key, number]))).toEqual(new Map(numbers));
        for (const [key, { entry }] of listed) expect(keyOf(entry)).toBe(key);
      }
    });
    fc.assert(property, { numRuns: runs(500) });
  });
});
