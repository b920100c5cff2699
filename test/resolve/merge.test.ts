/** Laying shapes over each other is JSON Merge Patch (RFC 7396), on data with places. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeShapes } from '../../src/resolve/merge.js';
import { toPlain } from '../../src/syntax/data.js';
import type { Node } from '../../src/syntax/node.js';

const span = { source: { path: '', text: '' }, start: 0, end: 0 };
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function toNode(value: Json): Node {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(toNode), span };
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', value: value, text: String(value), span };
  const entries = Object.entries(value).map(([key, item]) => ({ key: toNode(key) as never, value: toNode(item) }));
  return { kind: 'map', entries, span };
}

/** The pseudocode of RFC 7396 §2. */
function mergePatch(target: Json, patch: Json): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const isMap = typeof target === 'object' && target !== null && !Array.isArray(target);
  const result: Record<string, Json> = isMap ? { ...(target as Record<string, Json>) } : {};
  for (const [key, value] of Object.entries(patch as Record<string, Json>)) {
    if (value === null) Reflect.deleteProperty(result, key);
    else result[key] = mergePatch(result[key] ?? null, value);
  }
  return result;
}

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 1, true, null),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
}));

test('of JSON bodies', () => {
  fc.assert(
    fc.property(value, value, (base, over) => {
      const merged = mergeShapes({ json: { node: toNode(base) } }, { json: { node: toNode(over) } });
      expect(JSON.stringify(toPlain(merged.json.node))).toBe(JSON.stringify(mergePatch(base, over)));
    }),
  );
});

test('of records, in the order of the base', () => {
  const record = (items: Readonly<Record<string, object | null>>) =>
    Object.entries(items).map(([key, item]) => ({ key: { value: key }, value: item }));
  expect(mergeShapes(record({ b: { x: 1 }, a: { y: 1 } }), record({ c: { z: 2 }, b: { y: 2 }, a: null }))).toEqual(
    record({ b: { x: 1, y: 2 }, c: { z: 2 } }),
  );
});
