import { expect, test } from 'vitest';
import { fitsDoubles, printScalar } from '../../src/model/json-scalar.js';
import { literalText } from '../page/flows.js';

const number = (text: string) => ({ kind: 'literal', value: Number(text), text: literalText(text) }) as const;

test.each([
  ['1253261109769874438', '1253261109769874438', false],
  ['-9007199254740993', '-9007199254740993', false],
  ['9007199254740992', '9007199254740992', true],
  ['+1253261109769874438', '1253261109769874438', false],
  ['0x1fffffffffffff1', '144115188075855857', false],
  ['007', '7', true],
  ['1.50', '1.50', true],
  ['.5', '0.5', true],
  ['12.5e3', '12.5e3', true],
  ['1e21', '1e21', true],
  ['-0', '-0', true],
  ['0.12345678901234567890', '0.12345678901234567890', false],
  ['1e400', '1e400', false],
])('%s is printed as %s, and a double holds it: %s', (written, printed, fits) => {
  expect(printScalar(number(written))).toBe(printed);
  expect(fitsDoubles({ kind: 'array', items: [number(written)] })).toBe(fits);
});

test('the other scalars are words', () => {
  for (const value of [true, false, null]) {
    expect(printScalar({ kind: 'literal', value, text: literalText('~') })).toBe(String(value));
    expect(fitsDoubles({ kind: 'literal', value, text: literalText('~') })).toBe(true);
  }
});
