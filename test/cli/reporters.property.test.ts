import { createRequire } from 'node:module';
import draft4 from 'ajv-draft-04';
import { examples } from 'packaged:lint-examples';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { reporters } from '../../src/cli/terminal/report/reporters.js';
import type { ReportContext } from '../../src/cli/terminal/report/reporter.js';
import { plain } from '../../src/cli/terminal/style.js';
import { flow, tempWorld } from './temp-world.js';

const sarifSchema = createRequire(import.meta.url)(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
) as object;

const context: ReportContext = {
  version: '1.2.3',
  style: plain,
  columns: 80,
  paths: ['flows/a.yaml', 'flows/b.yaml'],
  counts: { error: 0, warning: 0, info: 0 },
  skipped: null,
  fixed: null,
  repositoryPath: (path) => `docs/${path}`,
};

const text = 'id: a\nsteps:\n  - A -> B: Hello\n  - A -> B: Hello\n';

function diagnostic(start: number, end: number, more: Partial<Diagnostic> = {}, path = 'flows/a.yaml'): Diagnostic {
  const span = { source: { path, text }, start, end };
  return { code: 'some-rule', severity: 'error', message: 'wrong', span, ...more };
}

interface Invocation {
  readonly toolExecutionNotifications: readonly {
    readonly associatedRule: { readonly id: string; readonly index: number };
  }[];
}

const report = (name: keyof typeof reporters, ...diagnostics: Diagnostic[]) => reporters[name](diagnostics, context);

describe('text', () => {
  it('prints the other end of a mistake after it', () => {
    const other = { message: 'first used here', span: diagnostic(4, 5).span! };
    expect(report('text', diagnostic(17, 18, { hint: 'rename one', related: [other] }))).toBe(
      [
        'flows/a.yaml:3:5: error: wrong [some-rule]',
        '    3 |   - A -> B: Hello',
        '      |     ^ rename one',
        'flows/a.yaml:1:5: note: first used here',
        '    1 | id: a',
        '      |     ^',
        '',
      ].join('\n'),
    );
  });

  it('prints what has no place, and hints of several lines', () => {
    const lines = { message: 'no browser', hint: 'install one\nor name one' };
    expect(report('text', { code: 'tools', severity: 'warning', ...lines })).toBe(
      'warning: no browser [tools]\n        install one\n        or name one\n',
    );
  });

  it('lets no message steer the terminal', () => {
    expect(report('text', diagnostic(0, 2, { message: 'a\x1b]0;title\x07b' }))).toContain('a␛]0;title␇b');
  });
});

describe('github', () => {
  it('escapes what the runner would read', () => {
    const nasty = diagnostic(0, 5, { message: '100% ::error::\r\nx', hint: 'a, b: c' }, 'flows/a,b:c%.yaml');
    expect(report('github', nasty)).toBe(
      '::error file=docs/flows/a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=6,title=authflow%3A some-rule' +
        '::100%25 ::error::%0D%0Ax%0Aa, b: c\n',
    );
  });

  it('gives no columns for several lines, which GitHub refuses', () => {
    expect(report('github', diagnostic(0, 12))).toMatch(/line=1,endLine=2,title=/);
  });

  it('annotates ten of a kind, errors first, and logs the others', () => {
    const many = (severity: Diagnostic['severity'], count: number) =>
      Array.from({ length: count }, () => diagnostic(0, 2, { severity }));
    const lines = report('github', ...many('info', 1), ...many('warning', 3), ...many('error', 13)).split('\n');
    expect(lines.map((line) => /^(::\w+|and .*:| {2}flows)/.exec(line)?.[0])).toEqual([
      ...Array<string>(10).fill('::error'),
      'and 3 more errors:',
      ...Array<string>(3).fill('  flows'),
      ...Array<string>(3).fill('::warning'),
      '::notice',
      undefined,
    ]);
  });
});

