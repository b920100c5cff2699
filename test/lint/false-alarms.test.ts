/**
 * Flows that nobody should be told of an error in: dialects of vendors, sketches, attacks that are shown, imported diagrams.
 * What else is told of them stands in realistic.out, to be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { lintFlow } from '../../src/lint/lint-flow.js';
import { lines, lintText, root } from './compile.js';

const flowsIn = (folder: string): readonly (readonly [name: string, text: string])[] => {
  const url = new URL(folder, root);
  return readdirSync(url)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replace('.yaml', ''), readFileSync(new URL(name, url), 'utf8')]);
};

const realistic = flowsIn('test/lint/realistic/').map(
  ([name, text]) => [name, lines(lintText(text, `${name}.yaml`))] as const,
);

it.each(realistic)('%s', (_, found) => {
  expect(found.filter((line) => line.startsWith('error'))).toEqual([]);
});

it('tells nothing else that an expert would dispute', async () => {
  const told = realistic.filter(([, found]) => found.length > 0);
  const report = told.map(([name, found]) => [name, ...found.map((line) => `  ${line}`), ''].join('\n'));
  await expect(report.join('\n')).toMatchFileSnapshot('realistic.out');
});

it('tells nothing of diagrams that were imported', () => {
  const flows = flowsIn('test/import/golden/').flatMap(([path, text]) => compileFlow({ path, text }).flow ?? []);
  expect(flows.length).toBeGreaterThan(20);
  expect(flows.flatMap((flow) => lines(lintFlow(flow)))).toEqual([]);
});
