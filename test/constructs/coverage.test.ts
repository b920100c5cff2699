/** What a flow file can hold is shown in docs/constructs/, so that the documentation can't lag. */
import { expect, test } from 'vitest';
import { parseFlow, parseInclude } from '../../src/syntax/parse.js';
import { flowSchema, includeFileSchema } from '../../src/syntax/schema.js';
import { constructs, includes, sourceOf } from './constructs.js';
import { allKeys, usedKeys } from './schema-keys.js';

const keys = allKeys(flowSchema);
const used = new Set([
  ...constructs.flatMap((name) => [...usedKeys(flowSchema, parseFlow(sourceOf(name)).shape)]),
  ...includes.flatMap((name) => [...usedKeys(includeFileSchema, parseInclude(sourceOf(name)).shape)]),
]);
const unseen = (pattern: RegExp): readonly string[] =>
  [...keys].flatMap(([key, path]) => (pattern.test(path) && !used.has(key) ? [path] : []));

test('every key stands in an example', () => {
  expect(keys.size).toBeGreaterThan(150);
  expect(unseen(/^[^=]*$/)).toEqual([]);
});

test('every kind and shape of a participant, and every arrow, stands in an example', () => {
  expect(unseen(/\b(?:kind|platform|shape|head|line|channel) = /)).toEqual([]);
});
