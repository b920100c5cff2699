/** `${NAME}` in texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillText } from '../../src/resolve/variables.js';
import type { Variables } from '../../src/resolve/variables.js';
import type { Text } from '../../src/source/filled-text.js';
import { flowOf, mistakesIn } from '../compile.js';

const flow = (title: string): string => `id: flow
title: "${title}"
variables:
  A: A placeholder
  B: { placeholder: <b> }
  C: { value: c }
  D: { value: "\${C}-\${A}-$\${C}" }
  E: { value: "" }
  F: { value: "\${C}-\${A}" }
participants: { P: }
steps: []
`;
const titleOf = (title: string, set = {}): Text => flowOf(flow(title), {}, { set }).title;

test.each([
  ['${A}', '${A}'],
  ['${B}', '<b>'],
  ['x${C}y', 'xcy'],
  ['${D}', 'c-${A}-${C}'],
  ['[${E}]', '[]'],
  ['$${A}', '${A}'],
  ['$$${C}', '$${C}'],
  ['${} ${a b} $ {A} $A ${1}', '${} ${a b} $ {A} $A ${1}'],
])('%s is shown as %s', (written, shown) => expect(titleOf(written).plain).toBe(shown));

test('a text remembers what came from variables, those inside of values too', () => {
  const { parts } = titleOf('x${C}y$${C}${F}');
  expect(parts.map((part) => (part.kind === 'variable' ? { [part.name]: part.text } : part.text))).toEqual([
    ...['x', { C: 'c' }, 'y${C}', { C: 'c' }, { F: '-' }, { A: '${A}' }],
  ]);
});

describe('--set', () => {
  test('gives a value, as it stands', () => {
    expect(titleOf('${A} ${C} ${D}', { A: 'a', C: 'x${B}' }).plain).toBe('a x${B} x${B}-a-${C}');
    expect(flowOf(flow('x'), {}, { set: { A: 'a' } }).variables[0]).toMatchObject({
      name: 'A',
      value: 'a',
      shown: 'a',
    });
  });

  test('names a declared variable', () => {
    expect(mistakesIn(flow('x'), {}, { set: { AA: 'a' } })).toEqual([
      'declared-variables: --set names an undeclared variable "AA"',
    ]);
  });
});

describe('what a text is', () => {
  const span = { source: { path: '', text: '' }, start: 0, end: 0 };
  const part = { kind: 'variable', name: 'A', text: 'value', hasValue: true } as const;
  const variables: Variables = new Map([['A', { parts: [part], hasValue: true }]]);
  const fill = (text: string): Text => fillText({ value: text, text, span }, variables);
  const pieces = fc.array(fc.constantFrom('${A}', '$${', '${', '}', '$', 'A', '${B}', ' ', 'é'), { maxLength: 12 });

  test('its parts are the whole', () => {
    fc.assert(
      fc.property(pieces, (written) => {
        const { plain, parts } = fill(written.join(''));
        expect(parts.map(({ text }) => text).join('')).toBe(plain);
        expect(parts.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  test('an escaped text comes back as it was', () => {
    fc.assert(
      fc.property(pieces, (written) => {
        const text = written.filter((piece) => piece !== '$${').join('');
        fc.pre(!text.includes('$${'));
        expect(fill(text.replaceAll('${', () => '$${')).plain).toBe(text);
      }),
    );
  });
});