describe('gitlab', () => {
  const issues = (...diagnostics: Diagnostic[]) =>
    JSON.parse(report('gitlab', ...diagnostics)) as { fingerprint: string; location: unknown }[];
  const [moved] = issues(diagnostic(35, 36));

  it('knows an issue again when it moves to another line', () => {
    const [first] = issues(diagnostic(17, 18));
    expect(first?.fingerprint).toBe(moved?.fingerprint);
    expect(moved?.location).toEqual({ path: 'docs/flows/a.yaml', lines: { begin: 4, end: 4 } });
  });

  it('tells two of the same apart', () => {
    const fingerprints = issues(diagnostic(17, 18), diagnostic(35, 36)).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(2);
    expect(fingerprints[0]).toBe(moved?.fingerprint);
  });

  it('is a report without any', () => expect(report('gitlab')).toBe('[]\n'));
});

const rename = { title: 'write "B"', isSafe: true, edits: [{ span: diagnostic(17, 18).span!, text: 'B' }] };
const moved = {
  title: 'move it',
  isSafe: false,
  edits: [
    { span: diagnostic(4, 5).span!, text: '' },
    { span: diagnostic(5, 5, {}, 'flows/b.yaml').span!, text: 'é\n' },
  ],
};

describe('fixes', () => {
  it('are edits with places in JSON', () => {
    const { diagnostics } = JSON.parse(report('json', diagnostic(17, 18, { fixes: [rename] }), diagnostic(0, 2))) as {
      diagnostics: { fixes: unknown }[];
    };
    expect(diagnostics.map(({ fixes }) => fixes)).toEqual([
      [
        {
          title: 'write "B"',
          isSafe: true,
          edits: [
            {
              place: { path: 'flows/a.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 6 } },
              text: 'B',
            },
          ],
        },
      ],
      [],
    ]);
  });

  it('are valid fixes of SARIF, by file', () => {
    const log = JSON.parse(report('sarif', diagnostic(17, 18, { fixes: [rename, moved] }), diagnostic(0, 2))) as {
      runs: { results: { fixes?: unknown }[] }[];
    };
    const validate = new draft4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      sarifSchema,
    );
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const region = (startColumn: number, endColumn: number, line = 1) => ({
      startLine: line,
      startColumn,
      endLine: line,
      endColumn,
    });
    const artifact = (uri: string) => ({ uri, uriBaseId: '%SRCROOT%' });
    expect(log.runs[0]!.results.map(({ fixes }) => fixes)).toEqual([
      [
        {
          description: { text: 'write "B"' },
          artifactChanges: [
            {
              artifactLocation: artifact('docs/flows/a.yaml'),
              replacements: [{ deletedRegion: region(5, 6, 3), insertedContent: { text: 'B' } }],
            },
          ],
        },
        {
          description: { text: 'move it' },
          artifactChanges: [
            { artifactLocation: artifact('docs/flows/a.yaml'), replacements: [{ deletedRegion: region(5, 6) }] },
            {
              artifactLocation: artifact('docs/flows/b.yaml'),
              replacements: [{ deletedRegion: region(6, 6), insertedContent: { text: 'é\n' } }],
            },
          ],
        },
      ],
      undefined,
    ]);
  });
});

