/** Thousands of mistakes in one file: the first hundred are reported, and the others counted, in every form of report. */
import { describe, expect, it } from 'vitest';
import { reporterNames } from '../../src/cli/terminal/report/reporter.js';
import { tempWorld } from './temp-world.js';

const MANY = 300;

const many = (unit: (index: number) => string): string =>
  Array.from({ length: MANY }, (_, index) => unit(index)).join('');

const head = 'id: a\ntitle: A\nparticipants: { A: Anna, B: Ben }\n';
const valid = `${head}steps:\n  - A -> B: Hello\n`;

interface Flood {
  readonly file: string;
  readonly text: string;
  readonly command: readonly string[];
  readonly code: number;
  /** Where a flow is needed beside the file. */
  readonly flow?: string;
}

const flow = (text: string): Flood => ({ file: 'flows/a.yaml', text, command: ['check'], code: 1 });

const floods: Readonly<Record<string, Flood>> = {
  'duplicate keys': flow(`${valid}variables:\n${many(() => '  a: 1\n')}`),
  'unknown keys': flow(`${valid}${many((index) => `keyThatIsNot${index}: 1\n`)}`),
  'values that the schema refuses': flow(`${head}steps:\n${many(() => '  - [1]\n')}`),
  'unknown participants': flow(`${head}steps:\n${many((index) => `  - A -> X${index}: Hello\n`)}`),
  'undeclared variables': flow(`${head}steps:\n${many((index) => `  - A -> B: "\${v${index}}"\n`)}`),
  'repeated ids': flow(`${head}steps:\n${many(() => '  - A -> B: Hello\n    id: same\n')}`),
  'control characters': flow(`${head}steps:\n${many(() => '  - A -> B: "a\\x07"\n')}`),
  'findings of lint': {
    ...flow(
      `${head}steps:\n${many((index) => `  - A -> B: Hello\n    request: { url: "http://a.example/${index}" }\n`)}`,
    ),
    command: ['lint'],
  },
  secrets: flow(`${valid}summary: |\n${many((index) => `  ghp_${String(index).padStart(36, 'aB3dE5gH7')}\n`)}`),
  'markers of a document': {
    ...{ file: 'a.md', command: ['embed', 'a.md'], code: 1, flow: valid },
    text: many(() => '[//]: # "authflow:end"\n\n'),
  },
  'losses of an import': {
    ...{ file: 'a.mmd', command: ['import', 'a.mmd', '--dry-run'], code: 0 },
    text: `sequenceDiagram\n${many(() => 'A->>B: a #b\n')}`,
  },
};

describe.each(Object.entries(floods))('%s', (_, { file, text, command, code, flow: beside }) => {
  it.each(reporterNames)('are limited in a report for %s', async (reporter) => {
    const world = tempWorld();
    world.write(file, text);
    if (beside !== undefined) world.write('flows/a.yaml', beside);
    const ran = await world.run(...command, '--reporter', reporter);
    expect(ran.code).toBe(code);
    const said = ran.stdout + ran.stderr;
    expect(said).toContain('more in this file');
    expect(said.length).toBeLessThan(300_000);
    if (reporter === 'json' && ran.stdout.startsWith('{')) {
      const report = JSON.parse(ran.stdout) as { diagnostics: unknown[]; counts: Record<string, number> };
      expect(report.diagnostics).toHaveLength(101);
      expect(Math.max(...Object.values(report.counts))).toBeGreaterThanOrEqual(MANY - 1);
    }
  });
});
