/** Labels that try to be more than text. */
import fc from 'fast-check';

const pieces = [
  // Mermaid's own syntax
  ...[
    ';',
    '#',
    '%',
    '%%',
    '%%%',
    '%%{init: {"theme":"dark"}}%%',
    '%%{wrap}%%',
    '}%%',
    '->>',
    '-->',
    '-x',
    '--)',
    '<<->>',
  ],
  ...[
    '+',
    '-',
    ':',
    ',',
    '@',
    '@{',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '()',
    '|',
    '\\',
    '\\n',
    '/',
    '~',
    '`',
    '"',
    "'",
    '=',
  ],
  ...[
    'end',
    'end\n',
    '\nend',
    'else',
    'and',
    'option',
    'loop x',
    'alt',
    'rect rgb(1,2,3)',
    'box Aqua app',
    'off',
    'as',
    ' as ',
  ],
  ...['participant Z', 'create actor Z', 'destroy A', 'activate A', 'autonumber', 'sequenceDiagram', '---', 'title: x'],
  ...['accTitle: y', 'accDescr {', 'Note over A: z', 'A->>B: z', 'links A: {}', 'link A: x @ y', 'left of', 'right of'],
  ...[
    'wrap:',
    'nowrap:',
    ':wrap:',
    'wrap',
    'style',
    'classDef',
    'style a:b#c;',
    'classDef a:#b;',
    'ﬂ°',
    '¶ß',
    'ﬂ°°35¶ß',
    '#br#',
  ],
  // HTML, entities, formulas, scripts
  ...['<', '>', '&', '</', '<!', '<3', '<br>', '<br/>', '<BR />', '</br>', '<b>', '<script>alert(1)</script>', '<!--'],
  ...['<img src=x onerror="alert(1)">', '<a href="https://evil.example">', '="a"', '<1 a="b">', '<style>*{}</style>'],
  ...['&amp;', '&lt;', '&#35;', '&colon;', '&nbsp;', '&equals;', '#35;', '#quot;', '#x', '$', '$$', '$$x^2$$', '$$$'],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'https://x.example/?a=b&c=d#access_token=1',
    '__proto__',
    'constructor',
  ],
  // White space and scripts of the world
  ...[
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u2028',
    '\u2029',
    '\u200b',
    '\ufeff',
    '\u3000',
    '\u202e',
    '\u200d',
    '\u0301',
  ],
  ...['a', 'token', 'Code', '0', '42', '日本語', 'العربية', 'עברית', '👩‍👩‍👧', '🖥️', 'é', 'ß', 'ı', '\u007f'],
];

/** What the flow file's reader refuses: control characters but tab and line break, lone surrogates, U+FFFE and U+FFFF. */
const isRefused = /(?![\t\n\u007f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const syntax = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
const anything = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string());
const mixed = fc.array(fc.oneof(syntax, anything), { maxLength: 4 }).map((parts) => parts.join(''));
const long = fc
  .tuple(mixed, fc.integer({ min: 50, max: 400 }))
  .map(([text, times]) => text.repeat(times).slice(0, 3000));

/** What matters only as the whole of a label, or at its beginning. */
const whole = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'wrap: a',
  'nowrap:',
  ':wrap:a',
  ':nowrap: a',
  'end',
);

export const label = fc
  .oneof(
    { weight: 8, arbitrary: syntax },
    { weight: 4, arbitrary: anything },
    { weight: 8, arbitrary: mixed },
    { weight: 1, arbitrary: long },
    { weight: 1, arbitrary: whole },
  )
  .map((text) => text.replace(isRefused, ''));