describe('sarif', () => {
  it('encodes paths, and carries the other ends', () => {
    const other = { message: 'first used here', span: diagnostic(4, 5).span! };
    const log = JSON.parse(report('sarif', diagnostic(17, 18, { related: [other] }, 'flows/ü b#.yaml'))) as {
      runs: { results: { locations: object[]; relatedLocations: object[] }[] }[];
    };
    const [result] = log.runs[0]!.results;
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'docs/flows/%C3%BC%20b%23.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 6 },
        },
      },
    ]);
    expect(result?.relatedLocations).toMatchObject([{ id: 1, message: { text: 'first used here' } }]);
  });

  it('is valid by its schema, and brings help and severity of security rules', async () => {
    const world = tempWorld();
    world.write('flows/a.yaml', examples['pkce-missing']!.bad.replace('../shared.yaml', 'shared.yaml'));
    world.write('flows/shared.yaml', 'variables: { CLIENT_ID: , STATE: }\n');
    const { stdout } = await world.run('lint', 'flows/a.yaml', '--reporter', 'sarif');
    const log = JSON.parse(stdout) as {
      runs: { results: object[]; tool: { driver: { rules: { id: string }[] } }; invocations: Invocation[] }[];
    };
    const validate = new draft4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      sarifSchema,
    );
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(JSON.parse(report('sarif', diagnostic(0, 2))))).toBe(true);
    const [run] = log.runs;
    expect(run?.results).toMatchObject([
      {
        ruleId: 'SEC006',
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'flows/a.yaml' }, region: { startLine: 12 } } }],
      },
    ]);
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.find(({ id }) => id === 'SEC006')).toMatchObject({
      name: 'pkce-missing',
      helpUri: 'https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1',
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '8.0', tags: ['security'] },
    });
    const skipped = run?.invocations[0]?.toolExecutionNotifications ?? [];
    expect(skipped.map(({ associatedRule: { id } }) => id)).toContain('SEC007');
    for (const { associatedRule } of skipped) expect(rules[associatedRule.index]?.id).toBe(associatedRule.id);
  });
});

it('gives a rule the severity of the worst that it found', async () => {
  const world = tempWorld();
  const bad = examples['csrf-no-binding']!.bad.replace('../shared.yaml', 'shared.yaml');
  world.write('flows/a.yaml', bad);
  world.write('flows/shared.yaml', 'variables: { CLIENT_ID: , STATE: }\n');
  const { stdout } = await world.run('lint', 'flows/a.yaml', '--rule', 'SEC006,SEC010', '--reporter', 'sarif');
  const log = JSON.parse(stdout) as { runs: { tool: { driver: { rules: object[] } } }[] };
  expect(log.runs[0]?.tool.driver.rules).toMatchObject([
    { id: 'SEC006', properties: { 'security-severity': '5.0' }, defaultConfiguration: { level: 'error' } },
    { id: 'SEC010', properties: { 'security-severity': '8.0' } },
  ]);
});

describe('junit', () => {
  it('fails on errors only, and passes files without any', () => {
    const xml = report('junit', diagnostic(0, 2), diagnostic(4, 5, { severity: 'warning' }));
    expect(xml).toContain(
      '<testsuite name="docs/flows/a.yaml" tests="2" failures="1" errors="0" skipped="0" time="0">',
    );
    expect(xml).toContain('<system-out>wrong</system-out>');
    expect(xml).toContain('<testcase classname="docs/flows/b.yaml" name="valid" time="0"/>');
  });

  it('is XML whatever the message holds', () => {
    const xml = report('junit', diagnostic(0, 2, { message: '<a b="c">&\0\x1b\ud800\uffff]]>\n' }));
    expect(xml).toContain('message="&lt;a b=&quot;c&quot;&gt;&amp;␀␛\ufffd\ufffd]]&gt;&#10;"');
  });
});

it('gives paths from the root of the repository, where CI runs', async () => {
  const world = tempWorld();
  const bad = flow('a').replace('B:', 'C:');
  world.write('docs/flows/a.yaml', bad);
  const inDocs = tempWorld({ env: { GITHUB_WORKSPACE: world.cwd } });
  inDocs.write('flows/a.yaml', bad);
  const { stdout } = await inDocs.run('check', '--reporter', 'github');
  expect(stdout).toMatch(/^::error file=\.\.\/\.\.\/authflow-\w+\/work\/flows\/a\.yaml,/);
  const { stdout: own } = await world.run('check', 'docs/flows', '--reporter', 'github');
  expect(own).toMatch(/^::error file=docs\/flows\/a\.yaml,/);
});
