/** Prints a program for Node.js with fetch, as an ES module. */
import { fitsDoubles } from '../model/index.js';
import type { Json } from '../model/index.js';
import { block, jsonWords, printJson } from './block.js';
import type { JsonDialect } from './block.js';
import { keyVariable } from './assertion.js';
import type { Assertion, Claim } from './assertion.js';
import { certificateVariables } from './curl.js';
import type { Call, Naming } from './program.js';
import {
  encodeParameters,
  isAscii,
  joinSegments,
  joinValues,
  literal,
  separator,
  shown,
  withContentType,
} from './wire.js';
import type { Parameter, Value } from './wire.js';

const style = { indent: '  ', trailingComma: true } as const;

export const javascriptNaming: Naming = {
  join: (words) =>
    words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(''),
  // ECMAScript §12.7.2, strict mode, and what the program imports or calls.
  reserved: (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield process fetch ' +
    'dispatcher key now importPKCS8 randomUUID readFile CompactSign SignJWT'
  ).split(' '),
};

export function javascriptProgram(calls: readonly Call[]): string {
  const presents = calls.some((call) => call.request.clientCert);
  const algorithm = calls.flatMap((call) => call.assertions).at(0)?.algorithm;
  const signs = algorithm !== undefined;
  const signers = new Set(calls.flatMap((call) => call.assertions.map(signerOf)));
  const imports = [
    ...(signs ? ["import { randomUUID } from 'node:crypto';"] : []),
    ...(signs || presents ? ["import { readFile } from 'node:fs/promises';"] : []),
    ...(signs ? [`import { importPKCS8, ${[...signers].sort().join(', ')} } from 'jose';`] : []),
    ...(presents ? ["import { Agent, fetch } from 'undici';"] : []),
  ];
  const blocks = [
    ...(imports.length > 0 ? [imports] : []),
    ...(presents ? [clientCertificate] : []),
    ...(signs ? [readKey(algorithm)] : []),
    ...calls.map(printCall),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

const readKey = (algorithm: string): string[] => [
  `const key = await importPKCS8(await readFile(process.env.${keyVariable}, 'utf8'), ${quote(algorithm)});`,
  'const now = Math.floor(Date.now() / 1000);',
];

/** Node.js's fetch takes a client certificate only through a dispatcher of undici, the package that implements it. */
const clientCertificate = [
  'const dispatcher = new Agent({',
  '  connect: {',
  `    cert: await readFile(process.env.${certificateVariables.cert}),`,
  `    key: await readFile(process.env.${certificateVariables.key}),`,
  '  },',
  '});',
];

function printCall(call: Call): string[] {
  const { title, response, data, locals } = call;
  const failure = `${title}: HTTP \${${response}.status} \${await ${response}.text()}`;
  return [
    ...printAssertions(call),
    send(call),
    `if (!${response}.ok) throw new Error(\`${failure}\`);`,
    ...(call.keepsJson ? [`const ${data} = await ${response}.json();`] : []),
    ...locals.map(({ name, path }) => `const ${name} = ${data}${path.map(member).join('')};`),
  ];
}

function printAssertions({ assertions, bound }: Call): string[] {
  if (assertions.length === 0) return [];
  const dialect = { ...jsonDialect, string: (value: Value) => expression(value, bound) };
  const jwts = assertions.map((assertion) => {
    const { variable, algorithm, header } = assertion;
    const headers = header.map(({ name, value }) => `${key(name)}: ${printJson(value, dialect)}`);
    const protectedHeader = [`alg: ${quote(algorithm)}`, ...headers].join(', ');
    return [
      `const ${variable} = await new ${signerOf(assertion)}(${printClaims(assertion, bound)})`,
      `  .setProtectedHeader({ ${protectedHeader} })`,
      '  .sign(key);',
    ].join('\n');
  });
  return [...jwts, ''];
}

/** SignJWT takes an object, whose numbers can lose digits; CompactSign signs a text. */
const signerOf = ({ claims }: Assertion): 'CompactSign' | 'SignJWT' =>
  claims.every((claim) => claim.kind !== 'given' || fitsDoubles(claim.value)) ? 'SignJWT' : 'CompactSign';

function printClaims(assertion: Assertion, bound: Call['bound']): string {
  const { claims } = assertion;
  const string = (value: Value): string => expression(value, bound);
  if (signerOf(assertion) === 'SignJWT') {
    const dialect = { ...jsonDialect, string };
    const items = claims.map((claim) => `${key(claim.name)}: ${printClaim(claim, dialect)}`);
    return block('{', items, '}', style);
  }
  const dialect = jsonInTemplate(string);
  const items = claims.map((claim) => {
    const value = printClaim(claim, dialect);
    return `${dialect.key(claim.name)}: ${claim.kind === 'given' ? value : `\${JSON.stringify(${value})}`}`;
  });
  return `new TextEncoder().encode(\`${block('{', items, '}', dialect)}\`)`;
}

function printClaim(claim: Claim, dialect: JsonDialect): string {
  if (claim.kind === 'given') return printJson(claim.value, dialect);
  if (claim.kind === 'unique') return 'randomUUID()';
  return claim.fromNow === 0 ? 'now' : `now + ${claim.fromNow}`;
}

function send(call: Call): string {
  const { request, bound } = call;
  const headers = withContentType(request.headers, request.json ? 'json' : null);
  const options: readonly (readonly [string, string | null])[] = [
    ['method', request.method === 'GET' ? null : quote(request.method)],
    ['headers', headers.length > 0 ? printHeaders(headers, bound) : null],
    ['body', printBody(call)],
    ['dispatcher', request.clientCert ? '' : null],
    ['signal', 'AbortSignal.timeout(10_000)'],
  ];
  const given = options.flatMap(([name, value]) => {
    if (value === null) return [];
    return [value === '' ? name : `${name}: ${value}`];
  });
  return `const ${call.response} = await fetch(${printUrl(call)}, ${block('{', given, '}', style)});`;
}

function printBody({ request: { form, json }, bound }: Call): string | null {
  if (json) return printJsonText(json, bound);
  return form.length > 0 ? searchParams(form, bound) : null;
}

/** An object's numbers would lose digits beyond 2^53: with such numbers, the text is written out. */
function printJsonText(json: Json, bound: Call['bound']): string {
  const string = (value: Value): string => expression(value, bound);
  if (fitsDoubles(json)) return `JSON.stringify(${printJson(json, { ...jsonDialect, string })})`;
  return `\`${printJson(json, jsonInTemplate(string))}\``;
}

/** Encodes each query value once: known values here, the others when the program runs. */
function printUrl({ request, bound }: Call): string {
  if (request.query.length === 0) return expression(request.url, bound);
  const query = joinSegments([literal(separator(shown(request.url))), ...encodeParameters(request.query)]);
  if ([...request.url, ...query].every((segment) => segment.kind === 'literal'))
    return quote(shown([...request.url, ...query]));
  const encoded = (name: string): string => `encodeURIComponent(${lookUp(name, bound)})`;
  return `\`${template(request.url, (name) => lookUp(name, bound))}${template(query, encoded)}\``;
}

const jsonDialect = { ...style, key, words: jsonWords };

function key(name: string): string {
  // Unquoted, it would set the object's prototype (ECMAScript §B.3.1).
  if (name === '__proto__') return "['__proto__']";
  return isIdentifier.test(name) ? name : quote(name);
}

/** JSON inside of a template literal. */
const jsonInTemplate = (string: (value: Value) => string): JsonDialect => ({
  ...style,
  trailingComma: false,
  words: jsonWords,
  key: (name) => escape(JSON.stringify(name), inTemplate),
  string: (value) =>
    value.every((segment) => segment.kind === 'literal')
      ? escape(JSON.stringify(shown(value)), inTemplate)
      : `\${JSON.stringify(${string(value)})}`,
});

const isIdentifier = /^[A-Za-z_$][\w$]*$/;

/** Pairs where a name is repeated, because an object can't repeat a key. */
function searchParams(list: readonly Parameter[], bound: Call['bound']): string {
  const pairs = list.flatMap(({ name, values }) => values.map((value) => [name, expression(value, bound)] as const));
  const object = pairs.length === list.length;
  const items = pairs.map(([name, value]) => (object ? `${key(name)}: ${value}` : `[${quote(name)}, ${value}]`));
  return `new URLSearchParams(${object ? block('{', items, '}', style) : block('[', items, ']', style)})`;
}

/** An object has each name once, so repeated fields are joined by commas (RFC 9110 §5.3). */
function printHeaders(list: readonly Parameter[], bound: Call['bound']): string {
  const items = list.map(({ name, values }) => {
    const value = joinValues(values, ', ');
    const text = expression(value, bound);
    return `${key(name)}: ${isAscii(value) ? text : `Buffer.from(${text}).toString('latin1')`}`;
  });
  return block('{', items, '}', style);
}

function expression(value: Value, bound: Call['bound']): string {
  const [only] = value;
  if (value.length === 1 && only?.kind === 'placeholder') return lookUp(only.name, bound);
  if (value.every((segment) => segment.kind === 'literal')) return quote(shown(value));
  return `\`${template(value, (name) => lookUp(name, bound))}\``;
}

const inTemplate = /[`$\\]/g;

/** The inside of a template literal. */
const template = (value: Value, lookup: (name: string) => string): string =>
  value
    .map((segment) => (segment.kind === 'literal' ? escape(segment.text, inTemplate) : `\${${lookup(segment.name)}}`))
    .join('');

const lookUp = (name: string, bound: Call['bound']): string => bound.get(name) ?? `process.env.${name}`;

const member = (name: string | number): string =>
  typeof name === 'string' && isIdentifier.test(name)
    ? `.${name}`
    : `[${typeof name === 'number' ? name : quote(name)}]`;

const quote = (text: string): string => `'${escape(text, /['\\]/g)}'`;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `syntax`: the characters that need a backslash between these quotes. */
const escape = (text: string, syntax: RegExp): string =>
  text
    .replace(syntax, '\\$&')
    .replace(
      /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu,
      (char) => named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
