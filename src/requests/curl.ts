/** Prints a request as a curl command for bash. */
import { fitsDoubles } from '../model/index.js';
import { jsonWords, printJson } from './block.js';
import { jsonText } from './http.js';
import { bodyKind, formEncode, jsonStrings, literal, placeholdersIn, shown, withContentType } from './wire.js';
import type { Parameter, Segment, Value, WireRequest } from './wire.js';

/** Environment variables that hold the paths of a client certificate and its key (PEM). */
export const certificateVariables = { cert: 'CLIENT_CERT', key: 'CLIENT_KEY' } as const;

export function curlCommand(request: WireRequest): string {
  const json = jsonBody(request);
  const headers = withContentType(request.headers, request.json ? 'json' : null);
  const words = [
    ['curl --fail-with-body', ...method(request), quote(request.url)].join(' '),
    ...(request.clientCert ? [`--cert "$${certificateVariables.cert}" --key "$${certificateVariables.key}"`] : []),
    ...headers.flatMap((header) => header.values.map((value) => `--header ${quote(headerLine(header.name, value))}`)),
    ...query(request),
    ...encoded('--data-urlencode', request.form),
    ...json.words,
  ];
  return json.pipe + words.join(' \\\n  ');
}

/** By default curl sends POST with a body, and GET without one. */
function method(request: WireRequest): string[] {
  if (request.method === (bodyKind(request) ? 'POST' : 'GET')) return [];
  return request.method === 'HEAD' ? ['--head'] : [`--request ${request.method}`];
}

/** `Name;` is how curl sends a header without a value. */
const headerLine = (name: string, value: Value): Value =>
  value.length === 0 ? [literal(`${name};`)] : [literal(`${name}: `), ...value];

/** `--get` moves all data into the query, so it cannot be used with a body; `--url-query` needs curl 7.87. */
function query(request: WireRequest): string[] {
  if (request.query.length === 0) return [];
  if (bodyKind(request)) return encoded('--url-query', request.query);
  return ['--get', ...encoded('--data-urlencode', request.query)];
}

/** curl encodes only what follows the first `=`. An encoded name contains no `@`, so curl reads no file. */
const encoded = (option: string, parameters: readonly Parameter[]): string[] =>
  parameters.flatMap(({ name, values }) =>
    values.map((value) => `${option} ${quote([literal(`${formEncode(name)}=`), ...value])}`),
  );

/** jq puts values that are known at run time into the JSON, whatever characters they contain. */
function jsonBody(request: WireRequest): { pipe: string; words: string[] } {
  if (!request.json) return { pipe: '', words: [] };
  const names = placeholdersIn(jsonStrings(request.json).map((string) => string.value));
  if (names.length === 0) return { pipe: '', words: [`--data-raw ${quote([literal(jsonText(request.json))])}`] };
  const bindings = names.map((name) => `--arg ${name} "$${name}"`).join(' ');
  const program = fitsDoubles(request.json)
    ? `jq --null-input ${bindings} ${quote([literal(printJson(request.json, jq))])}`
    : `jq --null-input --raw-output ${bindings} ${quote([literal(`@json "${printJson(request.json, jqText)}"`)])}`;
  return { pipe: `${program} |\n`, words: ['--data-binary @-'] };
}

/** JSON as an expression of jq. */
const jq = {
  indent: '  ',
  trailingComma: false,
  key: (name: string) => JSON.stringify(name),
  string: (value: Value) => {
    const [only] = value;
    if (value.length === 1 && only?.kind === 'placeholder') return `$${only.name}`;
    const inner = value.map((segment) =>
      segment.kind === 'placeholder' ? `\\($${segment.name})` : JSON.stringify(segment.text).slice(1, -1),
    );
    return `"${inner.join('')}"`;
  },
  words: jsonWords,
};

/** JSON as the text of a jq string, where its numbers keep all digits; the format `@json` prints each interpolated value. */
const jqText = {
  ...jq,
  key: (name: string) => insideString(JSON.stringify(name)),
  string: (value: Value) => {
    const isKnown = value.every((segment) => segment.kind === 'literal');
    return isKnown ? insideString(JSON.stringify(shown(value))) : `\\(${jq.string(value)})`;
  },
};

const insideString = (text: string): string => JSON.stringify(text).slice(1, -1);

/** C0 without tab and newline, and DEL: bash can escape them, a document can't contain them. */
// eslint-disable-next-line no-control-regex
const control = /[\x01-\x08\x0b-\x1f\x7f]/g;

/**
 * One word for bash. Placeholders need double quotes; there an interactive shell expands `!` from its history, and a
 * backslash does not stop it (bash manual, §9.3), so it moves to single quotes.
 */
function quote(value: Value): string {
  if (value.every((segment) => segment.kind === 'literal')) return singleQuoted(shown(value));
  return `"${value.map((segment, index) => doubleQuoted(segment, index === value.length - 1)).join('')}"`;
}

const singleQuoted = (text: string): string =>
  `'${text.replaceAll("'", String.raw`'\''`).replace(control, (char) => `'${ansiQuoted(char)}'`)}'`;

function doubleQuoted(segment: Segment, isLast: boolean): string {
  if (segment.kind === 'placeholder') return isLast ? `$${segment.name}` : `\${${segment.name}}`;
  return segment.text
    .replace(/[\\"$`]/g, String.raw`\$&`)
    .replace(/!+/g, `"'$&'"`)
    .replace(control, (char) => `"${ansiQuoted(char)}"`);
}

const ansiQuoted = (char: string): string => `$'\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}'`;
