/** Numbers of JSON by their digits, which may be more than a program's own numbers hold. */
import { cutEnd } from '../source/index.js';
import type { Json } from './http.js';

type JsonScalar = Extract<Json, { kind: 'literal' }>;

/** RFC 8259 §6. YAML allows more spellings (`0x1F`, `+5`, `.5`). */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const otherInteger = /^(?:[-+]?\d+|0x[\da-f]+|0o[0-7]+)$/i;

/** A number, `true`, `false` or `null` in JSON: numbers as written where JSON allows it, integers always with all digits. */
export function printScalar({ value, text: { plain } }: JsonScalar): string {
  if (typeof value !== 'number') return String(value);
  if (jsonNumber.test(plain)) return plain;
  return otherInteger.test(plain) ? String(BigInt(plain)) : JSON.stringify(value);
}

/** Whether all numbers survive as IEEE 754 doubles, which JavaScript and jq compute with: not so beyond 2^53. */
export function fitsDoubles(json: Json): boolean {
  switch (json.kind) {
    case 'object':
      return json.members.every(({ value }) => fitsDoubles(value));
    case 'array':
      return json.items.every(fitsDoubles);
    case 'string':
      return true;
    case 'literal':
      return typeof json.value !== 'number' || digitsOf(printScalar(json)) === digitsOf(JSON.stringify(json.value));
  }
}

/** The value in one spelling: `-12.50e3` is `-125e2`. */
function digitsOf(number: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? [];
  const digits = (whole + part).replace(/^0+/, '');
  const short = cutEnd(digits, '0');
  if (short === '') return '0';
  return `${sign}${short}e${Number(exponent) - part.length + digits.length - short.length}`;
}
