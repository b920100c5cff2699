/** Diagrams by chance: whatever Mermaid accepts becomes a flow that draws the same, or a report says why not. */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { openImporter, tell } from './round-trip.js';

const importer = openImporter();
afterAll(() => importer.close());

const names = ['A', 'B', 'C', 'Auth Server', 'x-1', 'X', '用户', 'My App (SPA)', '${ID}', 'style', '1'];
const texts = [
  ...[
    '',
    'hi',
    'a: b',
    '- x',
    'key: "v"',
    'a<br/>b',
    'a <br> b<BR />c',
    '{ "a": 1 }',
    '#35;1 #quot;x#quot;',
    '&amp &lt',
  ],
  ...[
    '${ID} $${',
    '$$',
    '%%x',
    '<b>x</b>',
    'end',
    'wrap me',
    'é ü 漢字 עברית',
    '🔑',
    "it's",
    '#9829;',
    '401',
    'null',
    '*a* _b_',
  ],
  ...[
    '  spaced   out ',
    'a'.repeat(120),
    'style x:y',
    '#32;lead',
    '- - -',
    '|>',
    '@at',
    '!',
    '~',
    'yes',
    '%',
    'a\tb',
    '-->',
    '#nbsp;',
  ],
];
const name = fc.constantFrom(...names);
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const arrow = fc.constantFrom('->', '-->', '->>', '-->>', '-x', '--x', '-)', '--)', '<<->>', '<<-->>');
const line = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((pieces) => pieces.join(''));

const pair = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map(([from, to, words]) => `${from}->>+${to}: ${words}\n${to}-->>-${from}: back`);

const statement = fc.oneof(
  { weight: 8, arbitrary: line(name, arrow, fc.constantFrom('', '', '', '+'), name, ': ', text) },
  { weight: 2, arbitrary: line('Note over ', name, ': ', text) },
  { weight: 2, arbitrary: line('Note over ', name, ',', name, ': ', text) },
  { weight: 1, arbitrary: line('Note ', fc.constantFrom('left of ', 'right of '), name, ': ', text) },
  { weight: 1, arbitrary: line('activate ', name) },
  { weight: 1, arbitrary: line('autonumber', fc.constantFrom('', ' off', ' 10', ' 5 5')) },
  { weight: 1, arbitrary: line(fc.constantFrom('%% ', '# '), text) },
  { weight: 1, arbitrary: line('link ', name, ': Docs @ https://example.com/', fc.constantFrom('', 'a?b=c&d=${E}')) },
  { weight: 1, arbitrary: line('destroy ', name, '\n', name, '-x', name, ': gone') },
  { weight: 1, arbitrary: line('create participant NEW\n', name, '->>NEW: new') },
  { weight: 2, arbitrary: pair(name, name, text) },
);

const { body } = fc.letrec<{ body: string; fragment: string }>((tie) => ({
  body: fc
    .array(fc.oneof({ maxDepth: 3, depthSize: 'small' }, statement, tie('fragment')), { maxLength: 7 })
    .map((lines) => lines.join('\n')),
  fragment: fc.oneof(
    fc
      .tuple(fc.constantFrom('loop', 'opt', 'break'), text, tie('body'))
      .map(([kind, label, inside]) => `${kind} ${label}\n${inside}\nend`),
    fc
      .tuple(fc.constantFrom('rgb(1,2,3)', 'rgba(9, 9, 9, .5)', 'aqua', ''), tie('body'))
      .map(([color, inside]) => `rect ${color}\n${inside}\nend`),
    fc
      .tuple(
        fc.constantFrom(['alt', 'else'], ['par', 'and'], ['critical', 'option']),
        fc.array(fc.tuple(text, tie('body')), { minLength: 1, maxLength: 3 }),
      )
      .map(
        ([[first, next], branches]) =>
          `${branches.map(([label, inside], index) => `${index === 0 ? first : next} ${label}\n${inside}`).join('\n')}\nend`,
      ),
  ),
}));

const declaration = fc.oneof(
  line(fc.constantFrom('participant ', 'actor '), name),
  line(fc.constantFrom('participant ', 'actor '), name, ' as ', text),
  line('box ', fc.constantFrom('', 'rgb(1,2,3) ', 'aqua ', 'Aqua '), text, '\nparticipant ', name, '\nend'),
);
const head = fc.constantFrom('', '', '', 'title Some title\n', 'accTitle: T\naccDescr: D\n', 'autonumber\n');
const diagram = fc
  .tuple(head, fc.array(declaration, { maxLength: 4 }), body)
  .map(([first, declared, rest]) => `sequenceDiagram\n${first}${declared.join('\n')}\n${nameNew(rest)}\n`);

/** Mermaid creates a participant once. */
function nameNew(statements: string): string {
  let count = 0;
  return statements.replace(/(create participant )NEW(\n.*->>)NEW/g, (_, create: string, message: string) => {
    count += 1;
    return `${create}N${count}${message}N${count}`;
  });
}

/** What a flow can't say: anything else that is reported is a fault of ours. */
const known =
  /^\d+: (?:the circle|no message |participant .* takes part|a region without|a note without|control char|a formula|the lines that|Mermaid can't read the links|the box .* without|numbers with|participants stand|participant .* can't be activated)/;

it('draws the same, or says why not', { timeout: 600_000 }, async () => {
  const seen = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(diagram, async (mermaid) => {
      const { flows, diagnostics } = await importer.importText('diagram.mmd', mermaid);
      if (diagnostics.length > 0) seen.refused += 1;
      for (const { text: yaml, report } of flows) {
        seen.read += 1;
        expect(compileFlow({ path: 'diagram.yaml', text: yaml }).flow).not.toBeNull();
        expect(report.map((loss) => `${tell(loss)} ${loss.hint ?? ''}`).filter((loss) => !known.test(loss))).toEqual(
          [],
        );
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300), seed: Number(process.env.SEED ?? 1) },
  );
  expect(seen.read).toBeGreaterThan(seen.refused / 4);
});
