import { expect, test } from 'vitest';
import { renderFlow } from '../../src/render.js';
import { inOneLine } from '../../src/source/join-lines.js';
import { flowOf } from '../compile.js';

test.each([
  ['token.actions.\ngithubusercontent.com', 'token.actions.githubusercontent.com'],
  ['https://\nlogin.example.com/\noauth2/token', 'https://login.example.com/oauth2/token'],
  ['well-\nknown', 'well-known'],
  ['client_\nid', 'client_id'],
  ['urn:\nietf:params', 'urn:ietf:params'],
  ['as.\r\nexample.com', 'as.example.com'],
  // A sentence, a dash, a list.
  ['Done.\nNext', 'Done. Next'],
  ['Auth.\nserver', 'Auth. server'],
  ['Returns:\ncode', 'Returns: code'],
  ['Client -\nbackend', 'Client - backend'],
  ['one\n- two', 'one - two'],
  ['Read: \nthe token', 'Read: the token'],
  ['Service\n(backend)', 'Service (backend)'],
  ['a\n\n  b', 'a b'],
  ['a/\n  b', 'a/ b'],
])('%j is %j in one line', (text, line) => expect(inOneLine(text)).toBe(line));

test('a broken name is whole in the legend, the description and the table of steps', () => {
  const flow = flowOf(`id: flow
title: "GET https://as.\\nexample.com"
theme: { legend: true }
boxes: { gh: { title: GitHub, zone: third-party } }
participants: { W: { label: Job, box: gh }, O: { label: "token.actions.\\ngithubusercontent.com", box: gh } }
steps: [ W -> O: "GET /very/\\nlong/path" ]
page: { limitations: [ none ] }
`);
  const { artifacts } = renderFlow(flow, { formats: ['mermaid', 'text', 'alt', 'steps', 'page'] });
  const [mermaid, text, alt, steps, page] = artifacts.map(({ content }) => content);
  for (const said of [mermaid, text, alt, steps]) expect(said).toContain('token.actions.githubusercontent.com');
  expect(mermaid).toContain('accTitle: GET https://as.example.com\n');
  expect(alt).toContain('GET /very/long/path');
  expect(steps).toContain('GET /very/long/path');
  expect(page).toContain('# GET https&#58;//as.example.com\n');
});
