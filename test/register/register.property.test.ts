/** The register of threats: of all shipped flows, and of hostile texts. */
import fc from 'fast-check';
import { gfm } from 'micromark-extension-gfm';
import { parse, postprocess, preprocess } from 'micromark';
import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { packagedDesign } from '../../src/design.js';
import { flatSteps } from '../../src/model/tree.js';
import { printThreats, threatRows } from '../../src/register/index.js';
import type { ThreatRow } from '../../src/register/index.js';
import { flowIds, loadFlow } from '../flows/load.js';
import { runs } from '../runs.js';
import { readCsv } from './read-csv.js';

const { say } = packagedDesign().wordings('');
const flows = flowIds.map((id) => loadFlow(id));
const rows = flows.flatMap((flow) => threatRows(flow, new Map(), say));

describe('the shipped flows', () => {
  test.each(['csv', 'markdown'] as const)('are printed as they were: %s', async (format) => {
    await expect(printThreats(rows, format)).toMatchFileSnapshot(`golden/threats.${format === 'csv' ? 'csv' : 'md'}`);
  });

  test('have a row for each threat, with an id of its own', () => {
    const threats = flows.flatMap(({ steps }) => [...flatSteps(steps)].flatMap((step) => step.threats));
    expect(rows.map(({ title }) => title)).toEqual(threats.map(({ title }) => title.plain));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(50);
  });

  test('say the same in every format', () => {
    const [header, ...cells] = readCsv(printThreats(rows, 'csv').slice(1));
    const read = cells.map((row) => Object.fromEntries(header!.map((column, index) => [column, row[index]])));
    expect(read).toEqual(rows);
    expect(JSON.parse(printThreats(rows, 'json'))).toEqual(rows);
  });
});

const flowOf = (steps: string) => {
  const text = `id: login\ntitle: Login\nparticipants: { A: A, B: B }\nsteps:\n${steps}`;
  const { flow } = compileFlow({ path: 'flows/login.yaml', text });
  if (!flow) throw new Error(text);
  return threatRows(flow, new Map(), say);
};

const threatened = `  - A -> B: GET /
    threats:
      - { title: The code is stolen, stride: S }
      - { title: The code is stolen }
      - { title: "…", mitigation: Wait }
`;

test('an id is of the flow, the step and the title', () => {
  const ids = ['login/get/the-code-is-stolen', 'login/get/the-code-is-stolen-2', 'login/get/threat'];
  expect(flowOf(threatened).map(({ id }) => id)).toEqual(ids);
  const changed = threatened.replace('stride: S', 'stride: T, mitigation: PKCE, source: RFC 7636');
  expect(flowOf(`  - B -> A: before\n    threats: [{ title: Other }]\n${changed}`).map(({ id }) => id)).toEqual([
    'login/before/other',
    ...ids,
  ]);
});

const row = (text: string): ThreatRow => ({
  ...{ id: 'a/b/c', flow: 'a', step: 'b', number: '1', message: text, title: text },
  ...{ stride: 'S', category: 'Spoofing', mitigation: text, source: text },
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '\r\n',
        '＝',
        '＋',
        '－',
        '＠',
        ' ',
        '"',
        "'",
        ',',
        ';',
        '|',
        '\\',
        '`',
        '<',
        'a',
        '1',
      ),
    )
    .map((parts) => parts.join('')),
);

test('a reader of CSV gets every text back, and no formula', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [, cells] = readCsv(printThreats([row(text)], 'csv').slice(1));
      const read = cells![5]!;
      const wanted = text.replaceAll(/\r\n?/g, '\n');
      expect([wanted, `'${wanted}`]).toContain(read);
      expect(read).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      if (/^[\w ]*$/.test(text)) expect(read).toBe(text);
    }),
    { numRuns: runs(2000) },
  );
});

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
  [' =1', `"' =1"`],
  ['a-b = c', 'a-b = c'],
  ['RFC 6749, §4', '"RFC 6749, §4"'],
])('a cell of CSV: %s', (text, cell) => {
  expect(
    printThreats([row(text)], 'csv')
      .split('\n')
      .slice(1)
      .join('\n'),
  ).toBe(`a/b/c,a,b,1,${cell},${cell},S,Spoofing,${cell},${cell}\n`);
});

test('a reader of Markdown finds seven cells, and no markup', () => {
  const cellsIn = (markdown: string): readonly string[] => {
    const events = postprocess(
      parse({ extensions: [gfm()] })
        .document()
        .write(preprocess()(markdown, 'utf8', true)),
    );
    return events.filter(([kind]) => kind === 'enter').map(([, { type }]) => type);
  };
  fc.assert(
    fc.property(hostile, (text) => {
      const types = cellsIn(printThreats([row(text)], 'markdown'));
      expect(types.filter((type) => type === 'tableData' || type === 'tableHeader')).toHaveLength(14);
      expect(types.filter((type) => /^(?:html|link|image|strong|emphasis|codeText)/.test(type))).toEqual([]);
    }),
    { numRuns: runs(300) },
  );
});
