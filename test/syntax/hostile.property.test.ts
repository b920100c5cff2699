/** Files that mean harm, or come from elsewhere: a clear error or the right output. What they cost: cost.property.test.ts. */
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../../src/compile.js';
import { isError } from '../../src/source/diagnostic.js';
import { renderFlow } from '../../src/render.js';
import { errorsOf, flow, head, sourceOf } from './errors-of.js';

/** Mermaid and text diagram of a flow without mistakes. */
function outputOf(text: string): { mermaid: string; text: string } {
  const { flow: built, diagnostics } = compileFlow(sourceOf(text));
  expect(diagnostics.filter(isError)).toEqual([]);
  const [mermaid, diagram] = renderFlow(built!, { formats: ['mermaid', 'text'] }).artifacts.map(
    ({ content }) => content,
  );
  return { mermaid: mermaid!, text: diagram! };
}

describe('aliases', () => {
  const doubling = (levels: number): string =>
    Array.from({ length: levels }, (_, level) => `  - &a${level + 1} [*a${level}, *a${level}]\n`).join('');

  it('that double thirty times are refused', () => {
    expect(errorsOf(`${flow('')}x:\n  - &a0 [lol]\n${doubling(30)}`)).toEqual([
      'alias-expansion: the file has more than 500,000 values once its aliases are expanded; use fewer aliases, or raise the limit with --limit nodes=N',
    ]);
  });

  it('of one long text are refused', () => {
    const text = `${head}variables: { V: &long ${'x'.repeat(100_000)} }\nsteps:\n${'  - C -> S: *long\n'.repeat(1000)}`;
    expect(errorsOf(text)).toEqual([
      expect.stringContaining('more than 2,000,000 characters once its aliases are expanded'),
    ]);
  });

  it('count for the depth that they reach', () => {
    const text = flow(`x: &a [[[[[[x]]]]]]\ny: &b [[[[*a]]]]\nz: [[*b]]`);
    expect(errorsOf(text, { depth: 12 })).toEqual([expect.stringContaining('are nested more than 12 levels deep')]);
    expect(errorsOf(text, { depth: 14 }).join()).not.toContain('deeper');
  });

  it('of steps and requests are steps and requests', () => {
    const { mermaid } = outputOf(
      `${head}steps:\n  - &first\n    C -> S: POST /token\n    request: &request { form: { a: b } }\n    note: { draw: request }\n  - *first\n  - C -> S: again\n    request: *request\n    note: { draw: request }\n`,
    );
    expect(mermaid.match(/C->>S: POST \/token/g)).toHaveLength(2);
    expect(mermaid.match(/a=b/g)).toHaveLength(3);
  });

  it('merge into a mapping, and its own keys count more', () => {
    const { mermaid } = outputOf(
      `${head}steps:\n  - &base\n    from: C\n    to: S\n    text: one\n  - <<: *base\n    text: two\n  - <<: [{ text: three }, *base]\n`,
    );
    expect(mermaid.match(/C->>S: \w+/g)).toEqual(['C->>S: one', 'C->>S: two', 'C->>S: three']);
  });
});

describe('nesting', () => {
  const nested = (depth: number): string =>
    Array.from(
      { length: depth },
      (_, level) => `${'    '.repeat(level)}  - opt: level ${level}\n${'    '.repeat(level)}    steps:\n`,
    ).join('') + `${'    '.repeat(depth)}  - C -> S: deep\n`;

  it('of thirty fragments is drawn', () => {
    const { mermaid, text } = outputOf(`${head}steps:\n${nested(30)}`);
    expect(mermaid).toContain('opt level 29');
    expect(text).toContain('deep');
  });

  it('of a hundred is refused, and drawn where the limit is raised', () => {
    const text = `${head}steps:\n${nested(100)}`;
    expect(errorsOf(text)).toEqual([
      'nesting-depth: mappings and lists are nested more than 100 levels deep; flatten the steps, or raise the limit with --limit depth=N',
    ]);
    expect(errorsOf(text, { depth: 500 })).toEqual([]);
  });

  it('of 240 fragments is drawn at the deepest limit', () => {
    const { flow: built } = compileFlow(sourceOf(`${head}steps:\n${nested(240)}`), { limits: { depth: 1000 } });
    expect(renderFlow(built!, { formats: ['mermaid'] }).artifacts[0]?.content).toContain('level 239');
  });
});

