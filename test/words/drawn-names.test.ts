/** A note that draws only some of its message's data. */
import { expect, test } from 'vitest';
import { renderFlow } from '../../src/render.js';
import { flowOf, mistakesIn, withSteps } from '../compile.js';

function noteOf(step: string): readonly string[] {
  const [mermaid] = renderFlow(flowOf(withSteps(step))).artifacts;
  const [, words = ''] = /Note over [^:]*: (.*)/.exec(mermaid?.content ?? '') ?? [];
  return words.split('<br/>').map((line) => line.replaceAll('\u00a0', ' '));
}

const request = (only: string) => `  - C -> AS: POST /x
    request: { query: { a: 1, b: 2 }, headers: { DPoP: p }, form: { c: [3, 4] } }
    note: { draw: request, only: ${only} }`;

test('shows these, and an ellipsis for the rest', () => {
  expect(noteOf(request('[c, dpop]'))).toEqual(['DPoP: p', 'c=3', 'c=4', '…']);
  expect(noteOf(request('[a, b, c, DPoP]'))).toEqual(['DPoP: p', 'a=1', 'b=2', 'c=3', 'c=4']);
});

test('shows members of JSON', () => {
  const reply = (only: string) =>
    `  - AS --> C: 200\n    response: { headers: { ETag: x }, json: { a: 1, b: { a: 2 } } }\n    note: { draw: response, only: ${only} }`;
  expect(noteOf(reply('b'))).toEqual(['…', '{', '  "b": {', '    "a": 2', '  },', '  …', '}']);
  expect(noteOf(reply('[etag, a]'))).toEqual(['ETag: x', '{', '  "a": 1,', '  …', '}']);
});

test('shows a redirect’s parameters without its address', () => {
  const redirect = '  - AS --> C -> AS: 303\n    redirect: { to: /x, query: { code: 1, state: 2 } }';
  expect(noteOf(`${redirect}\n    note: { draw: response, only: code }`)).toEqual(['code=1', '…']);
  expect(noteOf(`${redirect}\n    note: { draw: request, only: state }`)).toEqual(['state=2', '…']);
});

test('names what is there', () => {
  expect(mistakesIn(withSteps(request('[a, d]')))).toEqual(['flow.yaml:7:38 drawn-names: the request has no "d"']);
  expect(mistakesIn(withSteps('  - C -> AS: x\n    note: { text: n, only: a }'))).toEqual([
    'flow.yaml:6:28 drawn-names: "only" chooses among the data of a message, and this note draws none',
  ]);
});
