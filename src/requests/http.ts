/** Prints requests and responses as HTTP/1.1 messages (RFC 9112). */
import { reasonPhrase } from '../model/index.js';
import type { Json, Response, Say } from '../model/index.js';
import { jsonWords, printJson } from './block.js';
import {
  bodyKind,
  encodeParameters,
  encodeUrl,
  literal,
  origin,
  separator,
  shown,
  toHeaders,
  toParameters,
  toValue,
  withContentType,
} from './wire.js';
import type { Parameter, WireRequest } from './wire.js';

/** `say` names the host that a placeholder stands for. */
export function httpRequest(request: WireRequest, say: Say): string {
  const { host, target } = splitUrl(request, say);
  const query = shown(encodeParameters(request.query));
  const named = request.headers.some((header) => header.name.toLowerCase() === 'host');
  const hosts: Parameter[] = host === '' || named ? [] : [{ name: 'Host', values: [[literal(host)]] }];
  const headers = withContentType([...hosts, ...request.headers], bodyKind(request));
  const start = `${request.method} ${target}${query === '' ? '' : separator(target) + query} HTTP/1.1`;
  return message(start, headers, request.json ? jsonText(request.json) : shown(encodeParameters(request.form)));
}

/** The URL with its query, which a system passes to the app that registered its scheme (RFC 8252 §7.1). */
export function addressOf(request: WireRequest): string {
  const url = shown(request.url);
  const query = shown(encodeParameters(request.query));
  return query === '' ? url : url + separator(url) + query;
}

/** `html` is the body where the response has no JSON. */
export function httpResponse(response: Response, html = ''): string {
  const { status, json } = response;
  if (status === null) return json ? jsonText(json) : '';
  const location = response.location ? shown(encodeUrl(toValue(response.location))) : '';
  const parameters = shown(encodeParameters(toParameters(response.params)));
  const target = location + (parameters === '' ? '' : separator(location) + parameters);
  const locations: Parameter[] = target === '' ? [] : [{ name: 'Location', values: [[literal(target)]] }];
  const kind = json ? 'json' : html === '' ? null : 'html';
  const headers = withContentType([...locations, ...toHeaders(response.headers)], kind);
  return message(`HTTP/1.1 ${status} ${reasonPhrase(status)}`.trimEnd(), headers, json ? jsonText(json) : html);
}

/** The form that a browser submits automatically. */
export function formPage({ url, form }: WireRequest): string {
  const inputs = form.flatMap(({ name, values }) =>
    values.map((value) => `  <input type="hidden" name="${attribute(name)}" value="${attribute(shown(value))}">`),
  );
  return [`<form method="post" action="${attribute(shown(url))}">`, ...inputs, '</form>'].join('\n');
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** If a placeholder stands for scheme and host, only its value has the host. */
function splitUrl(request: WireRequest, say: Say): { host: string; target: string } {
  const url = shown(request.url);
  const start = origin.exec(url)?.[0];
  const [first] = request.url;
  if (start !== undefined) {
    const target = url.slice(start.length);
    return { host: start.replace(/^.*?:\/\//, ''), target: target.startsWith('/') ? target : `/${target}` };
  }
  if (first?.kind === 'placeholder')
    return { host: say('host-of', { variable: first.shown }), target: url.slice(first.shown.length) || '/' };
  return { host: '', target: url || '/' };
}

function message(start: string, headers: readonly Parameter[], body: string): string {
  const fields = headers.flatMap(({ name, values }) => values.map((value) => `${name}: ${shown(value)}`.trimEnd()));
  return [start, ...fields, ...(body === '' ? [] : ['', body])].join('\n');
}

/** Indented by two, with placeholders as shown. */
export const jsonText = (json: Json): string =>
  printJson(json, {
    indent: '  ',
    trailingComma: false,
    key: (name) => JSON.stringify(name),
    string: (value) => JSON.stringify(shown(value)),
    words: jsonWords,
  });
