/** Prints a program in Python with requests. */
import { block, printJson } from './block.js';
import type { JsonDialect } from './block.js';
import { keyVariable } from './assertion.js';
import type { Claim } from './assertion.js';
import { certificateVariables } from './curl.js';
import { environmentOf } from './program.js';
import type { Call, Naming } from './program.js';
import { isAscii, joinValues, shown } from './wire.js';
import type { Parameter, Value } from './wire.js';

const style = { indent: '    ', trailingComma: true } as const;

export const pythonNaming: Naming = {
  join: (words) => words.join('_'),
  // Keywords (Python reference §2.3.1) and what the program imports or calls.
  reserved: (
    'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield ' +
    'file int jwt key now open os requests str time uuid'
  ).split(' '),
};

export function pythonProgram(calls: readonly Call[]): string {
  const signs = calls.some(({ assertions }) => assertions.length > 0);
  const modules = [
    ...(environmentOf(calls).length > 0 ? ['import os'] : []),
    ...(signs ? ['import time', 'import uuid'] : []),
  ];
  return [
    ...(modules.length > 0 ? [...modules, ''] : []),
    ...(signs ? ['import jwt'] : []),
    'import requests',
    ...(signs ? ['', ...readKey] : []),
    ...calls.flatMap((call) => ['', ...printCall(call)]),
  ].join('\n');
}

const readKey = [`with open(os.environ["${keyVariable}"]) as file:`, '    key = file.read()', 'now = int(time.time())'];

function printCall(call: Call): string[] {
  const { response, data, locals } = call;
  return [
    ...printAssertions(call),
    `${response} = ${send(call)}`,
    `${response}.raise_for_status()`,
    ...(call.keepsJson ? [`${data} = ${response}.json()`] : []),
    ...locals.map(({ name, path }) => `${name} = ${data}${path.map(subscript).join('')}`),
  ];
}

function printAssertions({ assertions, bound }: Call): string[] {
  if (assertions.length === 0) return [];
  const dialect = { ...jsonDialect, string: argument(bound) };
  const jwts = assertions.map(({ variable, algorithm, header, claims }) => {
    const items = claims.map((claim) => `${quote(claim.name)}: ${printClaim(claim, dialect)}`);
    const headers = header.map(({ name, value }) => `${quote(name)}: ${printJson(value, dialect)}`);
    const given = [block('{', items, '}', style), 'key', `algorithm=${quote(algorithm)}`];
    if (headers.length > 0) given.push(`headers={${headers.join(', ')}}`);
    return `${variable} = ${block('jwt.encode(', given, ')', style)}`;
  });
  return [...jwts, ''];
}

function printClaim(claim: Claim, dialect: JsonDialect): string {
  if (claim.kind === 'given') return printJson(claim.value, dialect);
  if (claim.kind === 'unique') return 'str(uuid.uuid4())';
  return claim.fromNow === 0 ? 'now' : `now + ${claim.fromNow}`;
}

const methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

function send(call: Call): string {
  const { request, bound } = call;
  const known = methods.includes(request.method);
  const { cert, key } = certificateVariables;
  const values = argument(bound);
  const given: readonly (readonly [string, string | null])[] = [
    ['params', request.query.length > 0 ? parameters(request.query, bound) : null],
    ['headers', request.headers.length > 0 ? headers(request.headers, bound) : null],
    ['data', request.form.length > 0 ? parameters(request.form, bound) : null],
    ['json', request.json ? printJson(request.json, { ...jsonDialect, string: values }) : null],
    ['cert', request.clientCert ? `(os.environ["${cert}"], os.environ["${key}"])` : null],
    ['timeout', '10'],
  ];
  return block(
    known ? `requests.${request.method.toLowerCase()}(` : 'requests.request(',
    [
      ...(known ? [] : [quote(request.method)]),
      values(request.url),
      ...given.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])),
    ],
    ')',
    style,
  );
}

const jsonDialect = {
  ...style,
  key: (name: string) => quote(name),
  words: { true: 'True', false: 'False', null: 'None' },
} as const;

function parameters(list: readonly Parameter[], bound: Call['bound']): string {
  const items = list.map(({ name, values }) => {
    const [only, ...more] = values.map(argument(bound));
    return `${quote(name)}: ${only !== undefined && more.length === 0 ? only : `[${[only, ...more].join(', ')}]`}`;
  });
  return block('{', items, '}', style);
}

/** A dictionary has each name once, so repeated fields are joined by commas (RFC 9110 §5.3). */
function headers(list: readonly Parameter[], bound: Call['bound']): string {
  const items = list.map(({ name, values }) => {
    const value = joinValues(values, ', ');
    return `${quote(name)}: ${argument(bound)(value)}${isAscii(value) ? '' : '.encode()'}`;
  });
  return block('{', items, '}', style);
}

const argument =
  (bound: Call['bound']) =>
  (value: Value): string => {
    const [only] = value;
    if (value.length === 1 && only?.kind === 'placeholder') return lookUp(only.name, bound, '"');
    if (value.every((segment) => segment.kind === 'literal')) return quote(shown(value));
    const parts = value.map((segment) =>
      segment.kind === 'literal'
        ? escape(segment.text).replace(/[{}]/g, '$&$&')
        : `{${lookUp(segment.name, bound, "'")}}`,
    );
    return `f"${parts.join('')}"`;
  };

/** Before Python 3.12, an f-string can't contain its own quote. */
const lookUp = (name: string, bound: Call['bound'], mark: '"' | "'"): string =>
  bound.get(name) ?? `os.environ[${mark}${name}${mark}]`;

const subscript = (key: string | number): string => `[${typeof key === 'number' ? key : quote(key)}]`;

const quote = (text: string): string => `"${escape(text)}"`;

const named: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escape = (text: string): string =>
  text.replace(
    /[\\"\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (char) => named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
