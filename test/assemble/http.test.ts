/** Structured data: what is derived, and from what. */
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../compile.js';
import type { Request } from '../../src/model/http.js';
import type { Message } from '../../src/model/step.js';

const head = (url = 'https://as.example.com/') => `id: flow
title: Flow
variables: { HOST: The host, BASE: The base, PORT: { value: "8443" } }
participants: { C: Client, AS: { url: "${url}" } }
steps:
`;
const first = (text: string): Message => {
  const [message] = messagesIn(text);
  if (!message) throw new Error('no message');
  return message;
};
function request(data: string, text = 'Hi', url?: string): Request {
  const found = first(`${head(url)}  - { C -> AS: "${text}", request: { ${data} } }`).request;
  if (!found) throw new Error('no request');
  return found;
}

describe('a request', () => {
  test.each([
    ['its own', 'method: put, url: /a', 'POST /b', 'PUT /a'],
    ['the text’s', '', 'POST /b and more', 'POST /b'],
    ['the text’s method and its own URL', 'url: /a', 'DELETE /b', 'DELETE /a'],
    ['GET without a body', 'url: /a', 'Hi', 'GET /a'],
    ['POST with a form', 'url: /a, form: { b: c }', 'Hi', 'POST /a'],
    ['POST with JSON', 'url: /a, json: {}', 'Hi', 'POST /a'],
    ['no line of a text that only looks like one', 'url: /a', 'Post /b', 'GET /a'],
  ])('takes %s', (_, data, text, line) => {
    const { method, path } = request(data, text);
    expect(`${method} ${path}`).toBe(line);
  });

  test.each([
    ['/token', 'https://as.example.com', 'https://as.example.com/token'],
    ['/token', 'https://as.example.com/', 'https://as.example.com/token'],
    ['token', 'https://as.example.com/realms/a', 'https://as.example.com/realms/a/token'],
    ['https://other.example.com/x', 'https://as.example.com', 'https://other.example.com/x'],
    ['com.example.app:/cb', 'https://as.example.com', 'com.example.app:/cb'],
    ['${BASE}/token', 'https://as.example.com', '${BASE}/token'],
    ['/token', 'https://${HOST}:${PORT}', 'https://${HOST}:8443/token'],
  ])('to %s at %s is to %s', (url, base, whole) => {
    expect(request(`url: "${url}"`, 'Hi', base).url?.plain).toBe(whole);
  });

  test('remembers which part of its URL is a variable', () => {
    const parts = request('', 'GET /t/${HOST}/x').url?.parts ?? [];
    expect(parts.map((part) => (part.kind === 'variable' ? part.name : part.text))).toEqual([
      ...['https://as.example.com/t/', 'HOST', '/x'],
    ]);
  });

  test.each([
    ['https://a.example/b/c?d=e#f', '/b/c'],
    ['https://a.example', '/'],
    ['HTTPS://a.example/b', '/b'],
    ['com.example.app:/cb?d', 'com.example.app:/cb'],
    ['b', 'b'],
  ])('to %s shows the path %s', (url, path) => expect(request(`url: "${url}"`).path).toBe(path));

  test('repeats a parameter for each value of a list', () => {
    const [resource] = request('query: { resource: [a, b] }').query;
    expect(resource?.values.map(({ plain }) => plain)).toEqual(['a', 'b']);
  });

  test('has no URL where nobody says one', () => {
    expect(request('headers: { Accept: "*/*" }')).toMatchObject({ url: null, path: '', method: 'GET' });
  });
});

describe('a response', () => {
  const status = (text: string, data = 'headers: {}'): unknown =>
    first(`${head()}  - { AS --> C: "${text}", response: { ${data} } }`).response?.status;

  test.each([
    ['200 OK', 200],
    ['401', 401],
    ['503: try later', 503],
    ['2000 tokens', null],
    ['600 tokens', null],
    ['about 200', null],
  ])('takes its status from %j', (text, expected) => expect(status(text)).toBe(expected));

  test('has its own status first', () => expect(status('200 OK', 'status: 400')).toBe(400));
});

test('JSON keeps its order, its numbers as written, and its variables', () => {
  const { json } = request('json: { b: "${HOST}", a: [1.10, true, null, "1"] }');
  expect(json).toMatchObject({
    members: [
      { name: 'b', value: { kind: 'string', text: { plain: '${HOST}' } } },
      {
        name: 'a',
        value: {
          items: [
            { kind: 'literal', value: 1.1, text: { plain: '1.10' } },
            { kind: 'literal', value: true },
            { kind: 'literal', value: null },
            { kind: 'string', text: { plain: '1' } },
          ],
        },
      },
    ],
  });
});
