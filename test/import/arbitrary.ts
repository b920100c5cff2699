/** Diagrams by chance, of all that Mermaid's sequence grammar knows and of other teams' habits. Mermaid refuses many. */
import fc from 'fast-check';

const names = [
  ...['A', 'B', 'C', 'Auth Server', 'x-1', 'X', '用户', '${ID}', 'style', 'api.v2', 'notes', 'Ender', 'AS', 'endpoint'],
  ...['the end', 'a_b', 'Zoë', '"Q"', "it's", 'a|b', '11Labs', 'constructor', '🔑'],
];
/** Ids that Mermaid takes only in some statements, or not at all. */
const oddNames = ['My App (SPA)', 'A/B', 'user@example', '1', 'end', 'x->y'];
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
const name = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
);
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
);
const arrow = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      '->',
      '-->',
      '->>',
      '-->>',
      '-x',
      '--x',
      '-)',
      '--)',
      '<<->>',
      '<<-->>',
      ' ->> ',
      '\t-->>',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '-|\\',
      '-|/',
      '-\\\\',
      '-//',
      '/|-',
      '\\|-',
      '//-',
      '--|/',
      '()->>',
      '->>()',
      '()->>()',
      '-X',
      '--X',
    ),
  },
);
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
  { weight: 1, arbitrary: line('deactivate ', name) },
  { weight: 1, arbitrary: line('participant ', name, fc.constantFrom('', ' as later')) },
  { weight: 1, arbitrary: line(fc.constantFrom('Note', 'note', 'NOTE'), ' over ', name, ' , ', name, ':', text) },
  { weight: 1, arbitrary: line(name, arrow, name, ':', fc.constantFrom('wrap:', 'nowrap:', ' wrap:'), text) },
  { weight: 1, arbitrary: line('title', fc.constantFrom(' ', ': '), text) },
  { weight: 1, arbitrary: line('acc', fc.constantFrom('Title', 'Descr'), ': ', text) },
  { weight: 1, arbitrary: line('accDescr {\n', text, '\n', text, '\n}') },
  { weight: 1, arbitrary: line('links ', name, ': {"A": "https://a.example", "B @": "mailto:b"}') },
  { weight: 1, arbitrary: line('properties ', name, ': {"class": "x"}') },
  { weight: 1, arbitrary: line('details ', name, ': x') },
  { weight: 1, arbitrary: line('link ', name, ': Docs @ https://example.com/', fc.constantFrom('', 'a?b=c&d=${E}')) },
  { weight: 1, arbitrary: line('destroy ', name, '\n', name, '-x', name, ': gone') },
  { weight: 1, arbitrary: line('create participant NEW\n', name, '->>NEW: new') },
  { weight: 1, arbitrary: line('create participant NEW as ', text, '\n', name, '->>NEW: new') },
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
      .tuple(
        fc.constantFrom(
          'rgb(1,2,3)',
          'rgba(9, 9, 9, .5)',
          'aqua',
          '',
          'hsl(120, 50%, 50%)',
          'transparent',
          'RGB(1, 2, 3)',
          'nocolor',
          '#fff',
          'rgb(1 2 3 / 40%)',
        ),
        tie('body'),
      )
      .map(([color, inside]) => `rect ${color}\n${inside}\nend`),
    fc
      .tuple(
        fc.constantFrom(['alt', 'else'], ['par', 'and'], ['par_over', 'and'], ['critical', 'option']),
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
  line(
    'box ',
    fc.constantFrom('', 'rgb(1,2,3) ', 'aqua ', 'Aqua ', 'transparent ', 'hsl(1,2%,3%) '),
    text,
    '\nparticipant ',
    name,
    '\nend',
  ),
  line('box\nactor ', name, '\nparticipant ', name, ' as ', text, '\nend'),
  line(
    'participant ',
    name,
    '@{ "type": "',
    fc.constantFrom('database', 'queue', 'boundary', 'control', 'entity', 'collections', 'actor', 'none'),
    '" }',
  ),
  line(
    'participant ',
    name,
    '@{ "type": "database", "alias": "',
    fc.constantFrom('Label', 'a b', 'x: y', "it's"),
    '" }',
    fc.constantFrom('', ' as Other'),
  ),
);
const head = fc.constantFrom('', '', '', 'title Some title\n', 'accTitle: T\naccDescr: D\n', 'autonumber\n');
/** What stands above a diagram, by other teams' habits. */
const above = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '\n\n',
    '  ',
    '\ufeff',
    '%% a comment\n\n',
    '---\ntitle: Front\n---\n',
    '---\nconfig:\n  theme: dark\n---\n',
  ],
  ...[
    "%%{init: {'theme': 'base', 'themeVariables': {\n 'actorBkg': '#fff' }}}%%\n",
    '%%{wrap}%%\n',
    '%%{init: {"sequence": {"showSequenceNumbers": true}}}%%\n',
  ],
);
/** How the lines of a whole diagram are written. */
const habits: readonly ((mermaid: string) => string)[] = [
  (mermaid) => mermaid,
  (mermaid) => mermaid,
  (mermaid) => mermaid.replaceAll('\n', '\r\n'),
  (mermaid) => mermaid.replaceAll('\n', '\n\t  '),
  (mermaid) => mermaid.replaceAll('\n', ' \n\n'),
  (mermaid) => mermaid.replaceAll('\n', ';\n'),
];
export const diagram = fc
  .tuple(above, head, fc.array(declaration, { maxLength: 4 }), body, fc.constantFrom(...habits))
  .map(
    ([front, first, declared, rest, habit]) =>
      front + habit(`sequenceDiagram\n${first}${declared.join('\n')}\n${nameNew(rest)}\n`),
  );

/** Mermaid creates a participant once. */
function nameNew(statements: string): string {
  let count = 0;
  return statements.replace(/(create participant )NEW(\n.*->>)NEW/g, (_, create: string, message: string) => {
    count += 1;
    return `${create}N${count}${message}N${count}`;
  });
}
