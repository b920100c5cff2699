import { expect, test } from 'vitest';
import { textRows, toText } from '../../src/index.js';
import { flowOf } from '../compile.js';

const flow = flowOf(`id: flow
title: Flow
participants: { C: Client, AS: Authorization server }
steps:
  - C -> AS: POST /token
    note: Over TLS
  - AS --> C: 200
`);

test('the rows are the text diagram, whatever its options', () => {
  for (const options of [{}, { charset: 'ascii' }, { width: 40 }] as const) {
    const { width, rows } = textRows(flow, options);
    expect(rows.map(({ text }) => `${text}\n`).join('')).toBe(toText(flow, options));
    expect(Math.max(...rows.map(({ text }) => text.length))).toBeLessThanOrEqual(width);
  }
});

test('each segment says what it is, and they make up their row', () => {
  const { rows } = textRows(flow);
  for (const { text, segments } of rows) expect(segments.map((segment) => segment.text).join('')).toBe(text);
  const roles = new Map(rows.flatMap(({ segments }) => segments.map(({ role, text }) => [text.trim(), role])));
  expect(
    Object.fromEntries(['Client', '1. POST /token', 'Over TLS', '2. 200'].map((text) => [text, roles.get(text)])),
  ).toEqual({
    Client: 'participant',
    '1. POST /token': 'back-request',
    'Over TLS': 'note',
    '2. 200': 'back-reply',
  });
});