describe('names that JavaScript has a meaning for', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];

  it.each(names)('%s names participants, boxes, variables, fields, JSON members and steps', (name) => {
    const id = name === '__proto__' ? 'proto' : name;
    const { mermaid, text } = outputOf(`id: login
title: Login
variables: { ${name}: { value: value of ${name} } }
boxes: { ${name}: A box }
participants: { ${name}: { label: "Label of ${name}", box: ${name} }, S: Server }
steps:
  - ${name} -> S: "says \${${name}}"
    id: ${id}
    request: { form: { ${name}: form }, headers: { ${name}: header } }
    note: { draw: request }
  - S --> ${name}: 200
    replyTo: ${id}
    response: { json: { ${name}: { ${name}: member } } }
    note: { draw: response }
  - alt: { ${name}: [{ note: inside, over: ${name} }] }
`);
    for (const output of [mermaid, text]) {
      for (const words of [
        `Label of ${name}`,
        `says value of ${name}`,
        `${name}=form`,
        `"${name}": "member"`,
        'inside',
      ]) {
        expect(output).toContain(words);
      }
    }
    expect(({} as Record<string, unknown>).member).toBeUndefined();
  });

  it('are no keys of a flow', () => {
    expect(errorsOf(flow('__proto__: { polluted: true }'))).toEqual([expect.stringMatching(/^known-keys: /)]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('ids', () => {
  it.each([
    '../../x',
    '/etc/passwd',
    'a/b',
    'C:x',
    '..',
    '.',
    'con',
    'readme',
    '-x',
    'x-',
    'a b',
    'A',
    'é',
    '~',
    "''",
    'x.y',
    '"\\0"',
  ])('%s is no id', (id) => {
    expect(errorsOf(flow('').replace('id: login', `id: ${id}`)).length).toBeGreaterThan(0);
  });

  it('of steps can hold no path', () => {
    expect(errorsOf(flow('    id: ../../x'))).toEqual([expect.stringMatching(/^expected-type: "id" must be letters/)]);
  });
});

describe('characters', () => {
  const control = /^control-character: the character U\+[0-9A-F]{4} can't be drawn/;

  it.each([0, 7, 8, 0x1b, 0x7f, 0x84, 0x86, 0x9f, 0xd800, 0xdfff, 0xfffe, 0xffff])(
    '%i is refused, raw and escaped',
    (code) => {
      const character = String.fromCharCode(code);
      const escaped = `\\u${code.toString(16).padStart(4, '0')}`;
      expect(errorsOf(flow(`  - C -> S: x${character}y`))).toEqual([expect.stringMatching(control)]);
      expect(errorsOf(flow(`  - C -> S: "x${escaped}y"`))).toEqual([expect.stringMatching(control)]);
    },
  );

  it('Windows line breaks change nothing', () => {
    const text = flow('  - note: |\n      two\n      lines\n    over: C\n  - C -> S: "a\n      b"\n');
    expect(outputOf(text.replaceAll('\n', '\r\n'))).toEqual(outputOf(text));
    expect(outputOf(flow('  - C -> S: "a\\r\\nb"'))).toEqual(outputOf(flow('  - C -> S: "a\\nb"')));
  });

  it('a byte-order mark changes nothing, but for places', () => {
    expect(outputOf(`\ufeff${flow('')}`)).toEqual(outputOf(flow('')));
    const { diagnostics } = compileFlow(sourceOf(`\ufeff${flow('titel: x')}`));
    const { span } = diagnostics[0]!;
    expect(span?.source.text.slice(span.start, span.end)).toBe('titel');
  });

  it('tabs between words are words; tabs that indent are refused', () => {
    expect(outputOf(flow('  - C -> S:\ttwo\t# comment')).mermaid).toContain('two');
    expect(errorsOf(flow('\t- C -> S: two'))).toEqual([expect.stringMatching(/^yaml-syntax: a tab indents this line/)]);
  });
});

describe('YAML of other versions', () => {
  it.each([
    'yes',
    'no',
    'on',
    'off',
    'y',
    'NO',
    '1_000',
    '12:30:45',
    '2024-01-01',
    '0777',
    '1e400',
    '.nan',
    '0x1F',
    '1.10',
    '+1',
    '~x',
  ])('%s is a text as written', (word) => {
    expect(outputOf(flow(`  - C -> S: ${word}`)).mermaid).toContain(`C->>S: ${word}\n`);
    expect(outputOf(`%YAML 1.1\n---\n${flow(`  - C -> S: ${word}`)}`).mermaid).toContain(`C->>S: ${word}\n`);
  });

  it.each(['!!timestamp 2024-01-01', '!!binary aGk=', '!!set {x}', '!!js/function x', '!include x', '!<tag:x> y'])(
    '%s is refused',
    (value) => {
      expect(errorsOf(flow(`summary: ${value}`))).toEqual([
        expect.stringMatching(/^yaml-syntax: a text can't start with "!"/),
      ]);
    },
  );

  it('%YAML 1.1 makes no booleans of words', () => {
    expect(errorsOf(`%YAML 1.1\n---\n${flow('heading: yes')}`)).toEqual([expect.stringContaining('write true')]);
  });
});

describe('growth', () => {
  it('of participants is drawn', () => {
    const participants = Array.from({ length: 300 }, (_, index) => `  P${index}: Participant ${index}\n`).join('');
    const { mermaid, text } = outputOf(`id: x\ntitle: x\nparticipants:\n${participants}steps:\n  - P0 -> P299: far\n`);
    expect(mermaid).toContain('participant P299 as Participant 299');
    expect(text).toContain('far');
  });
});
